import type { CallRequest } from './callRequest';
import type { TransferRequest } from './transferRequest';

export type CallOutcome =
	| 'customerHungUp'
	| 'agentHungUp'
	| 'agentSignedOut'
	| 'transferred'
	| 'busy'
	| 'noAnswer'
	| 'rejects'
	| 'emptyNumber';

/** `outbound` to a number, `internal` to another agent, `inbound` from a customer. */
export type CallKind = 'outbound' | 'internal' | 'inbound';

/** `ringing` until the destination answers or does not; `connected` while the agent talks to the destination. */
export interface TransferRecord extends TransferRequest {
	at: number;
	state: 'ringing' | 'connected' | 'done' | 'failed' | 'canceled';
}

/** What the sandbox knows about one call of an agent. Times are vendor time, ms since the epoch. */
export interface CallRecord extends CallRequest {
	callId: string;
	agentId: string;
	kind: CallKind;
	/** Keys that the agent pressed during the call. */
	digits: Array<{ digits: string; at: number }>;
	startedAt: number;
	/** When the called phone began to ring; of an inbound call, the agent's. */
	rungAt?: number;
	answeredAt?: number;
	endedAt?: number;
	/** Missing until the call has ended. */
	outcome?: CallOutcome;
	held: boolean;
	muted: boolean;
	/** The calls that talk together with this one. */
	joined: string[];
	transfers: TransferRecord[];
}

/** The number of the other party. */
export function otherPartyOf({ kind, caller, called }: CallRecord): string {
	return kind === 'inbound' ? caller : called;
}
