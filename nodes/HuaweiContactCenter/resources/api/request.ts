import type { IHttpRequestMethods } from 'n8n-workflow';
import { defineAction } from '../../../common/action/action';
import { choice, jsonObject, optional, text, type Field } from '../../../common/action/fields';
import { parsedJson } from '../../../common/vendor/json';
import type { ApiClient } from './apiClient';
import type { Authentication } from './senders';

const authenticationChoice = choice<Authentication>({
	displayName: 'Authentication',
	description: "Which of Huawei's three kinds of access the interface wants; its page says C4, C1 or C2",
	default: 'appKey',
	choices: [
		{ name: 'Agent Session', value: 'agentSession', description: 'Of the CC-Gateway (C4): what an agent can do' },
		{ name: 'App Key', value: 'appKey', description: 'Of AICC (C1): two-party calls, notifications, configuration' },
		{ name: 'Request Signature', value: 'requestSignature', description: 'Of campaigns, monitoring and call data records (C2)' },
	],
});

/** The credential depends on it, so it takes no expression. */
const authentication: Field<Authentication> = {
	...authenticationChoice,
	property: { ...authenticationChoice.property, noDataExpression: true },
};

const httpMethod = choice<string>({
	displayName: 'HTTP Method',
	description: 'The method that the page of the interface names. Only a GET counts as a read, and is repeated if no answer comes.',
	default: 'GET',
	choices: ['DELETE', 'GET', 'POST', 'PUT'].map((method) => ({ name: method, value: method })),
});

const path = text({
	displayName: 'Path',
	description: 'The path from the root of the base URL. With an agent session, {agentId} stands for the agent of the credential.',
	example: '/apiaccess/rest/cc-management/v1/skill/querySkills',
	check: (value) => (/^\/[^\s?#]+$/.test(value) ? undefined : 'enter a path that begins with a slash, and put its parameters into Query'),
});

const query = jsonObject({ displayName: 'Query (JSON)', description: 'The parameters in the address', example: '{ "pageNum": 1 }' });
const body = jsonObject({ displayName: 'Body (JSON)', description: 'The fields of the request. All digits of numbers are kept.', example: '{ "limit": "10", "offset": "0" }' });

/** What nobody has described may ring phones. */
export const request = defineAction<ApiClient>()({
	operation: 'request',
	name: 'Request',
	action: 'Send API request',
	description: "Use any of Huawei's interfaces, also those that have no operation here. Anything but a GET is sent at most once, because it may start a call.",
	effect: 'dial',
	effectFor: ({ httpMethod: method }) => (method === 'GET' ? 'read' : 'dial'),
	simplify: false,
	fields: { authentication, httpMethod, path, query: optional(query), body: optional(body) },
	showOnlyFor: { body: { httpMethod: ['DELETE', 'POST', 'PUT'] } },
	async perform(client, values) {
		const parameters = values.query === undefined ? undefined : (parsedJson(values.query) as Record<string, string>);
		return [await client.send({ method: values.httpMethod as IHttpRequestMethods, path: values.path, query: parameters, body: values.body })];
	},
});
