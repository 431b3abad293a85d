import type { AgentEvent } from './events';
import { knowsReason, OCCUPIED, progressOf, READY, type CallProgress } from './progress';

/** What is asked of the gateway, besides the agent ("Outbound Calling", cec_07_1232, and "Internal Call", cec_07_1235). */
export interface CallRequest {
	called: string;
	caller?: string;
	skillid?: number;
	callappdata?: string;
	mediaability?: number;
	userVideoDirection?: number;
}

export type WaitFor = 'accepted' | 'answered' | 'ended';

const NOTHING_KNOWN: CallProgress = { failed: false, over: false };

/**
 * One call of an agent. A call that the agent makes begins just before the request: its first events can come before the answer with
 * its id. A call that comes in begins with its first event.
 */
export class AgentCall {
	readonly events: AgentEvent[] = [];

	/** Whether the other party waits and hears music. The agent can make another call meanwhile. */
	isHeld = false;

	/** Whether the other party cannot hear the agent. */
	isMuted = false;

	private id?: string;

	private isUnanswered = false;

	private closedAt?: number;

	private idleLooks = 0;

	constructor(readonly direction: 'outgoing' | 'incoming' = 'outgoing') {}

	get callId(): string | undefined {
		return this.id;
	}

	accept(callId: string): void {
		this.id = callId;
	}

	/** The request went out, and no answer came. */
	leaveUnanswered(): void {
		this.isUnanswered = true;
	}

	/** Whether the request is still on its way, so that nothing is known about the call yet. */
	get isBeingDialled(): boolean {
		return this.id === undefined && !this.isUnanswered;
	}

	add(event: AgentEvent): void {
		this.events.push(event);
		this.idleLooks = 0;
	}

	/** The call is over, although no event reported its end. */
	close(at: number): void {
		this.closedAt ??= at;
	}

	/** The agent was seen without a call twice in a row, and no event was waiting: the end must have been lost. */
	seenIdle(at: number): void {
		this.idleLooks += 1;
		if (this.idleLooks > 1) this.close(at);
	}

	get progress(): CallProgress {
		const reported = this.id === undefined ? NOTHING_KNOWN : progressOf(this.events, this.id);
		if (reported.over || this.closedAt === undefined) return reported;
		const failed = reported.answeredAt === undefined;
		const failureReason = "The agent's session was lost during the call, so the end of the call was not seen";
		return { ...reported, endedAt: this.closedAt, over: true, failed, failureReason };
	}

	/** Whether the call still occupies the agent. If its request was never answered, it has no id; the agent's state shows its end. */
	get goesOn(): boolean {
		if (this.closedAt !== undefined) return false;
		return this.id === undefined ? !this.agentWasFreed : !this.progress.over;
	}

	/** Whether the awaited outcome is known. */
	has(wanted: WaitFor): boolean {
		const { answeredAt, over } = this.progress;
		return wanted === 'accepted' || over || (wanted === 'answered' && answeredAt !== undefined);
	}

	get reasonIsMissing(): boolean {
		const { failed } = this.progress;
		return failed && this.closedAt === undefined && !knowsReason(this.events, this.id ?? '');
	}

	private get agentWasFreed(): boolean {
		const occupied = this.events.findIndex(({ type }) => OCCUPIED.has(type));
		return occupied >= 0 && this.events.slice(occupied).some(({ type }) => READY.has(type));
	}
}
