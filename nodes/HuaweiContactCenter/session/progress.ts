import type { AgentEvent } from './events';

/** What the agent's events say about one call. Times are epoch ms. */
export interface CallProgress {
	answeredAt?: number;
	endedAt?: number;
	failed: boolean;
	/** Set when it failed and the vendor said why. */
	failureReason?: string;
	/** The vendor's `detect` code. */
	failureCode?: number;
	/** Whether the call neither rings nor talks any more. */
	over: boolean;
}

export const TALKING = 'AgentEvent_Talking';
/** Of a call to a number, and of a call to an agent ("Internal Call Failed", cec_07_1361). */
const FAILURES = ['AgentEvent_Call_Out_Fail', 'AgentEvent_Inside_Call_Fail'];
const REASON = 'OUTBOUND_DETECT_EVENT';
export const RELEASES = ['AgentEvent_Customer_Release', 'AgentEvent_Call_Release'];
const PHONE_BUSY = 'AgentOther_PhoneBusy';

/** Events after which the agent could take the next call. */
export const READY = new Set([
	'AgentState_Ready',
	'AgentState_CancelNotReady_Success',
	'AgentState_Work',
	'AgentState_SetWork_Success',
	'AgentState_CancelWork_Success',
	'AgentState_SetNotReady_Success',
	'AgentState_SetRest_Success',
	'AgentState_Force_Ready',
	'AgentState_Force_SetNotReady',
]);

/** Events that show a call occupying the agent. */
export const OCCUPIED = new Set(['AgentOther_PhoneAlerting', 'AgentState_Busy', 'AgentEvent_Customer_Alerting', TALKING]);

/** The events of a call, and those of the agent around it. */
export function eventsOf(events: AgentEvent[], callId: string): AgentEvent[] {
	return events.filter((event) => event.callId === undefined || event.callId === callId);
}

function whyFailed(own: AgentEvent[]): Pick<CallProgress, 'failureReason' | 'failureCode'> {
	const reason = own.find(({ type }) => type === REASON)?.content;
	if (reason) {
		const text = String(reason.desc ?? '');
		return { failureReason: text || `The network gave the reason code ${String(reason.detect)}`, failureCode: Number(reason.detect) };
	}
	if (own.some(({ type }) => type === PHONE_BUSY)) return { failureReason: "The agent's own phone could not take the call" };
	return {};
}

/** Reads the state of a call from the events since it began; the order in which they came doesn't matter. */
export function progressOf(events: AgentEvent[], callId: string): CallProgress {
	const own = eventsOf(events, callId);
	const answeredAt = own.find(({ type }) => type === TALKING)?.at;
	const failedAt = own.find(({ type }) => FAILURES.includes(type))?.at;
	const releasedAt = own.find(({ type }) => RELEASES.includes(type))?.at;
	const endedAt = failedAt ?? releasedAt;
	const over = endedAt !== undefined;
	const failed = over && answeredAt === undefined;
	return { answeredAt, endedAt, failed, over, ...(failed ? whyFailed(own) : {}) };
}

/** Whether the reason for a failed call has come; it may come after the failure itself. */
export function knowsReason(events: AgentEvent[], callId: string): boolean {
	return eventsOf(events, callId).some(({ type }) => type === REASON);
}
