import { sleep } from 'n8n-workflow';

const SECOND = 1000;
const SLOWEST_PER_SECOND = 0.2;
const LONGEST_PAUSE_MS = 30_000;
/** After a refusal the pace stays a little below what the vendor has been seen to accept, … */
const STAY_BELOW = 0.95;
/** … and after this long without one it is tried a little faster. */
const TRY_FASTER_AFTER_MS = 10_000;
const TRY_FASTER_BY = 1.05;

interface Clock {
	now(): number;
	sleep(ms: number): Promise<void>;
}

const wallClock: Clock = { now: () => Date.now(), sleep };

/**
 * Decides when the next request may go out. Keeps to the rate that the user set, and learns the vendor's: when a request is
 * refused for being one too many, all wait, and then go on at the rate that was accepted in the second before.
 */
export class Pacer {
	/** Requests per second; no limit until the user sets one or the vendor refuses. */
	private rate: number;

	private notBefore = 0;

	private lastTurn: Promise<void> = Promise.resolve();

	private pausedUntil = 0;

	private refusalsInARow = 0;

	private rateSetAt = 0;

	private accepted: number[] = [];

	/** @param limit requests per second that the user allows; 0 for no limit */
	constructor(
		private readonly limit: number,
		private readonly clock: Clock = wallClock,
	) {
		this.rate = limit > 0 ? limit : Infinity;
	}

	/** Waits for this request's turn; turns come in the order in which they were asked for. */
	async turn(): Promise<void> {
		this.lastTurn = this.lastTurn.then(async () => await this.nextMoment());
		await this.lastTurn;
	}

	private async nextMoment(): Promise<void> {
		// A refusal may come while this one waits: its turn is then after the pause.
		for (let wait = this.waitingTime(); wait > 0; wait = this.waitingTime()) await this.clock.sleep(wait);
		this.notBefore = this.clock.now() + SECOND / this.rate;
	}

	private waitingTime(): number {
		return Math.max(this.notBefore, this.pausedUntil) - this.clock.now();
	}

	/** The vendor took a request. */
	succeeded(): void {
		const now = this.clock.now();
		this.refusalsInARow = 0;
		this.accepted.push(now);
		this.forgetBefore(now - SECOND);
		if (this.rate < this.ceiling() && now - this.rateSetAt > TRY_FASTER_AFTER_MS) this.setRate(this.rate * TRY_FASTER_BY, now);
	}

	/**
	 * The vendor refused a request for being one too many.
	 *
	 * @param retryAfterMs the vendor's wish when to come back
	 */
	throttled(retryAfterMs?: number): void {
		const now = this.clock.now();
		// Requests that were under way at the first refusal say nothing new.
		if (now < this.pausedUntil) return;
		this.forgetBefore(now - SECOND);
		const seen = this.accepted.length > 0 ? this.accepted.length * STAY_BELOW : this.currentRate() / 2;
		this.setRate(Math.min(seen, this.currentRate()), now);
		const backOff = SECOND * 2 ** this.refusalsInARow++;
		this.pausedUntil = now + Math.min(retryAfterMs ?? backOff, LONGEST_PAUSE_MS);
	}

	private ceiling(): number {
		return this.limit > 0 ? this.limit : Infinity;
	}

	private currentRate(): number {
		return Number.isFinite(this.rate) ? this.rate : Math.max(1, this.accepted.length);
	}

	private setRate(rate: number, now: number): void {
		this.rate = Math.min(this.ceiling(), Math.max(SLOWEST_PER_SECOND, rate));
		this.rateSetAt = now;
	}

	private forgetBefore(time: number): void {
		const first = this.accepted.findIndex((at) => at > time);
		this.accepted = first === -1 ? [] : this.accepted.slice(first);
	}
}
