import type { Resource } from '../../../common/action/resource';
import type { ApiClient } from './apiClient';
import { request } from './request';
import { connectApi } from './senders';

export const api: Resource<ApiClient> = {
	name: 'API',
	value: 'api',
	defaultOperation: 'request',
	connect: connectApi,
	actions: [request],
};
