/** A two-party call or a voice notification. Times are vendor time, ms since the epoch; 0 for what has not happened. */
export interface AiccCall {
	kind: 'twoParty' | 'notification';
	callSerialNo: string;
	/** Empty for a notification. */
	caller: string;
	called: string;
	callerPresent: string;
	agentPresent: string;
	agentWorkNo: string;
	callData: string;
	/** Base64, as it came. */
	callBackUrl?: string;
	/** How long the notification plays, in ms. */
	playMs: number;
	/** 0 to be called, 1 calling, 2 talking, 3 ended. */
	state: 0 | 1 | 2 | 3;
	/** Set once the call has ended: the `reasonCode` of records. */
	reasonCode?: number;
	/** The `releaseReason` of callbacks. */
	releaseReason?: number;
	startTime: number;
	agentAlertingTime: number;
	agentTalkingTime: number;
	agentReleaseTime: number;
	alertingTime: number;
	talkingTime: number;
	releaseTime: number;
	endTime: number;
}

export type CallOrder = Pick<AiccCall, 'kind' | 'caller' | 'called'> & Partial<AiccCall>;

const NOT_YET = { startTime: 0, agentAlertingTime: 0, agentTalkingTime: 0, agentReleaseTime: 0, alertingTime: 0, talkingTime: 0, releaseTime: 0, endTime: 0 };

export function newCall(order: CallOrder, callSerialNo: string, now: number): AiccCall {
	const empty = { callerPresent: '', agentPresent: '', agentWorkNo: '', callData: '', playMs: 0, state: 0 as const };
	return { ...empty, ...NOT_YET, ...order, callSerialNo, startTime: now };
}

export function seconds(from: number, to: number): number {
	return from > 0 && to > from ? Math.round((to - from) / 1000) : 0;
}

/** Source: the codes of queryCallState (cec_07_1306). */
export const REASON = { calledHungUp: 0, callerHungUp: 1, callerFailed: 2, calledFailed: 3, callerNoAnswer: 4, calledNoAnswer: 5 } as const;

/** Source: the release event of voice notifications (cec_07_2805). */
export const RELEASE = { calledHungUp: 0, played: 1, noAnswer: 4, failed: 6 } as const;
