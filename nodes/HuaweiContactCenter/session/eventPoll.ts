import { sleep } from 'n8n-workflow';
import { VendorError } from '../../common/vendor/errors';
import type { Gateway, GatewayAnswer } from '../gateway/gateway';
import { meansSessionLost, SUCCESS, turnsAway } from '../gateway/retcodes';
import { readEvent, type AgentEvent } from './events';
import type { Timing } from './timing';
import { MOST_TURNED_AWAY } from './turnedAway';

/** Receives what the polls bring. */
export interface PollListener {
	/** False ends the polling. */
	goesOn(): boolean;
	/** An event came; the next poll follows at once. */
	onEvent(event: AgentEvent): void;
	/** The gateway answers again after a poll whose answer was lost, perhaps with an event in it. All events before the time have come. */
	onDoubt(since: number): void;
	/** A poll brought no event, or no answer. */
	onQuiet(): Promise<void>;
	/** The gateway refuses the session with this code, or, without a code, it has not answered for too long. */
	onLost(retcode?: string): Promise<void>;
}

type Outcome = { event: AgentEvent } | { refusedWith: string } | 'nothing' | 'noAnswer';

function outcomeOf(answer: GatewayAnswer | undefined): Outcome {
	if (answer && meansSessionLost(answer.retcode)) return { refusedWith: answer.retcode };
	if (answer?.retcode !== SUCCESS) return 'noAnswer';
	const event = readEvent(answer.event, Date.now());
	return event ? { event } : 'nothing';
}

/**
 * Fetches the agent's events, one poll at a time, and so keeps the session alive. Source: "Querying Agent Events" (cec_07_1274).
 * An answer comes within 10 s and holds at most one event.
 */
export class EventPoll {
	private cancellation = new AbortController();

	private underWay: Promise<unknown> = Promise.resolve();

	private askedAt = 0;

	private answeredAt = Date.now();

	/** An answer with an event does not show whether others waited behind it. */
	private emptyAt = Date.now();

	private turnedAway = 0;

	/** Whether an answer was lost since the last one: the gateway delivers an event only once. */
	private isInDoubt = false;

	constructor(
		private readonly gateway: Gateway,
		private readonly timing: Timing,
	) {}

	/** Until when all events have come, epoch ms: no event waited when the last poll without one was sent. */
	get heardAllUntil(): number {
		return this.emptyAt;
	}

	/** Cancels the current poll; the next one uses the keys that the session has by then. */
	cancel(): void {
		this.cancellation.abort();
		this.cancellation = new AbortController();
	}

	/** Cancels the current poll, but only once it has reached the gateway: it must not arrive after the requests that follow. */
	async cancelArrived(): Promise<void> {
		const left = this.askedAt + this.timing.arrivalMs - Date.now();
		if (left > 0) await Promise.race([this.underWay, sleep(left)]);
		this.cancel();
	}

	async run(listener: PollListener): Promise<void> {
		while (listener.goesOn()) {
			const { signal } = this.cancellation;
			const asking = this.ask(signal);
			this.askedAt = Date.now();
			this.underWay = asking;
			const outcome = outcomeOf(await asking);
			if (!signal.aborted) await this.handle(outcome, listener);
		}
	}

	private async handle(outcome: Outcome, listener: PollListener): Promise<void> {
		if (typeof outcome === 'object' && 'event' in outcome) {
			this.answered(listener);
			return listener.onEvent(outcome.event);
		}
		if (outcome === 'nothing') {
			this.answered(listener);
			this.emptyAt = this.askedAt;
		}
		if (!listener.goesOn()) return;
		const refusedWith = typeof outcome === 'object' ? outcome.refusedWith : undefined;
		if (this.isLost(refusedWith)) {
			await listener.onLost(refusedWith);
			this.isInDoubt = false;
			return this.answered(listener);
		}
		await sleep(outcome === 'noAnswer' ? this.timing.failedPollPauseMs : this.timing.pollPauseMs);
		if (listener.goesOn()) await listener.onQuiet();
	}

	private answered(listener: PollListener): void {
		if (this.isInDoubt) listener.onDoubt(this.emptyAt);
		this.isInDoubt = false;
		this.answeredAt = Date.now();
		this.turnedAway = 0;
	}

	private isLost(refusedWith: string | undefined): boolean {
		if (refusedWith === undefined) return Date.now() - this.answeredAt > this.timing.longestSilenceMs;
		this.turnedAway += 1;
		return !turnsAway(refusedWith) || this.turnedAway >= MOST_TURNED_AWAY;
	}

	private async ask(signal: AbortSignal): Promise<GatewayAnswer | undefined> {
		const path = `/agentevent/${this.gateway.account.agentId}`;
		return await this.gateway.ask({ method: 'GET', path, timeoutMs: this.timing.pollTimeoutMs, signal }).catch((error: unknown) => this.failed(error));
	}

	private failed(error: unknown): undefined {
		this.isInDoubt ||= error instanceof VendorError && error.failure === 'noAnswer';
	}
}
