import { sleep } from 'n8n-workflow';

/** Baiying shows what happened after some seconds. */
const PAUSES_MS = [1000, 2000, 4000, 8000];

/**
 * Looks until there is something to see. A look that fails counts as one that saw nothing.
 *
 * @returns undefined if nothing was seen in the end, or if the execution was stopped
 */
export async function lookAgain<T>(canceled: AbortSignal | undefined, look: () => Promise<T | undefined>): Promise<T | undefined> {
	for (const pauseMs of [0, ...PAUSES_MS]) {
		if (pauseMs > 0) await sleep(pauseMs);
		if (canceled?.aborted) return undefined;
		const seen = await look().catch(() => undefined);
		if (seen !== undefined) return seen;
	}
	return undefined;
}
