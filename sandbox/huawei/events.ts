import type { Clock } from '../clock';

export type EventContent = string | Record<string, string | number> | null;

export interface AgentEvent {
	eventType: string;
	/** Vendor time, ms since the epoch; only from newer gateways. */
	eventGenTime?: number;
	workNo: string;
	content: EventContent;
}

/** The events that wait for the agent's next poll, oldest first. */
export class EventQueue {
	private readonly events: AgentEvent[] = [];
	private arrival = new AbortController();

	constructor(private readonly clock: Clock) {}

	push(event: AgentEvent): void {
		this.events.push(event);
		this.arrival.abort();
	}

	/**
	 * The oldest event; if there is none, the next one that arrives within `waitMs` of vendor time.
	 * When the signal aborts first, the answer is `undefined` and no event is taken out.
	 */
	async next(waitMs: number, signal: AbortSignal): Promise<AgentEvent | undefined> {
		if (this.events.length === 0) {
			this.arrival = new AbortController();
			const disturbed = AbortSignal.any([signal, this.arrival.signal]);
			await this.clock.sleep(waitMs, disturbed).catch((error: unknown) => {
				if (!disturbed.aborted) throw error;
			});
		}
		return signal.aborted ? undefined : this.events.shift();
	}
}
