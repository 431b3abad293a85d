import type { Resource } from '../../../common/action/resource';
import type { BaiyingClient } from '../../api/client';
import { connect } from '../../api/connect';
import { getMany } from './getMany';
import { getVariables } from './getVariables';

export const robot: Resource<BaiyingClient> = {
	name: 'Robot',
	value: 'robot',
	defaultOperation: 'getMany',
	connect,
	actions: [getMany, getVariables],
};
