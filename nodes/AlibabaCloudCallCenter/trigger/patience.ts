import { sleep } from 'n8n-workflow';
import { DownloadFault } from '../../common/vendor/download';
import { VendorError } from '../../common/vendor/errors';
import { failureOf } from '../../common/vendor/downloadError';

const THROTTLED_TRIES = 8;
const FAILED_TRIES = 3;
const FIRST_PAUSE_MS = 250;

/** How long to wait before it is tried again; undefined if there is no point in it. */
function pauseAfter(error: unknown, tries: number): number | undefined {
	const isVendors = error instanceof VendorError;
	if (!isVendors && !(error instanceof DownloadFault)) return undefined;
	const failure = isVendors ? error.failure : failureOf(error.details);
	if (failure === 'refused' || tries >= (failure === 'throttled' ? THROTTLED_TRIES : FAILED_TRIES)) return undefined;
	return (isVendors ? error.retryAfterMs : undefined) ?? FIRST_PAUSE_MS * 2 ** (tries - 1);
}

/** Reads something, and reads it again after pauses when the vendor is too busy or does not answer. */
export async function patiently<Answer>(read: () => Promise<Answer>): Promise<Answer> {
	for (let tries = 1; ; tries++) {
		const result = await read().then(
			(answer) => ({ answer }),
			(error: unknown) => ({ error }),
		);
		if ('answer' in result) return result.answer;
		const pauseMs = pauseAfter(result.error, tries);
		if (pauseMs === undefined) throw result.error;
		await sleep(pauseMs);
	}
}
