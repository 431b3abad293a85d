import type { Case } from './case';

export const api: Case[] = [
	{
		operation: 'request',
		parameters: { apiMethod: 'byai.openapi.robot.list', httpMethod: 'GET', path: '/company/getRobots', apiParametersJson: '{ "robotStatus": 1 }' },
		sends: {
			openPlatform: { operation: 'byai.openapi.robot.list', params: { companyId: '1', robotStatus: 1 } },
			hmac: { operation: '/company/getRobots', params: { companyId: 1, robotStatus: 1 } },
		},
		returns: { robotDefId: 180, robotName: '沙箱话术' },
		effect: 'read',
	},
	{
		operation: 'request',
		parameters: {
			apiMethod: 'byai.openapi.calljob.execute',
			httpMethod: 'POST',
			path: '/openapi/v1/task/start',
			apiParametersJson: "={{ $parameter.authentication === 'hmac' ? { taskId: Number($json.waitingJobId) } : { callJobId: $json.waitingJobId, command: 1 } }}",
		},
		sends: {
			openPlatform: { operation: 'byai.openapi.calljob.execute', params: { companyId: '1', callJobId: 'waitingJobId', command: 1 } },
			hmac: { operation: '/task/start', params: { taskId: 'waitingJobId' } },
		},
		returns: { data: null },
		isOnce: true,
	},
];
