import { sleep } from 'n8n-workflow';

/** The longest sleep between two checks: n8n's `sleep` can't be ended early, so one that is no longer needed must be short. */
const LONGEST_SLEEP_MS = 200;

/** Wakes everything that waits for a change. */
export class Changes {
	private waiting: Array<() => void> = [];

	notify(): void {
		const { waiting } = this;
		this.waiting = [];
		for (const wake of waiting) wake();
	}

	/**
	 * Waits until the condition holds.
	 *
	 * @returns false if it doesn't within the time or before the signal aborts
	 */
	async until(condition: () => boolean, limitMs: number, cancelled?: AbortSignal): Promise<boolean> {
		const deadline = Date.now() + limitMs;
		while (!condition()) {
			const left = deadline - Date.now();
			if (left <= 0 || cancelled?.aborted) return false;
			await this.change(Math.min(left, LONGEST_SLEEP_MS));
		}
		return true;
	}

	private async change(limitMs: number): Promise<void> {
		let wake = () => {};
		const changed = new Promise<void>((resolve) => (wake = resolve));
		this.waiting.push(wake);
		await Promise.race([changed, sleep(limitMs)]);
		this.waiting = this.waiting.filter((other) => other !== wake);
	}
}
