import type { Resource } from '../../../common/action/resource';
import { connectISales, type ISalesClient } from '../../isales/client';
import { create } from './create';
import { getMany } from './getMany';
import { pause } from './pause';
import { resume } from './resume';

export const campaignBatch: Resource<ISalesClient> = {
	name: 'Campaign Batch',
	value: 'campaignBatch',
	defaultOperation: 'getMany',
	connect: connectISales,
	actions: [create, getMany, pause, resume],
};
