import { CAMPAIGN, DONE, paused, type Case } from './campaignCase';

const SCHEDULE = {
	workdayBeginTime1: '09:00',
	workdayEndTime1: '12:00',
	workdayBeginTime2: '13:30',
	workdayEndTime2: '18:00',
	workdayBeginTime3: '',
	workdayEndTime3: '',
	holidayBeginTime1: '',
	holidayEndTime1: '',
	holidayBeginTime2: '',
	holidayEndTime2: '',
	holidayBeginTime3: '',
	holidayEndTime3: '',
};

const given = {
	name: '={{ $json.name }}',
	deviceType: 'intelligentIvr',
	strBeginTime: '2099-12-01T09:00:00+08:00',
	strEndTime: '2099-12-31T10:00:00Z',
	callerNo: '02160000000, 02160000001',
	maxAlertingTime: 30,
	workdayTimes: '09:00-12:00, 13:30-18:00',
	deviceSign: '179080000537643',
};

const sent = {
	name: 'Campaign 0',
	deviceType: 1,
	strBeginTime: '2099-12-01 01:00:00',
	strEndTime: '2099-12-31 10:00:00',
	callerNo: [
		{ accessCode: '02160000000', priority: 1 },
		{ accessCode: '02160000001', priority: 2 },
	],
	maxAlertingTime: 30,
	scheduleParam: SCHEDULE,
	ivrParam: { deviceSign: '179080000537643' },
};

export const campaign: Case[] = [
	{
		operation: 'create',
		parameters: {
			...given,
			additionalFields: {
				callBackUrl: 'https://n8n.example.com/webhook/results',
				busiPolicy: { rule: [{ busiResultCode: 'callback', busiResultPolicy: 'sameNumber', callInterval: 600 }, { busiResultCode: 'done', busiResultPolicy: 'stop', callInterval: 600 }] },
				retryPolicy: '{ "policyType": 1, "policyJson": [{ "dataType": "SI", "type": 1, "policy": [{ "result": 4, "retryNumber": 3, "callInterval": 600 }] }] }',
				priority: 2,
			},
		},
		sends: {
			operation: 'createCampaign',
			version: 'v2',
			params: {
				...sent,
				callBackUrl: 'https://n8n.example.com/webhook/results',
				busiPolicy: '[{"busiResultCode":"callback","busiResultPolicy":2,"callInterval":600},{"busiResultCode":"done","busiResultPolicy":0}]',
				retryPolicy: { policyType: 1, policyJson: '[{"dataType":"SI","type":1,"policy":[{"result":4,"retryNumber":3,"callInterval":600}]}]' },
				priority: 2,
			},
		},
		returns: { campaignId: expect.stringMatching(/^\d+$/) },
	},
	{
		operation: 'create',
		parameters: {
			...given,
			deviceType: 'predictive',
			skillId: '25',
			callerNo: '02160000000',
			additionalFields: { apiVersion: 'v1', skillParam: '{ "outBoundType": 2 }', description: 'December' },
		},
		sends: {
			operation: 'createCampaign',
			version: 'v1',
			params: { ...sent, deviceType: 2, callerNo: '02160000000', ivrParam: undefined, skillParam: { outBoundType: 2, skillId: '25' }, description: 'December' },
		},
		returns: { campaignId: expect.stringMatching(/^\d+$/) },
	},
	{
		operation: 'update',
		parameters: { campaignId: CAMPAIGN, ...given, additionalFields: { callCount: 2, callInterval: 300 } },
		sends: { operation: 'updateCampaign', version: 'v2', params: { campaignId: 'campaignId', ...sent, ivrParam: { deviceSign: '179080000537643', callCount: 2, callInterval: 300 } } },
		returns: DONE,
	},
	{
		operation: 'update',
		parameters: { campaignId: CAMPAIGN, ...given, callerNo: '02160000000', additionalFields: { apiVersion: 'v1', holidayTimes: '10:00-12:00' } },
		sends: {
			operation: 'updateCampaign',
			version: 'v1',
			params: { campaignId: 'campaignId', ...sent, callerNo: '02160000000', scheduleParam: { ...SCHEDULE, holidayBeginTime1: '10:00', holidayEndTime1: '12:00' } },
		},
		returns: DONE,
	},
	{
		operation: 'get',
		parameters: { campaignId: CAMPAIGN },
		sends: { operation: 'getCampaign', params: { campaignId: 'campaignId' } },
		returns: { campaignId: '1071', name: '十二月续保', status: '2', statusName: 'active', deviceType: 'intelligentIvr', beginsAt: expect.stringMatching(/T.*Z$/) },
	},
	{
		operation: 'getMany',
		parameters: { returnAll: false, limit: 5, filters: { name: '续保', status: 'started', deviceType: 'intelligentIvr', beginTime: '2026-01-01T00:00:00Z' } },
		sends: { operation: 'listCampaigns', params: { name: '续保', status: 2, deviceType: 1, beginTime: '2026-01-01 00:00:00', curPage: 1, rowsPerPage: 5 } },
		returns: { campaignId: '1071', name: '十二月续保' },
	},
	{ operation: 'pause', parameters: { campaignId: CAMPAIGN }, sends: { operation: 'pauseCampaign', params: { campaignId: 'campaignId' } }, returns: DONE, isOnce: true },
	{ operation: 'resume', parameters: { campaignId: CAMPAIGN }, sends: { operation: 'resumeCampaign', params: { campaignId: 'campaignId' } }, returns: DONE, isOnce: true, prepare: paused },
	{
		operation: 'delete',
		parameters: { campaignId: CAMPAIGN, additionalFields: { archiveHistory: false } },
		sends: { operation: 'deleteCampaign', params: { campaignId: 'campaignId', archiveHistory: false } },
		returns: DONE,
		isOnce: true,
		prepare: paused,
	},
	{
		operation: 'setRetryPolicy',
		parameters: { campaignId: CAMPAIGN, policyType: 'global', policyJson: '[{"dataType":"SI","type":0,"retryDay":2,"retryTimes":3}]', additionalFields: { noRetryPolicy: '00538, 00604' } },
		sends: { operation: 'setRetryPolicy', params: { campaignId: 'campaignId', policyType: 0, policyJson: '[{"dataType":"SI","type":0,"retryDay":2,"retryTimes":3}]', noRetryPolicy: ['00538', '00604'] } },
		returns: DONE,
	},
	{
		operation: 'getRetryPolicy',
		parameters: { campaignId: CAMPAIGN },
		sends: { operation: 'getRetryPolicy', params: { campaignId: 'campaignId' } },
		returns: { policyType: 'global', policyJson: [], retryPolicyId: '1071' },
	},
];
