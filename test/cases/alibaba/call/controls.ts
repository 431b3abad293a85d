import { byId, INSTANCE, type Case } from '../case';
import { agentCall, heldCall, mutedCall, ringingCall, runningCall } from '../given';
import { anyCall, onCall } from './shared';

export const controls: Case[] = [
	{
		operation: 'answerCall',
		given: ringingCall,
		parameters: { ...onCall, additionalFields: { deviceId: 'device', userId: byId('={{ $json.userId }}') } },
		sends: ({ jobId, userId }) => ({ InstanceId: 'ccc-test', JobId: jobId, DeviceId: 'device', UserId: userId }),
		returns: { ...anyCall, user: expect.objectContaining({ deviceId: 'device' }) },
	},
	{
		operation: 'releaseCall',
		given: agentCall,
		parameters: { ...onCall, additionalFields: { channelId: '={{ $json.channelId }}', deviceId: 'device', userId: byId('={{ $json.userId }}') } },
		sends: ({ jobId, channelId, userId }) => ({ InstanceId: 'ccc-test', JobId: jobId, ChannelId: channelId, DeviceId: 'device', UserId: userId }),
		returns: { ...anyCall, user: expect.objectContaining({ userId: 'agent@ccc-test' }) },
	},
	{
		operation: 'holdCall',
		given: agentCall,
		parameters: { ...onCall, channelId: '={{ $json.channelId }}', additionalFields: { music: 'waiting-melody', userId: byId('={{ $json.userId }}') } },
		sends: ({ jobId, channelId, userId }) => ({ InstanceId: 'ccc-test', JobId: jobId, ChannelId: channelId, Music: 'waiting-melody', UserId: userId }),
		returns: anyCall,
	},
	{
		operation: 'retrieveCall',
		given: heldCall,
		parameters: { ...onCall, channelId: '={{ $json.channelId.replace(">", "&gt;") }}', additionalFields: { userId: byId('={{ $json.userId }}') } },
		sends: ({ jobId, channelId, userId }) => ({ InstanceId: 'ccc-test', JobId: jobId, ChannelId: channelId, UserId: userId }),
		returns: anyCall,
	},
	{
		operation: 'muteCall',
		given: agentCall,
		parameters: { ...onCall, additionalFields: { channelId: '={{ $json.channelId }}', userId: byId('={{ $json.userId }}') } },
		sends: ({ jobId, channelId, userId }) => ({ InstanceId: 'ccc-test', JobId: jobId, ChannelId: channelId, UserId: userId }),
		returns: anyCall,
	},
	{
		operation: 'unmuteCall',
		given: mutedCall,
		parameters: { instanceId: INSTANCE, jobId: '', additionalFields: { channelId: '={{ $json.channelId }}', userId: byId('={{ $json.userId }}') } },
		sends: ({ channelId, userId }) => ({ InstanceId: 'ccc-test', ChannelId: channelId, UserId: userId }),
		returns: anyCall,
	},
	{
		operation: 'sendDtmfSignaling',
		given: runningCall,
		parameters: { instanceId: INSTANCE, jobId: '={{ $json.jobId }}', channelId: '={{ $json.channelId }}', dtmf: '12#' },
		sends: ({ jobId, channelId }) => ({ InstanceId: 'ccc-test', JobId: jobId, ChannelId: channelId, Dtmf: '12#' }),
		returns: { jobId: expect.any(String), channels: [expect.objectContaining({ destination: '13720000000' })] },
	},
	{
		operation: 'launchSurvey',
		given: runningCall,
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
		given: runningCall,
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
