import type { Resource } from '../../../common/action/resource';
import { connectCalls, type CallClient } from './client';
import { create } from './create';
import { getManyRecords } from './getManyRecords';
import { getState } from './getState';

export const twoPartyCall: Resource<CallClient> = {
	name: 'Two-Party Call',
	value: 'twoPartyCall',
	defaultOperation: 'create',
	connect: connectCalls,
	actions: [create, getState, getManyRecords],
};
