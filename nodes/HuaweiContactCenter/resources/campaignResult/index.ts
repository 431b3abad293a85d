import type { Resource } from '../../../common/action/resource';
import { connectISales, type ISalesClient } from '../../isales/client';
import { getMany } from './getMany';
import { writeBack } from './writeBack';

export const campaignResult: Resource<ISalesClient> = {
	name: 'Campaign Result',
	value: 'campaignResult',
	defaultOperation: 'getMany',
	connect: connectISales,
	actions: [getMany, writeBack],
};
