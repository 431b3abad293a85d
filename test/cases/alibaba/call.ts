import { byId, INSTANCE, type Case } from './case';

export const call: Case[] = [
	{
		operation: 'startBack2BackCall',
		parameters: {
			instanceId: INSTANCE,
			caller: '13918140000',
			callee: '={{ $json.phone }}',
			broker: byId('01021570000'),
			additionalFields: { tags: 'campaign-42', timeoutSeconds: 20 },
		},
		sends: { InstanceId: 'ccc-test', Caller: '13918140000', Callee: '13720000000', Broker: '01021570000', Tags: 'campaign-42', TimeoutSeconds: '20' },
		returns: { callType: 'BACK2BACK', instanceId: 'ccc-test', requestId: expect.any(String) },
	},
	{
		operation: 'sendDtmfSignaling',
		withCall: true,
		parameters: { instanceId: INSTANCE, jobId: '={{ $json.jobId }}', channelId: '={{ $json.channelId }}', dtmf: '12#' },
		sends: ({ jobId, channelId }) => ({ InstanceId: 'ccc-test', JobId: jobId, ChannelId: channelId, Dtmf: '12#' }),
		returns: { jobId: expect.any(String), channels: [expect.objectContaining({ destination: '13720000000' })] },
	},
	{
		operation: 'launchSurvey',
		withCall: true,
		parameters: {
			instanceId: INSTANCE,
			jobId: '={{ $json.jobId }}',
			contactFlowId: byId('survey-flow-1'),
			additionalFields: { contactFlowVariables: '{ "orderId": "42" }', surveyChannel: 'IVR' },
		},
		sends: ({ jobId }) => ({
			InstanceId: 'ccc-test',
			JobId: jobId,
			ContactFlowId: 'survey-flow-1',
			ContactFlowVariables: '{ "orderId": "42" }',
			SurveyChannel: 'IVR',
		}),
		returns: { jobId: expect.any(String), contextId: expect.any(Number) },
	},
];
