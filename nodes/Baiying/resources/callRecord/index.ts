import type { Resource } from '../../../common/action/resource';
import type { BaiyingClient } from '../../api/client';
import { connect } from '../../api/connect';
import { get } from './get';
import { getMany } from './getMany';
import { getManyUndelivered } from './getManyUndelivered';

export const callRecord: Resource<BaiyingClient> = {
	name: 'Call Record',
	value: 'callRecord',
	defaultOperation: 'getMany',
	connect,
	actions: [get, getMany, getManyUndelivered],
};
