import { byId, INSTANCE, type Case } from './case';
import { endedCall } from './given';

const JOB = 'job-65735740600893440';
const CHANNEL = 'ch:user:01089898989->13188888888:1609234221870:job-65735740600893440';

/** Its answer only has the right shape, so that nothing can be downloaded. */
function addressOnly(operation: string): Case {
	return {
		operation,
		parameters: { instanceId: INSTANCE, contactId: JOB, download: false },
		sends: { InstanceId: 'ccc-test', ContactId: JOB },
		returns: { jobId: JOB, fileName: expect.any(String), recordingUrl: expect.any(String) },
	};
}

export const recording: Case[] = [
	{
		operation: 'getMonoRecording',
		given: endedCall,
		parameters: { instanceId: INSTANCE, contactId: '={{ $json.jobId }}', download: false, additionalFields: { expireSeconds: 300 } },
		sends: ({ jobId }) => ({ InstanceId: 'ccc-test', ContactId: jobId, ExpireSeconds: '300' }),
		returns: { jobId: expect.any(String), durationMs: expect.any(Number), recordingUrl: expect.stringMatching(/^http.*\.wav\?.*Signature=/) },
	},
	...['getMultiChannelRecording', 'getEarlyMediaRecording', 'getVoicemailRecording', 'getVideo'].map(addressOnly),
	{
		operation: 'listMonoRecordings',
		given: endedCall,
		parameters: { instanceId: INSTANCE, contactId: '={{ $json.jobId }}', simplify: true, additionalFields: { agentId: byId('agent@ccc-test') } },
		sends: ({ jobId }) => ({ InstanceId: 'ccc-test', ContactId: jobId, AgentId: 'agent@ccc-test' }),
		returns: { agentId: 'agent@ccc-test', durationMs: expect.any(Number), startedAt: expect.stringMatching(/^\d{4}-/), recordingUrl: expect.any(String) },
	},
	{
		operation: 'listMultiChannelRecordings',
		parameters: { instanceId: INSTANCE, contactId: JOB, simplify: true, additionalFields: { agentId: byId('agent@ccc-test'), agentChannelId: CHANNEL } },
		sends: { InstanceId: 'ccc-test', ContactId: JOB, AgentId: 'agent@ccc-test', AgentChannelId: CHANNEL },
		returns: {
			jobId: JOB,
			startedAt: '2026-01-02T03:04:05.000Z',
			holds: [{ startedAt: '2026-01-02T03:04:05.000Z', endedAt: '2026-01-02T03:04:05.000Z' }],
		},
	},
	{
		operation: 'listVoicemails',
		parameters: {
			instanceId: INSTANCE,
			returnAll: false,
			limit: 10,
			simplify: true,
			filters: { caller: '13720000000', contactId: JOB, startTime: '2026-01-02T00:00:00Z', endTime: '2026-01-03T00:00:00Z' },
		},
		sends: {
			InstanceId: 'ccc-test',
			Caller: '13720000000',
			ContactId: JOB,
			StartTime: '1767312000000',
			EndTime: '1767398400000',
			PageNumber: '1',
			PageSize: '10',
		},
		returns: { jobId: JOB, callerNumber: '13720000000', durationSeconds: 1 },
	},
	{
		operation: 'restoreArchivedRecordings',
		given: endedCall,
		parameters: { instanceId: INSTANCE, contactIds: '={{ $json.jobId }}', simplify: true },
		sends: ({ jobId }) => ({ InstanceId: 'ccc-test', ContactIds: JSON.stringify([jobId]) }),
		returns: { jobId: expect.any(String), exists: true, status: 'Completed', storageType: 'Standard' },
	},
];
