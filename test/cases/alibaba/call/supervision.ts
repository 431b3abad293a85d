import { byId, INSTANCE, type Case } from '../case';
import { monitoredCall, supervisedCall } from '../given';
import { anyCall, onCall } from './shared';

export const supervision: Case[] = [
	{
		operation: 'monitorCall',
		given: supervisedCall,
		parameters: {
			instanceId: INSTANCE,
			monitoredUserId: byId('={{ $json.agentId }}'),
			additionalFields: { timeoutSeconds: 20, userId: byId('={{ $json.userId }}') },
		},
		sends: ({ agentId, userId }) => ({ InstanceId: 'ccc-test', MonitoredUserId: agentId, TimeoutSeconds: '20', UserId: userId }),
		returns: { ...anyCall, user: expect.objectContaining({ userId: 'supervisor@ccc-test' }) },
	},
	{
		operation: 'coachCall',
		given: supervisedCall,
		parameters: { ...onCall, coachedUserId: byId('={{ $json.agentId }}'), additionalFields: { timeoutSeconds: 20, userId: byId('={{ $json.userId }}') } },
		sends: ({ jobId, agentId, userId }) => ({ InstanceId: 'ccc-test', JobId: jobId, CoachedUserId: agentId, TimeoutSeconds: '20', UserId: userId }),
		returns: anyCall,
	},
	{
		operation: 'bargeInCall',
		given: supervisedCall,
		parameters: { ...onCall, bargedUserId: byId('={{ $json.agentId }}'), additionalFields: { timeoutSeconds: 20, userId: byId('={{ $json.userId }}') } },
		sends: ({ jobId, agentId, userId }) => ({ InstanceId: 'ccc-test', JobId: jobId, BargedUserId: agentId, TimeoutSeconds: '20', UserId: userId }),
		returns: anyCall,
	},
	{
		operation: 'interceptCall',
		given: monitoredCall,
		parameters: { ...onCall, interceptedUserId: byId('={{ $json.agentId }}'), additionalFields: { timeoutSeconds: 20, userId: byId('={{ $json.userId }}') } },
		sends: ({ jobId, agentId, userId }) => ({
			InstanceId: 'ccc-test',
			JobId: jobId,
			InterceptedUserId: agentId,
			TimeoutSeconds: '20',
			UserId: userId,
		}),
		returns: anyCall,
	},
];
