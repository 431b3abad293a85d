import { CAMPAIGN, DONE, type Case } from './campaignCase';

const SESSION = expect.stringMatching(/^[0-9a-f]{32}$/);
const DATA_ID = expect.stringMatching(/^10710000000000\d{5}$/);

export const campaignNumber: Case[] = [
	{
		operation: 'add',
		parameters: {
			campaignId: CAMPAIGN,
			called: '={{ [$json.phone, "02150000000"] }}',
			additionalFields: { callData: '{"name":"Li Na"}', customField: 'order4711', delayTime: 60, type: 'SI', priority: 1, recycleTime: '2099-12-24T00:00:00Z', batchId: '={{ $json.batchId }}' },
		},
		sends: {
			operation: 'addNumbers',
			version: 'v2',
			params: {
				campaignId: 'campaignId',
				batchId: 'batchId',
				callDataList: [
					{
						sessionId: SESSION,
						called: [
							{ calledNo: '13720000100', delayTime: 60, type: 'SI' },
							{ calledNo: '02150000000', delayTime: 60, type: 'SI' },
						],
						customField: 'order4711',
						recycleTime: '2099-12-24 00:00:00',
						callData: '{"name":"Li Na"}',
						priority: 1,
					},
				],
			},
		},
		returns: { called: '13720000100,02150000000', sessionId: SESSION, accepted: true, dataId: DATA_ID },
		isBatch: true,
	},
	{
		operation: 'add',
		parameters: { campaignId: CAMPAIGN, called: '={{ $json.phone }}', additionalFields: { apiVersion: 'v1', sessionId: '={{ "my-" + $json.phone }}', caller: '02160000000' } },
		sends: {
			operation: 'addNumbers',
			version: 'v1',
			params: { campaignId: 'campaignId', callDataList: [{ sessionId: 'my-13720000100', called: '13720000100', caller: '02160000000' }] },
		},
		returns: { called: '13720000100', sessionId: 'my-13720000100', accepted: true, dataId: DATA_ID },
		isBatch: true,
	},
];

export const campaignBatch: Case[] = [
	{
		operation: 'create',
		parameters: { campaignId: CAMPAIGN, name: '={{ $json.name }}', status: 'started' },
		sends: { operation: 'createBatch', params: { campaignId: 'campaignId', name: 'Campaign 0', status: 1 } },
		returns: { id: expect.stringMatching(/^\d+$/) },
	},
	{ operation: 'pause', parameters: { campaignId: CAMPAIGN, id: '={{ $json.batchId }}' }, sends: { operation: 'pauseBatch', params: { campaignId: 'campaignId', id: 'batchId' } }, returns: DONE, isOnce: true },
	{ operation: 'resume', parameters: { campaignId: CAMPAIGN, id: '={{ $json.batchId }}' }, sends: { operation: 'resumeBatch', params: { campaignId: 'campaignId', id: 'batchId' } }, returns: DONE },
	{
		operation: 'getMany',
		parameters: { campaignId: CAMPAIGN, returnAll: true, filters: { name: 'No', status: 'started' } },
		sends: { operation: 'listBatches', params: { campaignId: 'campaignId', name: 'No', status: 1, offset: 0, limit: 100 } },
		returns: { id: '1072', name: 'North', status: 'started' },
	},
];

export const reservedCall: Case[] = [
	{
		operation: 'create',
		parameters: { taskId: CAMPAIGN, callType: 'automatic', calledNo: '={{ $json.phone }}', appointTime: '2099-12-01T09:00:00+08:00', additionalFields: { callData: '{"name":"Li Na"}', remark: 'Prices' } },
		sends: { operation: 'createReservedCall', params: { taskId: 'campaignId', callType: 2, calledNo: '13720000100', appointTime: Date.UTC(2099, 11, 1, 1), callData: '{"name":"Li Na"}', remark: 'Prices' } },
		returns: { id: expect.stringMatching(/^\d+$/) },
	},
];

export const campaignResult: Case[] = [
	{
		operation: 'getMany',
		parameters: { campaignId: CAMPAIGN, returnAll: false, limit: 10, filters: { sessionId: '={{ $json.sessionId }}', beginTime: '2026-11-01T00:00:00Z', endTime: '2026-11-30T00:00:00Z' } },
		sends: { operation: 'listResults', params: { campaignId: 'campaignId', sessionId: 'sessionId', beginTime: '2026-11-01 00:00:00', endTime: '2026-11-30 00:00:00', offset: 0, limit: 10 } },
		returns: { campaignId: '1071', sessionId: 'customer-42', called: '13720000000', callResult: 'answered', tryAgain: 'never', failCode: '00000', resultCode: 'OB00000', hasRecording: true },
	},
	{
		operation: 'getMany',
		parameters: { campaignId: CAMPAIGN, returnAll: true, simplify: false, filters: { customField: 'order4711' } },
		sends: { operation: 'listResults', params: { campaignId: 'campaignId', customField: 'order4711', offset: 0, limit: 100 } },
		returns: { callStatus: 6, recordPath: 'https://obs.example.com/records/1.wav' },
	},
	{
		operation: 'writeBack',
		parameters: { dataId: '={{ $json.dataId }}', busiResult: 'callback', additionalFields: { subStatus: 'evening', busiResultDesc: 'After 18:00', workNo: '101' } },
		sends: { operation: 'writeBack', params: { dataId: 'dataId', busiResult: 'callback', subStatus: 'evening', busiResultDesc: 'After 18:00', workNo: '101' } },
		returns: DONE,
	},
];

const LISTED = '13720000999';

export const blocklist: Case[] = [
	{
		operation: 'add',
		parameters: { blocklistNo: '={{ $json.phone }}', additionalFields: { restrictTimes: 2, restrictPeriod: 'hour', validityTime: 24, validityExpirationTime: '2099-12-01T00:00:00Z' } },
		sends: { operation: 'addToBlocklist', params: { blocklist: ['13720000100'], restrictTimes: 2, restrictPeriod: 0, validityTime: 24, validityExpirationTime: '2099-12-01 00:00:00' } },
		returns: { blocklistNo: '13720000100', accepted: true },
		isBatch: true,
	},
	{
		operation: 'addToDoNotCallList',
		parameters: { phone: '={{ "+86 " + $json.phone }}' },
		sends: { operation: 'addToBlocklist', params: { blocklist: ['13720000100'] } },
		returns: { phone: '13720000100', added: true, alreadyListed: false },
		isBatch: true,
	},
	{
		operation: 'remove',
		parameters: { blocklistNo: LISTED },
		sends: { operation: 'removeFromBlocklist', params: { blocklistNo: LISTED } },
		returns: DONE,
		isOnce: true,
		prepare: ({ block }) => block(LISTED),
	},
	{
		operation: 'getMany',
		parameters: { returnAll: true, filters: {} },
		sends: { operation: 'queryBlocklist', params: { offset: 0, limit: 100 } },
		returns: { blocklistNo: LISTED, flag: '1' },
		prepare: ({ block }) => block(LISTED),
	},
	{
		operation: 'getMany',
		parameters: { returnAll: false, limit: 5, filters: { blocklist: `13720000001, ${LISTED}` } },
		sends: { operation: 'queryBlocklist', params: { blocklist: ['13720000001', LISTED] } },
		returns: { blocklistNo: LISTED },
		prepare: ({ block }) => block(LISTED),
	},
];
