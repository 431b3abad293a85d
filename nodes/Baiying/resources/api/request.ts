import type { IDataObject } from 'n8n-workflow';
import { defineAction, type Effect } from '../../../common/action/action';
import { choice, jsonObject, optional, text } from '../../../common/action/fields';
import { parsedJson } from '../../../common/vendor/json';
import { vendorOperation, type Api, type Operation, type Parameter } from '../../api/catalogue';
import type { BaiyingClient } from '../../api/client';
import { isObject, type Json } from '../../callback/json';

const apiMethod = text({
	displayName: 'API Method',
	description: "The name of the method, as Baiying's documentation has it",
	example: 'byai.openapi.calljob.list',
	check: (value) => (/^\w+(\.\w+){2,}$/.test(value) ? undefined : 'enter the whole name, such as byai.openapi.calljob.list'),
});

const httpMethod = choice({
	displayName: 'HTTP Method',
	description: 'How to send the request: the parameters of a GET go into its address, those of a POST into its body',
	default: 'GET',
	choices: [
		{ name: 'GET', value: 'GET' },
		{ name: 'POST', value: 'POST' },
	],
});

const path = text({
	displayName: 'Path',
	description: 'The path below /openapi/v1. A path that begins with /openapi/ is taken as it is.',
	example: '/task/getTasks',
	check: (value) => (/^\/[\w/-]+$/.test(value) ? undefined : 'enter a path that begins with a slash, such as /task/getTasks'),
});

const apiParametersJson = jsonObject({
	displayName: 'Parameters (JSON)',
	description: "The parameters under the vendor's own names. The company is added if it is missing and the operation takes one.",
	example: '{ "pageNum": 1, "pageSize": 50 }',
});

function typeOf(value: unknown): Parameter['type'] {
	return typeof value === 'object' ? 'json' : 'text';
}

/** A description of a request that nobody has described. A value in JSON keeps its own type. */
function operationFor(api: Api, name: string, method: 'GET' | 'POST', parameters: IDataObject): Operation {
	const known = vendorOperation(api, name);
	const own = Object.entries(parameters).map(([field, value]) => ({ name: field, field, type: method === 'POST' && api === 'hmac' ? 'json' as const : typeOf(value), required: false }));
	const company = (known?.parameters ?? []).filter((parameter) => parameter.name === 'companyId' && !('companyId' in parameters));
	return { name, effect: known?.effect ?? 'dial', method, parameters: [...own, ...company], purpose: '' };
}

function output(data: Json): IDataObject[] {
	if (Array.isArray(data)) return data.map((entry) => (isObject(entry) ? entry : { data: entry }) as IDataObject);
	return [(isObject(data) ? data : { data }) as IDataObject];
}

interface Asked {
	apiMethod?: string;
	httpMethod?: string;
	path?: string;
}

/** What is not known could start a job, so it counts as a request that can ring phones. */
function effectOf({ apiMethod, httpMethod, path: given = '' }: Asked): Effect {
	if (apiMethod !== undefined) return vendorOperation('openPlatform', apiMethod)?.effect ?? 'dial';
	const known = vendorOperation('hmac', given.replace(/^\/openapi\/v1(?=\/)/, ''));
	return known && known.method === httpMethod ? known.effect : 'dial';
}

export const request = defineAction<BaiyingClient>()({
	operation: 'request',
	name: 'Request',
	action: 'Send API request',
	description: 'Use any method of the chosen API, also one that has no operation here. One that may start calls is sent at most once.',
	effect: 'dial',
	effectFor: effectOf,
	simplify: false,
	fields: { apiMethod, httpMethod, path, apiParametersJson: optional(apiParametersJson) },
	showOnlyFor: {
		apiMethod: { authentication: ['openPlatform'] },
		httpMethod: { authentication: ['hmac'] },
		path: { authentication: ['hmac'] },
	},
	async perform(client, values) {
		const parameters = (parsedJson(values.apiParametersJson ?? '{}') ?? {}) as IDataObject;
		const isHmac = client.api === 'hmac';
		const name = isHmac ? values.path : values.apiMethod;
		const method = isHmac ? (values.httpMethod as 'GET' | 'POST') : (vendorOperation(client.api, name)?.method ?? 'POST');
		const { data } = await client.send({ [client.api]: operationFor(client.api, name, method, parameters) }, parameters);
		return output(data);
	},
});
