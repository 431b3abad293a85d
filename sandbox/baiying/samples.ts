import type { World } from '../world';
import type { Facts, JobFacts, RobotJob } from './facts';

/** The job at the moment it completes. */
export function jobFacts({ clock }: World, { companyId, jobId, jobName }: RobotJob): JobFacts {
	return { companyId, jobId, jobName, status: 2, changedAt: clock.now() };
}

/** A call that nobody has made, and its job, for callbacks that are sent without a call. */
export function sampleFacts(world: World, job: RobotJob, callId: number, recordingsUrl: string): Facts {
	const endedAt = world.clock.now();
	const call = {
		...job,
		callId,
		customerId: callId % 100_000,
		phone: '13720000000',
		name: '2989',
		finishStatus: 0,
		startedAt: endedAt - 35_000,
		endedAt,
		grade: 'A' as const,
		labels: ['有效用户'],
		properties: { 订单号: 'A-17' },
		transcript: [
			{ speaker: 'AI' as const, content: '喂，您好，这里是用户测试电话', startMs: 0, endMs: 4000 },
			{ speaker: 'ME' as const, content: '有什么游戏呀？', startMs: 8350, endMs: 10_570 },
		],
		hangUp: 1 as const,
		recordingBase: `${recordingsUrl}/${callId}`,
		jobFinished: false,
	};
	return { call, job: jobFacts(world, job) };
}
