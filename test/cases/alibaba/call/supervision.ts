import { byId, INSTANCE, type Case } from '../case';
import { anyCall, onCall } from './shared';

export const supervision: Case[] = [
	{
		operation: 'monitorCall',
		parameters: {
			instanceId: INSTANCE,
			monitoredUserId: byId('agent2@ccc-test'),
			additionalFields: { timeoutSeconds: 20, userId: byId('supervisor@ccc-test') },
		},
		sends: { InstanceId: 'ccc-test', MonitoredUserId: 'agent2@ccc-test', TimeoutSeconds: '20', UserId: 'supervisor@ccc-test' },
		returns: { ...anyCall, user: expect.objectContaining({ userId: 'supervisor@ccc-test' }) },
	},
	{
		operation: 'coachCall',
		withCall: true,
		parameters: { ...onCall, coachedUserId: byId('agent2@ccc-test'), additionalFields: { timeoutSeconds: 20, userId: byId('supervisor@ccc-test') } },
		sends: ({ jobId }) => ({ InstanceId: 'ccc-test', JobId: jobId, CoachedUserId: 'agent2@ccc-test', TimeoutSeconds: '20', UserId: 'supervisor@ccc-test' }),
		returns: anyCall,
	},
	{
		operation: 'bargeInCall',
		withCall: true,
		parameters: { ...onCall, bargedUserId: byId('agent2@ccc-test'), additionalFields: { timeoutSeconds: 20, userId: byId('supervisor@ccc-test') } },
		sends: ({ jobId }) => ({ InstanceId: 'ccc-test', JobId: jobId, BargedUserId: 'agent2@ccc-test', TimeoutSeconds: '20', UserId: 'supervisor@ccc-test' }),
		returns: anyCall,
	},
	{
		operation: 'interceptCall',
		withCall: true,
		parameters: { ...onCall, interceptedUserId: byId('agent2@ccc-test'), additionalFields: { timeoutSeconds: 20, userId: byId('supervisor@ccc-test') } },
		sends: ({ jobId }) => ({
			InstanceId: 'ccc-test',
			JobId: jobId,
			InterceptedUserId: 'agent2@ccc-test',
			TimeoutSeconds: '20',
			UserId: 'supervisor@ccc-test',
		}),
		returns: anyCall,
	},
];
