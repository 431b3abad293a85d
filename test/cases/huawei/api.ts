import type { Case } from './case';

export const api: Case[] = [
	{
		operation: 'request',
		parameters: {
			authentication: 'appKey',
			httpMethod: 'POST',
			path: '/apiaccess/CC-Management/v1/mobileAgent/createCall',
			body: '={{ JSON.stringify({ caller: "13918140000", called: $json.phone }) }}',
		},
		sends: { operation: 'createCallV1', fields: { caller: '13918140000', called: '13720000000' } },
		returns: { retCode: '0', result: { callSerialNo: expect.stringMatching(/^\d{19}$/) } },
	},
];
