import type { Resource } from '../../../common/action/resource';
import type { BaiyingClient } from '../../api/client';
import { connect } from '../../api/connect';
import { getMany } from './getMany';

export const line: Resource<BaiyingClient> = {
	name: 'Line',
	value: 'line',
	defaultOperation: 'getMany',
	connect,
	actions: [getMany],
};
