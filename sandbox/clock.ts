import { setTimeout as wait } from 'node:timers/promises';

/**
 * Vendor time in milliseconds. With `speed` 60 a vendor minute passes in a second of real time.
 */
export interface Clock {
	readonly speed: number;
	/** Vendor time, ms since the epoch. */
	now(): number;
	/** The time on the clocks of those who send requests, ms since the epoch: signatures and tokens are good for a while of it. */
	wall(): number;
	/** Resolves after `ms` of vendor time; rejects with an `AbortError` when the signal aborts. */
	sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The longest wait that Node's timers can do. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

export function createClock(speed = 1): Clock {
	if (!(speed > 0)) throw new RangeError(`The speed of the clock must be above 0, not ${speed}`);
	const startedAt = Date.now();
	return {
		speed,
		now: () => Math.round(startedAt + (Date.now() - startedAt) * speed),
		wall: () => Date.now(),
		sleep: async (ms, signal) =>
			await wait(Math.min(Math.max(0, ms) / speed, LONGEST_WAIT_MS), undefined, { signal }),
	};
}
