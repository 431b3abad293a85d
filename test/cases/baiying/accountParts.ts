import { COMPANY, DONE_JOB, ROBOT, WAITING_JOB, type Case } from './case';

/** Lines, robots, SMS templates and customers: resources with one or two operations. */

export const line: Case[] = [
	{
		operation: 'getMany',
		parameters: { companyId: COMPANY },
		sends: {
			openPlatform: { operation: 'byai.openapi.phone.list', params: { companyId: '1' } },
			hmac: { operation: '/company/getPhones', params: { companyId: 1 } },
		},
		returns: { userPhoneId: '7', phoneName: '沙箱线路', phone: '01021570000' },
	},
];

export const robot: Case[] = [
	{
		operation: 'getMany',
		parameters: { companyId: COMPANY, filters: { robotStatus: 1 } },
		sends: {
			openPlatform: { operation: 'byai.openapi.robot.list', params: { companyId: '1', robotStatus: 1 } },
			hmac: { operation: '/company/getRobots', params: { companyId: 1, robotStatus: 1 } },
		},
		returns: { robotDefId: '180', robotName: '沙箱话术', industry: '教育', updatedAt: '2026-09-01T10:00:00.000+08:00' },
	},
	{
		operation: 'getVariables',
		parameters: { companyId: COMPANY, robotDefId: ROBOT },
		sends: {
			openPlatform: { operation: 'byai.openapi.company.scenevariables.get', params: { companyId: '1', robotDefId: '180' } },
			hmac: { operation: '/task/getSceneVariables', params: { companyId: 1, sceneDefId: 192 } },
		},
		returns: { robotDefId: '180', variables: ['客户名称', '联系方式', '订单号'] },
	},
];

export const smsTemplate: Case[] = [
	{
		operation: 'getMany',
		parameters: { companyId: COMPANY, returnAll: false, limit: 10, filters: { status: 2 } },
		sends: { hmac: { operation: '/sms/template/list', params: { companyId: 1, status: 2, pageNum: 1, pageSize: 10 } } },
		returns: { smsTemplateId: '31', name: '回访短信', content: '感谢您的接听' },
	},
];

const importParameters = { companyId: COMPANY, callJobId: WAITING_JOB, name: '张三', additionalFields: { ownProperties: { property: [{ name: 'campaign', value: 'autumn' }] } } };
const imported = [{ name: '张三', phone: '13920000000', properties: { campaign: 'autumn', 订单号: 'A-17' } }];
const importSends: Case['sends'] = {
	openPlatform: { operation: 'byai.openapi.calljob.customer.import', params: { companyId: '1', callJobId: 'waitingJobId', customerInfoVOList: imported } },
	hmac: { operation: '/openapi/v2/task/importTaskCustomer', params: { companyId: 1, taskId: 'waitingJobId', customerInfoList: imported } },
};
const importReturns = { jobId: expect.any(String), total: 1, imported: 1, repeated: 0, rejected: 0 };

export const customer: Case[] = [
	{
		operation: 'import',
		parameters: { ...importParameters, phone: '=+86 139 {{ $json.phone.slice(3) }}', propertyMode: 'fields', robotDefId: ROBOT, properties: { mappingMode: 'defineBelow', value: { 订单号: 'A-17' } } },
		sends: importSends,
		returns: importReturns,
		isShared: true,
	},
	{
		operation: 'import',
		parameters: { ...importParameters, phone: '=139-{{ $json.phone.slice(3) }}', propertyMode: 'json', propertiesJson: '{ "订单号": "A-17" }' },
		sends: importSends,
		returns: importReturns,
		isShared: true,
	},
	{
		operation: 'getManyNotDialled',
		parameters: { callJobId: WAITING_JOB, returnAll: false, limit: 10 },
		sends: { hmac: { operation: '/task/notDialedCustomerList', params: { taskId: 'waitingJobId', pageNum: 1, pageSize: 10 } } },
		returns: { phone: '13720000000', name: '2989', timesCalled: 0 },
	},
];

const call = { jobId: expect.any(String), customer: { id: expect.anything(), name: '2989', phone: '13720000000' }, outcome: 'answered', finishStatus: 0, durationSeconds: 35 };

export const callRecord: Case[] = [
	{
		operation: 'get',
		parameters: { companyId: COMPANY, callInstanceId: '={{ $json.callId }}' },
		sends: {
			openPlatform: { operation: 'byai.openapi.callinstance.detail.get', params: { companyId: '1', callInstanceId: 'callId' } },
			hmac: { operation: '/task/phoneLogInfo', params: { callInstanceId: 'callId' } },
		},
		returns: { jobName: '回访九月', outcome: 'answered', intention: expect.objectContaining({ grade: 'A' }), transcript: expect.arrayContaining([expect.objectContaining({ speaker: 'customer' })]) },
	},
	{
		operation: 'getMany',
		parameters: { companyId: COMPANY, callJobId: DONE_JOB, returnAll: false, limit: 10 },
		sends: {
			openPlatform: { operation: 'byai.openapi.calljob.calldone.list', params: { companyId: '1', callJobId: 'doneJobId', pageNum: 1, pageSize: 10 } },
			hmac: { operation: '/task/queryDoneTaskPhones', params: { callJobId: 'doneJobId', pageNum: 1, pageSize: 10 } },
		},
		returns: { ...call, customer: expect.objectContaining({ phone: '13720000000' }), intention: expect.objectContaining({ grade: 'A' }) },
	},
	{
		operation: 'getManyUndelivered',
		parameters: { companyId: COMPANY, direction: 'outbound', startDate: '2026-09-01T00:00:00', endDate: '2026-09-30', returnAll: false, limit: 10 },
		sends: {
			hmac: { operation: '/callBack/queryUnCallBack', params: { companyId: 1, dataType: 0, startDate: '2026-09-01', endDate: '2026-09-30', pageNum: 1, pageSize: 10 } },
		},
		returns: { callId: '70258002705', jobId: '362573', phone: '13720000000', calledAt: '2026-09-01T10:00:00.000+08:00' },
	},
];
