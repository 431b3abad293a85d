import { sleep } from 'n8n-workflow';
import type { Gateway, GatewayAnswer } from '../gateway/gateway';
import { meansSessionLost, SUCCESS } from '../gateway/retcodes';
import { readEvent, type AgentEvent } from './events';
import type { Timing } from './timing';

/** Who wants to know what the polls bring. */
export interface PollListener {
	/** False ends the polling. */
	goesOn(): boolean;
	/** An event came; the next poll follows at once. */
	onEvent(event: AgentEvent): void;
	/** A poll brought no event, or no answer. */
	onQuiet(): Promise<void>;
	/** The gateway doesn't know the session any more, or has not answered for too long. */
	onLost(): Promise<void>;
}

type Outcome = { event: AgentEvent } | 'nothing' | 'noAnswer' | 'lost';

function outcomeOf(answer: GatewayAnswer | undefined): Outcome {
	if (answer && meansSessionLost(answer.retcode)) return 'lost';
	if (answer?.retcode !== SUCCESS) return 'noAnswer';
	const event = readEvent(answer.event, Date.now());
	return event ? { event } : 'nothing';
}

/**
 * Fetches the agent's events, one poll at a time, and so keeps the session alive. Source: "Querying Agent Events" (cec_07_1274):
 * at most one event per answer, which comes after 10 s at the latest.
 */
export class EventPoll {
	private cancellation = new AbortController();

	private answeredAt = Date.now();

	constructor(
		private readonly gateway: Gateway,
		private readonly timing: Timing,
	) {}

	/** Gives up the poll that is under way; the next one takes the session's keys of that time. */
	cancel(): void {
		this.cancellation.abort();
		this.cancellation = new AbortController();
	}

	async run(listener: PollListener): Promise<void> {
		while (listener.goesOn()) {
			const { signal } = this.cancellation;
			const outcome = outcomeOf(await this.ask(signal));
			if (!listener.goesOn()) return;
			if (signal.aborted) continue;
			await this.handle(outcome, listener);
		}
	}

	private async handle(outcome: Outcome, listener: PollListener): Promise<void> {
		if (outcome === 'lost' || (outcome === 'noAnswer' && this.isSilentTooLong())) {
			await listener.onLost();
			this.answeredAt = Date.now();
			return;
		}
		if (outcome !== 'noAnswer') this.answeredAt = Date.now();
		if (typeof outcome === 'object') return listener.onEvent(outcome.event);
		await sleep(outcome === 'nothing' ? this.timing.pollPauseMs : this.timing.failedPollPauseMs);
		if (listener.goesOn()) await listener.onQuiet();
	}

	private isSilentTooLong(): boolean {
		return Date.now() - this.answeredAt > this.timing.longestSilenceMs;
	}

	private async ask(signal: AbortSignal): Promise<GatewayAnswer | undefined> {
		const path = `/agentevent/${this.gateway.account.agentId}`;
		return await this.gateway.ask({ method: 'GET', path, timeoutMs: this.timing.pollTimeoutMs, signal }).catch(() => undefined);
	}
}
