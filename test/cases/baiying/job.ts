import type { IDataObject } from 'n8n-workflow';
import { COMPANY, DONE_JOB, ROBOT, WAITING_JOB, type Case } from './case';

const done = { success: true, jobId: expect.stringMatching(/^410\d{3}$/) };

/** The same command in both APIs. */
function command(operation: string, number: number, returns: IDataObject): Case {
	return {
		operation,
		parameters: { companyId: COMPANY, callJobId: WAITING_JOB },
		sends: {
			openPlatform: { operation: 'byai.openapi.calljob.execute', params: { companyId: '1', callJobId: 'waitingJobId', command: number } },
			hmac: { operation: `/task/${operation}`, params: { taskId: 'waitingJobId' } },
		},
		returns,
		isOnce: true,
	};
}

const rules = { rule: [{ phoneStatus: 6, times: 2, interval: 30 }] };

export const job: Case[] = [
	{
		operation: 'create',
		parameters: {
			companyId: COMPANY,
			jobName: 'Renewals {{ $json.phone }}',
			robotDefId: ROBOT,
			userPhoneIds: ['7'],
			jobType: 'scheduled',
			startDate: '2026-12-01T00:00:00',
			additionalFields: { concurrencyQuota: 3, redialRules: rules },
		},
		sends: {
			openPlatform: {
				operation: 'byai.openapi.calljob.create',
				params: {
					callJobName: 'Renewals {{ $json.phone }}',
					callJobType: 1,
					startDate: '2026-12-01',
					companyId: '1',
					robotDefId: '180',
					userPhoneIds: [7],
					concurrencyQuota: 3,
					repeatCall: true,
					repeatCallRule: [{ phoneStatus: 6, times: 2, interval: 30 }],
				},
			},
			hmac: {
				operation: '/task/createTask',
				params: {
					companyId: 1,
					taskName: 'Renewals {{ $json.phone }}',
					taskType: 1,
					startDate: '2026-12-01',
					userPhoneIds: [7],
					robotDefId: 180,
					callType: 1,
					concurrencyQuota: 3,
					repeatCall: true,
					repeatCallRule: [{ phoneStatus: 6, times: 2, interval: 30 }],
				},
			},
		},
		returns: { jobId: expect.stringMatching(/^\d+$/), jobName: 'Renewals {{ $json.phone }}' },
	},
	{
		operation: 'update',
		parameters: {
			companyId: COMPANY,
			callJobId: WAITING_JOB,
			jobName: 'Renewals',
			userPhoneIds: '7, 8',
			jobType: 'manual',
			concurrencyQuota: 2,
			additionalFields: { workingHours: '09:00-18:30', breakHours: '12:00 - 14:00', callType: 9, smsTemplateId: '31', smsSendLevel: ['A级(有明确意向)'] },
		},
		sends: {
			hmac: {
				operation: '/task/update',
				params: {
					companyId: 1,
					taskId: 'waitingJobId',
					taskName: 'Renewals',
					taskType: 2,
					userPhoneIds: '7,8',
					callType: 9,
					concurrencyQuota: 2,
					workingStartTime: '09:00',
					workingEndTime: '18:30',
					breakStartTime: '12:00',
					breakEndTime: '14:00',
					smsType: 1,
					smsTemplateId: 31,
					smsSendLevel: ['A级(有明确意向)'],
				},
			},
		},
		returns: done,
	},
	{
		operation: 'run',
		parameters: {
			companyId: COMPANY,
			jobName: 'Autumn',
			robotDefId: ROBOT,
			userPhoneIds: ['7'],
			jobType: 'manual',
			phone: '={{ $json.phone }}',
			propertyMode: 'fields',
			properties: { mappingMode: 'defineBelow', value: { 订单号: 'A-17' } },
			onPartialImport: 'stop',
		},
		sends: {
			openPlatform: { operation: 'byai.openapi.calljob.create', params: { companyId: '1', callJobName: 'Autumn', callJobType: 2, robotDefId: '180', userPhoneIds: [7] } },
			hmac: { operation: '/task/createTask', params: { companyId: 1, taskName: 'Autumn', taskType: 2, robotDefId: 180, userPhoneIds: [7], callType: 1 } },
		},
		returns: { jobId: expect.stringMatching(/^410/), jobName: 'Autumn', imported: 1, started: true },
		isShared: true,
		isFound: true,
	},
	command('start', 1, done),
	command('pause', 2, done),
	command('stop', 3, done),
	{
		operation: 'delete',
		parameters: { callJobId: WAITING_JOB },
		sends: { hmac: { operation: '/task/delete', params: { taskId: 'waitingJobId' } } },
		returns: { deleted: true, jobId: expect.any(String) },
		isOnce: true,
	},
	{
		operation: 'get',
		parameters: { companyId: COMPANY, callJobId: WAITING_JOB },
		sends: {
			openPlatform: { operation: 'byai.openapi.calljob.detail.get', params: { companyId: '1', callJobId: 'waitingJobId' } },
			hmac: { operation: '/task/getTaskDetail', params: { companyId: 1, taskId: 'waitingJobId' } },
		},
		returns: { jobName: '回访十月', status: 0, statusName: 'notStarted', total: 1 },
	},
	{
		operation: 'getMany',
		parameters: { companyId: COMPANY, returnAll: false, limit: 5, filters: { jobName: '回访' } },
		sends: {
			openPlatform: { operation: 'byai.openapi.calljob.list', params: { companyId: '1', jobName: '回访', pageNum: 1, pageSize: 5 } },
			hmac: { operation: '/task/getTasks', params: { companyId: 1, taskName: '回访', pageNum: 1, pageSize: 5 } },
		},
		returns: { jobName: '回访十月', status: 0 },
		count: 2,
	},
	{
		operation: 'reconcile',
		parameters: { companyId: COMPANY, callJobId: DONE_JOB, callId: 'another call' },
		sends: {
			openPlatform: { operation: 'byai.openapi.calljob.calldone.list', params: { companyId: '1', callJobId: 'doneJobId', pageNum: 1, pageSize: 500 } },
			hmac: { operation: '/task/queryDoneTaskPhones', params: { callJobId: 'doneJobId', pageNum: 1, pageSize: 50 } },
		},
		returns: { event: 'callCompleted', deliveryId: expect.stringMatching(/^[0-9a-f]{32}$/), jobName: '回访九月', outcome: 'answered', transcript: expect.arrayContaining([expect.objectContaining({ speaker: 'customer' })]) },
		isFirst: true,
	},
];
