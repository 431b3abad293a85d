import { byId, INSTANCE, type Case } from '../case';
import { anyCall, onCall } from './shared';

export const controls: Case[] = [
	{
		operation: 'answerCall',
		withCall: true,
		parameters: { ...onCall, additionalFields: { deviceId: 'device', userId: byId('agent@ccc-test') } },
		sends: ({ jobId }) => ({ InstanceId: 'ccc-test', JobId: jobId, DeviceId: 'device', UserId: 'agent@ccc-test' }),
		returns: { ...anyCall, user: expect.objectContaining({ deviceId: 'device' }) },
	},
	{
		operation: 'releaseCall',
		withCall: true,
		parameters: { ...onCall, additionalFields: { channelId: '={{ $json.channelId }}', deviceId: 'device', userId: byId('agent@ccc-test') } },
		sends: ({ jobId, channelId }) => ({ InstanceId: 'ccc-test', JobId: jobId, ChannelId: channelId, DeviceId: 'device', UserId: 'agent@ccc-test' }),
		returns: { ...anyCall, user: expect.objectContaining({ userId: 'agent@ccc-test' }) },
	},
	{
		operation: 'holdCall',
		withCall: true,
		parameters: { ...onCall, channelId: '={{ $json.channelId }}', additionalFields: { music: 'waiting-melody', userId: byId('agent@ccc-test') } },
		sends: ({ jobId, channelId }) => ({ InstanceId: 'ccc-test', JobId: jobId, ChannelId: channelId, Music: 'waiting-melody', UserId: 'agent@ccc-test' }),
		returns: anyCall,
	},
	{
		operation: 'retrieveCall',
		withCall: true,
		parameters: { ...onCall, channelId: '={{ $json.channelId.replace(">", "&gt;") }}', additionalFields: { userId: byId('agent@ccc-test') } },
		sends: ({ jobId, channelId }) => ({ InstanceId: 'ccc-test', JobId: jobId, ChannelId: channelId, UserId: 'agent@ccc-test' }),
		returns: anyCall,
	},
	{
		operation: 'muteCall',
		withCall: true,
		parameters: { ...onCall, additionalFields: { channelId: '={{ $json.channelId }}', userId: byId('agent@ccc-test') } },
		sends: ({ jobId, channelId }) => ({ InstanceId: 'ccc-test', JobId: jobId, ChannelId: channelId, UserId: 'agent@ccc-test' }),
		returns: anyCall,
	},
	{
		operation: 'unmuteCall',
		withCall: true,
		parameters: { instanceId: INSTANCE, jobId: '', additionalFields: { channelId: '={{ $json.channelId }}', userId: byId('agent@ccc-test') } },
		sends: ({ channelId }) => ({ InstanceId: 'ccc-test', ChannelId: channelId, UserId: 'agent@ccc-test' }),
		returns: anyCall,
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
	{
		operation: 'launchAuthentication',
		withCall: true,
		parameters: {
			...onCall,
			contactFlowId: byId('pin-flow-1'),
			additionalFields: { contactFlowVariables: '{ "customerId": "42" }', deviceId: 'device', userId: byId('agent@ccc-test') },
		},
		sends: ({ jobId }) => ({
			InstanceId: 'ccc-test',
			JobId: jobId,
			ContactFlowId: 'pin-flow-1',
			ContactFlowVariables: '{ "customerId": "42" }',
			DeviceId: 'device',
			UserId: 'agent@ccc-test',
		}),
		returns: { ...anyCall, user: expect.objectContaining({ deviceId: 'device' }) },
	},
];
