import type { Resource } from '../../../common/action/resource';
import { connectAny } from '../../api/connect';
import type { RpcClient } from '../../api/transport';
import { request } from './request';

export const api: Resource<RpcClient> = {
	name: 'API',
	value: 'api',
	defaultOperation: 'request',
	connect: connectAny,
	actions: [request],
};
