import type { CallRequest } from './callRequest';

export type CallOutcome =
	| 'customerHungUp'
	| 'agentHungUp'
	| 'agentSignedOut'
	| 'busy'
	| 'noAnswer'
	| 'rejects'
	| 'emptyNumber';

/** What the sandbox knows about one outbound call. Times are vendor time, ms since the epoch. */
export interface CallRecord extends CallRequest {
	callId: string;
	agentId: string;
	/** Keys that the agent pressed during the call. */
	digits: Array<{ digits: string; at: number }>;
	startedAt: number;
	/** When the called phone began to ring. */
	rungAt?: number;
	answeredAt?: number;
	endedAt?: number;
	/** Missing until the call has ended. */
	outcome?: CallOutcome;
}
