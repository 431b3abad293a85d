import type { IExecuteFunctions } from 'n8n-workflow';
import type { Connection } from '../../../common/action/resource';
import { InputError } from '../../../common/vendor/errors';
import { sendInSession } from './agentSession';
import type { ApiClient, ConnectApi } from './apiClient';
import { sendWithAppKey } from './appKey';
import { sendWithSignature } from './requestSignature';

/** How a request proves who sends it. The values of the parameter `authentication`. */
export type Authentication = 'agentSession' | 'appKey' | 'requestSignature';

/** Who sends a request, by its authentication. */
export const SENDERS: Record<Authentication, ConnectApi> = { agentSession: sendInSession, appKey: sendWithAppKey, requestSignature: sendWithSignature };

/** The connection that the chosen authentication needs. Throws an InputError. */
export async function connectApi(context: IExecuteFunctions): Promise<Connection<ApiClient>> {
	const authentication = String(context.getNodeParameter('authentication', 0, 'appKey'));
	const connect = Object.hasOwn(SENDERS, authentication) ? SENDERS[authentication as Authentication] : undefined;
	if (!connect) throw new InputError(`'Authentication' is "${authentication}": use one of ${Object.keys(SENDERS).join(', ')}`);
	return await connect(context);
}
