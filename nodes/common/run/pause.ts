import { sleep } from 'n8n-workflow';

/** The longest that a pause lasts after the execution was canceled. */
const LONGEST_SLEEP_MS = 250;

/** @returns false if the execution was canceled in the meantime */
export async function pause(ms: number, canceled?: AbortSignal): Promise<boolean> {
	for (let left = ms; left > 0 && !canceled?.aborted; left -= LONGEST_SLEEP_MS) await sleep(Math.min(left, LONGEST_SLEEP_MS));
	return !canceled?.aborted;
}
