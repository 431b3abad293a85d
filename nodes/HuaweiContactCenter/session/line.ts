import { VendorError } from '../../common/vendor/errors';
import type { GatewayAnswer, GatewayRequest } from '../gateway/gateway';
import type { AgentCall, CallRequest, WaitFor } from './agentCall';
import { AgentCalls } from './agentCalls';
import type { Changes } from './changes';
import type { AgentEvent } from './events';
import { OCCUPIED, READY } from './progress';
import type { Timing } from './timing';

/** `agentState` codes of "Querying the Agent Status" (cec_07_0581): signed out, idle, wrap-up, rest. */
const WITHOUT_CALL = new Set([2, 4, 5, 8]);

/** What the line needs from the session it belongs to. */
export interface LineSession {
	readonly agentId: string;
	readonly changes: Changes;
	readonly ended: boolean;
	request(request: GatewayRequest): Promise<GatewayAnswer>;
	/** The vendor's code for what the agent is doing. */
	agentState(): Promise<number | undefined>;
	/** Why the session has come to an end. */
	whyEnded(): VendorError;
}

/** The user has stopped the execution. */
export function stopped(): VendorError {
	return new VendorError({ failure: 'refused', code: 'STOPPED', message: 'The execution was stopped before anybody was called' });
}

/** How a call is placed: to a number ("Outbound Calling", cec_07_1232) or to an agent ("Internal Call", cec_07_1235). */
export type Dialling = 'callout' | 'callinner';

export interface Dial {
	dialling: Dialling;
	request: CallRequest;
	/** How long to wait for the line. */
	limitMs: number;
	cancelled?: AbortSignal;
	/** Throws if the call may no longer go out once the line is free. */
	beforeDial?(): Promise<void>;
}

/** An agent's telephone line: one call after another, besides those on hold. */
export class AgentLine {
	readonly calls = new AgentCalls();

	private isReady = false;

	private lastSignAt = Date.now();

	constructor(
		private readonly session: LineSession,
		private readonly timing: Timing,
	) {}

	/** The current call, or the last one. */
	get call(): AgentCall | undefined {
		return this.calls.latest;
	}

	/** Whether the agent could not make a call now; a call on hold is no obstacle (cec_07_1232). */
	get isBusy(): boolean {
		return this.calls.current !== undefined;
	}

	/** Whether the agent has any call. */
	get isOccupied(): boolean {
		return this.calls.open.length > 0;
	}

	/** The agent has just been signed in and is not ready yet. */
	reset(): void {
		this.isReady = false;
	}

	/**
	 * Waits until the line is free, and dials. The call takes the line before the request goes out, as its events may come before the
	 * answer.
	 *
	 * @returns the call's id
	 * @throws VendorError; `noAnswer` if the call may have been placed
	 */
	async dial(call: AgentCall, { dialling, request: body, limitMs, cancelled, beforeDial }: Dial): Promise<string> {
		await this.takeFor(call, limitMs, cancelled);
		await beforeDial?.().catch((error: unknown) => this.giveUp(call, error));
		const path = `/voicecall/${this.session.agentId}/${dialling}`;
		const { result } = await this.session.request({ method: 'PUT', path, body }).catch((error: unknown) => this.didNotDial(call, error));
		this.lastSignAt = Date.now();
		const callId = typeof result === 'string' || typeof result === 'number' ? String(result) : '';
		if (callId === '') return this.didNotDial(call, noCallId());
		call.accept(callId);
		this.session.changes.notify();
		return callId;
	}

	/**
	 * Waits for the outcome of an accepted call, and a moment longer for what the gateway reports afterwards.
	 *
	 * @throws VendorError `noAnswer` if the session was lost for good before
	 */
	async follow(call: AgentCall, wanted: WaitFor, limitMs: number, cancelled?: AbortSignal): Promise<void> {
		const { session, timing } = this;
		const wait = async (condition: () => boolean, limit: number) =>
			await session.changes.until(() => condition() || session.ended, limit, cancelled);

		await wait(() => call.has(wanted), limitMs);
		if (!call.has(wanted) && session.ended) throw endNotSeen(call, session.whyEnded());
		if (wanted === 'accepted') return;
		await wait(() => !call.reasonIsMissing, timing.reasonMs);
		if (wanted === 'ended' && call.progress.over) await wait(() => this.isReady, timing.lastEventsMs);
	}

	/** Waits a moment for the end of a call that was hung up. */
	async released(): Promise<void> {
		await this.session.changes.until(() => !this.isBusy || this.session.ended, this.timing.lastEventsMs);
	}

	onEvent(event: AgentEvent): void {
		this.lastSignAt = Date.now();
		if (READY.has(event.type)) this.isReady = true;
		if (OCCUPIED.has(event.type)) this.isReady = false;
		this.calls.onEvent(event);
	}

	/** No event came: after a while, the agent's state has to show whether the call has ended. */
	async onQuiet(): Promise<void> {
		const limit = this.call?.callId === undefined ? this.timing.doubtMs : this.timing.quietMs;
		if (Date.now() - this.lastSignAt > limit) await this.look();
	}

	/** The events of a call can be lost together with a session; then the agent's state shows whether the call has ended. */
	async look(): Promise<void> {
		const { open } = this.calls;
		if (open.length === 0 || open.some(({ isBeingDialled }) => isBeingDialled)) return;
		const state = await this.session.agentState().catch(() => undefined);
		if (state === undefined || !WITHOUT_CALL.has(state)) return;
		for (const call of open) call.seenIdle(Date.now());
	}

	/** Nothing may be awaited between the last check of the line and taking it: of two waiting calls, one must see the other. */
	private async takeFor(call: AgentCall, limitMs: number, cancelled?: AbortSignal): Promise<void> {
		const { session } = this;
		const deadline = Date.now() + limitMs;
		do {
			const isFree = await session.changes.until(() => !this.isBusy || session.ended, deadline - Date.now(), cancelled);
			if (!isFree) throw cancelled?.aborted ? stopped() : this.stillBusy(limitMs);
			// The gateway reports that the agent can take a call soon after the sign-in, but not in its answer.
			await session.changes.until(() => this.isReady || this.isOccupied || session.ended, this.timing.readyMs, cancelled);
		} while (this.isBusy && !session.ended);
		if (session.ended) throw session.whyEnded();
		if (cancelled?.aborted) throw stopped();
		this.calls.add(call);
	}

	private stillBusy(limitMs: number): VendorError {
		const seconds = Math.round(limitMs / 1000);
		const message = `Agent ${this.session.agentId} was still in a call after ${seconds} seconds of waiting, so nobody was called. Raise 'Wait for Agent (Seconds)' in the options, or hang up first`;
		return new VendorError({ failure: 'refused', code: 'AGENT_IN_CALL', message });
	}

	/** The call did not take place, and leaves the line to others. */
	private giveUp(call: AgentCall, error: unknown): never {
		this.calls.remove(call);
		this.lastSignAt = Date.now();
		this.session.changes.notify();
		throw error;
	}

	/** If the request may have arrived, the call may be under way and keeps the line. */
	private didNotDial(call: AgentCall, error: unknown): never {
		const isRefused = error instanceof VendorError && error.failure !== 'noAnswer';
		if (isRefused) return this.giveUp(call, error);
		call.leaveUnanswered();
		this.lastSignAt = Date.now();
		this.session.changes.notify();
		throw error;
	}
}

function noCallId(): VendorError {
	return new VendorError({ failure: 'noAnswer', code: 'NO_CALL_ID', message: 'The gateway accepted the call but returned no ID for it' });
}

function endNotSeen({ callId }: AgentCall, why: VendorError): VendorError {
	const message = `Call ${callId} was placed, but the agent's session was lost before the outcome was known. ${why.message}`;
	return new VendorError({ ...why.details(), failure: 'noAnswer', message });
}
