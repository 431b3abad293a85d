import { pause } from './pause';

/** Requests that must keep a distance from each other, such as those on one campaign. */
export interface Line {
	key: string;
	/** From the answer to one request to the next request. */
	ms: number;
}

/**
 * The last request of each line and, once it has been answered, when the next may follow. It belongs to the process, because the vendor
 * also counts the requests of other nodes and executions. An entry is dropped once its time has passed.
 */
const lines = new Map<string, { freeAt: number; last: Promise<void> }>();

/** The end of the last pause, which alone decides how late it gets. */
const LAST_PAUSE_MS = 200;

/** Waits in two steps: a pause is cut into several sleeps, and on a busy machine each of them lasts a little too long. */
async function waitUntil(at: number, canceled: AbortSignal | undefined): Promise<void> {
	await pause(at - LAST_PAUSE_MS - performance.now(), canceled);
	await pause(at - performance.now(), canceled);
}

function forgetFree(now: number): void {
	for (const [key, { freeAt }] of lines) {
		if (freeAt < now) lines.delete(key);
	}
}

/**
 * Works when it is this request's turn in its line. The distance counts from the answer, because only then the vendor has seen the
 * request for certain: two requests that are sent a second apart may arrive closer to each other.
 */
export async function inLine<T>({ key, ms }: Line, canceled: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
	forgetFree(performance.now());
	const before = lines.get(key);
	const entry = { freeAt: Infinity, last: Promise.resolve() };
	const done = (before?.last ?? Promise.resolve()).then(async () => {
		await waitUntil(before?.freeAt ?? 0, canceled);
		return await work();
	});
	const leave = () => {
		entry.freeAt = performance.now() + ms;
	};
	entry.last = done.then(leave, leave);
	lines.set(key, entry);
	return await done;
}
