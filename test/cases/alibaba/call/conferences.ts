import { byId, INSTANCE, type Case } from '../case';
import { anyCall, onCall } from './shared';

export const conferences: Case[] = [
	{
		operation: 'startConference',
		parameters: {
			instanceId: INSTANCE,
			participants: '=80451234, {{ $json.phone }}',
			additionalFields: { tags: 'weekly', timeoutSeconds: 35, userId: byId('agent@ccc-test') },
		},
		sends: {
			InstanceId: 'ccc-test',
			ParticipantListJson: '["80451234","13720000000"]',
			Tags: 'weekly',
			TimeoutSeconds: '35',
			UserId: 'agent@ccc-test',
		},
		returns: anyCall,
	},
	{
		operation: 'switchToConference',
		withCall: true,
		parameters: { ...onCall, additionalFields: { userId: byId('agent@ccc-test') } },
		sends: ({ jobId }) => ({ InstanceId: 'ccc-test', JobId: jobId, UserId: 'agent@ccc-test' }),
		returns: anyCall,
	},
	{
		operation: 'endConference',
		withCall: true,
		parameters: { ...onCall, additionalFields: { userId: byId('agent@ccc-test') } },
		sends: ({ jobId }) => ({ InstanceId: 'ccc-test', JobId: jobId, UserId: 'agent@ccc-test' }),
		returns: { ...anyCall, contextId: expect.any(Number) },
	},
];
