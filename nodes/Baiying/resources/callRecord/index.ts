import type { Resource } from '../../../common/action/resource';
import { connectRecords, type RecordClient } from './client';
import { get } from './get';
import { getMany } from './getMany';
import { getManyUndelivered } from './getManyUndelivered';

export const callRecord: Resource<RecordClient> = {
	name: 'Call Record',
	value: 'callRecord',
	defaultOperation: 'getMany',
	connect: connectRecords,
	actions: [get, getMany, getManyUndelivered],
};
