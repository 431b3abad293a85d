import { wallClock, type Clock } from '../vendor/clock';
import { SlowStart } from './slowStart';

const SECOND = 1000;
const SLOWEST_PER_SECOND = 0.2;
/** The pace after a refusal that came before anything was accepted. */
const FIRST_TRY_PER_SECOND = 1;
const LONGEST_PAUSE_MS = 30_000;
/** The pace stays a little below what the vendor has been seen to accept. */
const STAY_BELOW = 0.95;
/** The longest that an item waits before it notices that the execution was canceled. */
const LONGEST_SLEEP_MS = 250;
/** Far below what was accepted, the pace is doubled each second; near it, the pace rises a little after a long time without a refusal. */
const FAR_BELOW = 0.9;
const CATCH_UP = { afterMs: SECOND, by: 2 };
const TRY_FASTER = { afterMs: 10_000, by: 1.05 };

/**
 * Decides when the next request may go out. It keeps to the rate that the user set and learns the vendor's: it begins with few
 * requests in parallel and adds more. When the vendor refuses one for being one too many, all wait. Then they continue at the
 * rate that was accepted in the second before.
 */
export class Pacer {
	/** Requests per second; no limit until the user sets one or the vendor refuses. */
	private rate: number;

	/** What the vendor accepts per second, as far as is known. */
	private seenLimit = Infinity;

	private notBefore = 0;

	private lastTurn: Promise<void> = Promise.resolve();

	private pausedUntil = 0;

	private refusalsInARow = 0;

	private rateSetAt = 0;

	private taken: number[] = [];

	private readonly slowStart = new SlowStart();

	/** @param limit requests per second that the user allows; 0 for no limit */
	constructor(
		private readonly limit: number,
		private readonly clock: Clock = wallClock,
	) {
		this.rate = limit > 0 ? limit : Infinity;
	}

	/**
	 * Waits for this request's turn; turns come in the order in which they were asked for. After a turn, `accepted`, `throttled`
	 * or `failed` must be called.
	 *
	 * @returns false if the execution was canceled first; then nothing may be sent
	 */
	async turn(canceled?: AbortSignal): Promise<boolean> {
		await this.slowStart.enter();
		this.lastTurn = this.lastTurn.then(async () => await this.nextMoment(canceled));
		await this.lastTurn;
		if (!canceled?.aborted) return true;
		this.slowStart.leave();
		return false;
	}

	private async nextMoment(canceled?: AbortSignal): Promise<void> {
		// A refusal may arrive while this request waits; its turn then comes after the pause.
		for (let wait = this.waitingTime(); wait > 0; wait = this.waitingTime()) {
			if (canceled?.aborted) return;
			await this.clock.sleep(Math.min(wait, LONGEST_SLEEP_MS));
		}
		this.notBefore = this.clock.now() + SECOND / this.rate;
	}

	private waitingTime(): number {
		return Math.max(this.notBefore, this.pausedUntil) - this.clock.now();
	}

	/** The vendor let a request in, whatever it then answered. */
	accepted(): void {
		const now = this.clock.now();
		this.refusalsInARow = 0;
		this.taken.push(now);
		this.forgetBefore(now - SECOND);
		this.tryFaster(now);
		this.slowStart.widen();
		this.slowStart.leave();
	}

	/** No answer came, or the request was not sent. Neither says anything about the vendor's pace. */
	failed(): void {
		this.slowStart.leave();
	}

	/**
	 * The vendor refused a request for being one too many.
	 *
	 * @param retryAfterMs how long the vendor asks to wait
	 */
	throttled(retryAfterMs?: number): void {
		this.slowDown(retryAfterMs);
		// From here on, the rate keeps the number of requests down.
		this.slowStart.end();
		this.slowStart.leave();
	}

	private slowDown(retryAfterMs?: number): void {
		const now = this.clock.now();
		// Refusals of requests that were under way at the first one say nothing new.
		if (now < this.pausedUntil) return;
		this.forgetBefore(now - SECOND);
		if (this.taken.length > 0) {
			this.seenLimit = this.taken.length;
			this.setRate(Math.min(this.seenLimit * STAY_BELOW, this.rate), now);
		} else {
			this.setRate(Number.isFinite(this.rate) ? this.rate / 2 : FIRST_TRY_PER_SECOND, now);
		}
		const backOff = SECOND * 2 ** this.refusalsInARow++;
		this.pausedUntil = now + Math.min(retryAfterMs ?? backOff, LONGEST_PAUSE_MS);
	}

	private ceiling(): number {
		return this.limit > 0 ? this.limit : Infinity;
	}

	private tryFaster(now: number): void {
		if (this.rate >= this.ceiling()) return;
		const { afterMs, by } = this.rate < this.seenLimit * FAR_BELOW ? CATCH_UP : TRY_FASTER;
		if (now - this.rateSetAt <= afterMs) return;
		const limit = by === CATCH_UP.by ? this.seenLimit * STAY_BELOW : Infinity;
		this.setRate(Math.min(this.rate * by, limit), now);
		this.seenLimit = Math.max(this.seenLimit, this.rate);
	}

	private setRate(rate: number, now: number): void {
		this.rate = Math.min(this.ceiling(), Math.max(SLOWEST_PER_SECOND, rate));
		this.rateSetAt = now;
	}

	private forgetBefore(time: number): void {
		const first = this.taken.findIndex((at) => at > time);
		this.taken = first === -1 ? [] : this.taken.slice(first);
	}
}
