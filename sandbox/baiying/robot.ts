import type { Answer } from '../phones';
import type { World } from '../world';
import type { CallFacts, Grade, RobotJob } from './facts';

/** A customer for the robot to call. */
export interface Customer {
	phone: string;
	name?: string;
	/** What the robot concludes if the customer answers. Default C. */
	grade?: Grade;
	labels?: string[];
	/** Own fields, which come back in the callback. */
	properties?: Record<string, unknown>;
}

const FINISH_STATUS: Readonly<Record<Answer, number>> = {
	answers: 0,
	rejects: 1,
	emptyNumber: 4,
	busy: 6,
	noAnswer: 8,
};

function transcript(talkMs: number): CallFacts['transcript'] {
	const third = Math.round(talkMs / 3);
	return [
		{ speaker: 'AI', content: '您好，请问您对我们的产品感兴趣吗？', startMs: 0, endMs: third },
		{ speaker: 'ME', content: '可以了解一下。', startMs: third, endMs: 2 * third },
		{ speaker: 'AI', content: '好的，稍后有同事联系您，再见。', startMs: 2 * third, endMs: talkMs },
	];
}

/** Calls one customer in vendor time: the phone rings, and an answered call becomes a talk. Rejects when aborted. */
export async function robotCall(
	{ clock, phones }: World,
	job: RobotJob,
	callId: number,
	customer: Customer,
	recordingsUrl: string,
	signal: AbortSignal,
): Promise<CallFacts> {
	const { phone, name = phone.slice(-4), grade = 'C', labels = [], properties = {} } = customer;
	const { answer, ringMs, talkMs } = phones.behaviour(phone);
	const dialledAt = clock.now();
	if (answer !== 'emptyNumber') {
		phones.ring('baiying', phone, String(callId));
		if (answer !== 'busy') await clock.sleep(ringMs, signal);
	}
	const isAnswered = answer === 'answers';
	const startedAt = isAnswered ? clock.now() : dialledAt;
	if (isAnswered) {
		phones.startTalk('baiying', String(callId), ['robot', phone]);
		await clock.sleep(talkMs, signal).finally(() => phones.endTalk(String(callId)));
	}
	return {
		...job,
		callId,
		customerId: callId % 100_000,
		phone,
		name,
		finishStatus: FINISH_STATUS[answer],
		startedAt,
		endedAt: isAnswered ? startedAt + talkMs : clock.now(),
		grade: isAnswered ? grade : undefined,
		labels: isAnswered ? labels : [],
		properties,
		transcript: isAnswered ? transcript(talkMs) : [],
		hangUp: 0,
		recordingBase: `${recordingsUrl}/${callId}`,
		jobFinished: false,
	};
}
