import { sleep } from 'n8n-workflow';

export interface Delivery {
	/** The workflow, the node and what it remembers. */
	key: string;
	deliveryId: string;
	lifetimeMs: number;
}

/** The part of an HTTP response that shows whether n8n has answered, and how. */
export interface Answer {
	readonly writableEnded: boolean;
	readonly statusCode: number;
}

export type Claim = 'first' | 'duplicate' | 'unanswered';

export interface MemoryLimits {
	deliveries: number;
	/** How long a copy waits for the answer to the first. */
	waitMs: number;
	/** After this time without an answer a run does not count as started. */
	giveUpMs: number;
	pollMs: number;
}

/** A copy that waits for the answer to the first. */
interface Copy {
	deadline: number;
	wake: () => void;
}

interface Remembered extends Delivery {
	claimedAt: number;
	/** Whether n8n has recorded the run; undefined while that is unknown. */
	isRecorded?: boolean;
	/** Present while it is unknown whether the run was recorded. */
	answer?: Answer;
	/** In the order of their deadlines. */
	copies: Copy[];
}

/** Which deliveries have started a run. Nothing survives a restart, and processes do not share their memory. */
export class DeliveryMemory {
	/** In the order of their claims. */
	private readonly remembered = new Map<string, Remembered>();

	/** Deliveries whose first copy n8n has not answered yet, including those that are no longer remembered. */
	private readonly unanswered = new Set<Remembered>();

	private settledAt = -Infinity;
	private isTicking = false;

	constructor(
		private readonly limits: MemoryLimits,
		private readonly now: () => number = Date.now,
	) {}

	get size(): number {
		return this.remembered.size;
	}

	/**
	 * - `first`: start a run; it counts once `answer` has gone out with a 2xx status, which n8n sends after recording the run.
	 * - `duplicate`: a run has been recorded.
	 * - `unanswered`: n8n has not answered the first copy for as long as this one could wait.
	 *
	 * When n8n could not record the run, a waiting copy becomes the first.
	 */
	async claim(delivery: Delivery, answer: Answer): Promise<Claim> {
		const deadline = this.now() + this.limits.waitMs;
		if (this.now() - this.settledAt >= this.limits.pollMs) this.settleAll();
		for (;;) {
			const known = this.known(delivery);
			if (!known) {
				this.remember(delivery, answer);
				return 'first';
			}
			const isRecorded = await this.outcome(known, deadline);
			if (isRecorded === undefined) return 'unanswered';
			if (isRecorded) return 'duplicate';
		}
	}

	private known({ key, deliveryId }: Delivery): Remembered | undefined {
		const entry = this.remembered.get(key);
		return entry?.deliveryId === deliveryId && !this.isOver(entry) ? entry : undefined;
	}

	private remember(delivery: Delivery, answer: Answer): void {
		const { key } = delivery;
		const entry: Remembered = { ...delivery, claimedAt: this.now(), answer, copies: [] };
		this.remembered.delete(key);
		this.remembered.set(key, entry);
		this.unanswered.add(entry);
		for (const [oldestKey, oldest] of this.remembered) {
			if (this.remembered.size <= this.limits.deliveries && !this.isOver(oldest)) break;
			this.remembered.delete(oldestKey);
		}
	}

	/** Whether the run was recorded; undefined when that is still open at the deadline. */
	private async outcome(entry: Remembered, deadline: number): Promise<boolean | undefined> {
		this.settle(entry);
		while (entry.isRecorded === undefined && this.now() < deadline) {
			await new Promise<void>((wake) => {
				entry.copies.push({ deadline, wake });
				void this.tick();
			});
		}
		return entry.isRecorded;
	}

	/** One clock for all copies that wait: the work per tick grows with the unanswered deliveries, not with their copies. */
	private async tick(): Promise<void> {
		if (this.isTicking) return;
		this.isTicking = true;
		do {
			await sleep(this.limits.pollMs);
			this.settleAll();
		} while ([...this.unanswered].some(({ copies }) => copies.length > 0));
		this.isTicking = false;
	}

	private settleAll(): void {
		this.settledAt = this.now();
		for (const entry of this.unanswered) this.settle(entry);
	}

	/** Checks whether n8n has answered. If so, it lets go of the response, forgets a run that was not recorded and wakes the copies. */
	private settle(entry: Remembered): void {
		const { answer, key, copies } = entry;
		if (!answer) return;
		const isAnswered = answer.writableEnded;
		if (!isAnswered && this.now() - entry.claimedAt <= this.limits.giveUpMs) {
			const inTime = copies.findIndex(({ deadline }) => deadline > this.now());
			for (const { wake } of copies.splice(0, inTime < 0 ? copies.length : inTime)) wake();
			return;
		}
		entry.isRecorded = isAnswered && answer.statusCode >= 200 && answer.statusCode < 300;
		delete entry.answer;
		this.unanswered.delete(entry);
		if (!entry.isRecorded && this.remembered.get(key) === entry) this.remembered.delete(key);
		for (const { wake } of copies.splice(0)) wake();
	}

	private isOver({ claimedAt, lifetimeMs }: Remembered): boolean {
		return this.now() - claimedAt >= lifetimeMs;
	}
}
