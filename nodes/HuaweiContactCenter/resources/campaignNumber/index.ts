import type { Resource } from '../../../common/action/resource';
import type { ISalesClient } from '../../isales/client';
import { connectDialing } from '../../isales/dialing';
import { add } from './add';

export const campaignNumber: Resource<ISalesClient> = {
	name: 'Campaign Number',
	value: 'campaignNumber',
	defaultOperation: 'add',
	connect: connectDialing,
	actions: [add],
};
