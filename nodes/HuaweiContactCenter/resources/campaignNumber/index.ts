import type { Resource } from '../../../common/action/resource';
import { connectISales, type ISalesClient } from '../../isales/client';
import { add } from './add';

export const campaignNumber: Resource<ISalesClient> = {
	name: 'Campaign Number',
	value: 'campaignNumber',
	defaultOperation: 'add',
	connect: connectISales,
	actions: [add],
};
