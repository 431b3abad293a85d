import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Connection } from '../../../common/action/resource';
import { InputError } from '../../../common/vendor/errors';
import { parsedJson } from '../../../common/vendor/json';
import { connectAgent } from '../../connect';
import type { GatewayAnswer } from '../../gateway/gateway';
import { readable } from '../../session/events';
import type { ApiClient, ApiRequest } from './apiClient';

const RESOURCE = '/agentgateway/resource';

function pathOf({ path, query }: ApiRequest, agentId: string): string {
	if (!path.startsWith(`${RESOURCE}/`)) {
		throw new InputError(`'Path' is "${path}": an agent's session is good only for paths that begin with ${RESOURCE}/`);
	}
	const entries = Object.entries(query ?? {}).map(([name, value]): [string, string] => [name, String(value)]);
	const search = entries.length > 0 ? `?${new URLSearchParams(entries).toString()}` : '';
	return path.slice(RESOURCE.length).replaceAll('{agentId}', agentId) + search;
}

function itemOf({ retcode, message, result, event }: GatewayAnswer): IDataObject {
	return readable({ retcode, message, ...(result === undefined ? {} : { result }), ...(event === undefined ? {} : { event }) }) as IDataObject;
}

/** With the agent of the credential, who is signed in if need be. Source: "C4" (cec_07_0005). */
export async function sendInSession(context: IExecuteFunctions): Promise<Connection<ApiClient>> {
	const { client, ...rest } = await connectAgent(context);
	const send = async (request: ApiRequest) => {
		const path = pathOf(request, client.account.agentId);
		const session = (await client.current()) ?? (await client.own());
		const body = request.body === undefined ? undefined : (parsedJson(request.body) as object);
		return itemOf(await session.request({ method: request.method, path, body }));
	};
	return { client: { send }, ...rest };
}
