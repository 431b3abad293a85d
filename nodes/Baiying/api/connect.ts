import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { concurrency, readOptions, requestsPerSecond, timeoutSeconds } from '../../common/action/options';
import type { Connection } from '../../common/action/resource';
import type { Api } from './catalogue';
import { API_NAMES, connectBaiying, type BaiyingClient } from './client';

/** Which of Baiying's two APIs the node works with. */
export const authentication: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: API_NAMES.openPlatform, value: 'openPlatform', description: 'The platform of new customers, open.byai.com, with an access token' },
		{ name: API_NAMES.hmac, value: 'hmac', description: 'The older platform, byrobot.cn or a private cloud, with signed requests' },
	],
	default: 'openPlatform',
};

/** What the node offers under Options. */
export const options = { concurrency, requestsPerSecond, timeoutSeconds: timeoutSeconds(30) };

export function apiOf(value: unknown): Api {
	return value === 'hmac' ? 'hmac' : 'openPlatform';
}

/** The connection to Baiying for one run of the node. Throws an InputError that names the option. */
export async function connect(context: IExecuteFunctions): Promise<Connection<BaiyingClient>> {
	const { timeoutSeconds: seconds, ...pace } = readOptions(options, context);
	const api = apiOf(context.getNodeParameter('authentication', 0));
	return { client: await connectBaiying(context, api, seconds * 1000), ...pace };
}
