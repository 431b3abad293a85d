import { byId, INSTANCE, type Case } from '../case';
import { agentCall, consultation, signedIn } from '../given';
import { anyCall, onCall } from './shared';

export const conferences: Case[] = [
	{
		operation: 'startConference',
		given: signedIn,
		parameters: {
			instanceId: INSTANCE,
			participants: '=80451234, {{ $json.phone }}',
			additionalFields: { tags: 'weekly', timeoutSeconds: 35, userId: byId('={{ $json.userId }}') },
		},
		sends: ({ userId }) => ({
			InstanceId: 'ccc-test',
			ParticipantListJson: '["80451234","13720000000"]',
			Tags: 'weekly',
			TimeoutSeconds: '35',
			UserId: userId,
		}),
		returns: anyCall,
	},
	{
		operation: 'switchToConference',
		given: consultation,
		parameters: { ...onCall, additionalFields: { userId: byId('={{ $json.userId }}') } },
		sends: ({ jobId, userId }) => ({ InstanceId: 'ccc-test', JobId: jobId, UserId: userId }),
		returns: anyCall,
	},
	{
		operation: 'endConference',
		given: agentCall,
		parameters: { ...onCall, additionalFields: { userId: byId('={{ $json.userId }}') } },
		sends: ({ jobId, userId }) => ({ InstanceId: 'ccc-test', JobId: jobId, UserId: userId }),
		returns: { ...anyCall, contextId: expect.any(Number) },
	},
];
