import type { Resource } from '../../../common/action/resource';
import type { BaiyingClient } from '../../api/client';
import { connect } from '../../api/connect';
import { request } from './request';

export const api: Resource<BaiyingClient> = {
	name: 'API',
	value: 'api',
	defaultOperation: 'request',
	connect,
	actions: [request],
};
