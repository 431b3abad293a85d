import { sleep } from 'n8n-workflow';

/** Times in milliseconds; tests bring a clock of their own. */
export interface Clock {
	now(): number;
	sleep(ms: number): Promise<void>;
}

export const wallClock: Clock = { now: () => Date.now(), sleep };
