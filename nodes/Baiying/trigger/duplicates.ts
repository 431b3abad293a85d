import { sleep } from 'n8n-workflow';
import type { Callback } from '../callback/callback';
import { text } from '../callback/values';

/**
 * Which deliveries have started a run, kept in this process only: for 27 hours, as long as Baiying goes on resending, and for at most
 * 50,000 deliveries. Nothing of it survives a restart, and processes do not share it.
 *
 * n8n's own places don't serve: static data that a webhook writes gets lost, and the store behind Remove Duplicates is out of a
 * webhook's reach.
 */

const HOUR_MS = 60 * 60 * 1000;

export interface Delivery {
	/** Who asks (workflow and node) and what is remembered. */
	key: string;
	deliveryId: string;
	lifetimeMs: number;
}

/** The part of an HTTP response that tells whether n8n has answered, and how. */
export interface Answer {
	readonly writableEnded: boolean;
	readonly statusCode: number;
}

export type Claim = 'first' | 'duplicate' | 'unanswered';

interface Remembered {
	deliveryId: string;
	claimedAt: number;
	lifetimeMs: number;
	/** Undefined once it has been answered with success. */
	answer?: Answer;
}

export interface MemoryLimits {
	deliveries: number;
	/** How long a copy waits for the answer to the first. */
	waitMs: number;
	/** After this time without an answer a run does not count as started. */
	giveUpMs: number;
	pollMs: number;
}

const LIMITS: MemoryLimits = { deliveries: 50_000, waitMs: 15_000, giveUpMs: 5 * 60_000, pollMs: 20 };

/**
 * What makes a callback a copy of another one. Grades changed by hand carry no time, and B, C, B are three changes: only the last grade
 * of a call is remembered. A job that is paused, resumed and paused again sends the same callback twice, unless it carries a time: it
 * is remembered for an hour only.
 */
export function deliveryOf({ event, deliveryId, data }: Callback, scope: string, callId: string | null): Delivery {
	const lifetimeMs = 27 * HOUR_MS;
	if (event === 'intentionChanged' && callId !== null) {
		return { key: `${scope}/grade of ${callId}`, deliveryId, lifetimeMs };
	}
	const hasTime = text(data.updateTime) !== null || text(data.gmtModified) !== null;
	const isTimeless = event === 'jobStatusChanged' && !hasTime;
	return { key: `${scope}/${deliveryId}`, deliveryId, lifetimeMs: isTimeless ? HOUR_MS : lifetimeMs };
}

export class DeliveryMemory {
	/** In the order of their claims. */
	private readonly remembered = new Map<string, Remembered>();

	/** Those among them whose first copy n8n has not answered yet. */
	private readonly unanswered = new Map<string, Remembered>();

	constructor(
		private readonly limits: MemoryLimits = LIMITS,
		private readonly now: () => number = Date.now,
	) {}

	get size(): number {
		return this.remembered.size;
	}

	/**
	 * - `first`: start a run; it counts once `answer` has gone out with a 2xx status, which n8n sends after recording the run.
	 * - `duplicate`: a run has been recorded.
	 * - `unanswered`: the first copy is still waiting for n8n, longer than this one could wait.
	 *
	 * A copy of a delivery that n8n could not record becomes the first.
	 */
	async claim(delivery: Delivery, answer: Answer): Promise<Claim> {
		const deadline = this.now() + this.limits.waitMs;
		for (;;) {
			this.settle();
			const known = this.known(delivery);
			if (!known) {
				this.remember(delivery, answer);
				return 'first';
			}
			if (!known.answer) return 'duplicate';
			if (this.now() >= deadline) return 'unanswered';
			await sleep(this.limits.pollMs);
		}
	}

	private known({ key, deliveryId }: Delivery): Remembered | undefined {
		const entry = this.remembered.get(key);
		return entry?.deliveryId === deliveryId && !this.isOver(entry) ? entry : undefined;
	}

	private remember({ key, deliveryId, lifetimeMs }: Delivery, answer: Answer): void {
		const entry: Remembered = { deliveryId, claimedAt: this.now(), lifetimeMs, answer };
		this.remembered.delete(key);
		this.remembered.set(key, entry);
		this.unanswered.set(key, entry);
		for (const [oldestKey, oldest] of this.remembered) {
			if (this.remembered.size <= this.limits.deliveries && !this.isOver(oldest)) break;
			this.remembered.delete(oldestKey);
		}
	}

	/** Looks which answers have gone out since the last claim; lets go of the responses, and of the runs that were not recorded. */
	private settle(): void {
		for (const [key, entry] of this.unanswered) {
			const { answer } = entry;
			const givenUp = this.now() - entry.claimedAt > this.limits.giveUpMs;
			if (answer && !answer.writableEnded && !givenUp) continue;
			this.unanswered.delete(key);
			const recorded = answer?.writableEnded === true && answer.statusCode >= 200 && answer.statusCode < 300;
			if (recorded) delete entry.answer;
			else if (this.remembered.get(key) === entry) this.remembered.delete(key);
		}
	}

	private isOver({ claimedAt, lifetimeMs }: Remembered): boolean {
		return this.now() - claimedAt >= lifetimeMs;
	}
}

export const deliveries = new DeliveryMemory();
