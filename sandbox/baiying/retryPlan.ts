const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const minutes = (...counts: number[]) => counts.map((count) => count * MINUTE);

/** Which of Baiying's two platforms sends. */
export type Platform = 'legacy' | 'open';

/** Vendor milliseconds between two attempts; one gap per retry. */
export type RetryPlan = readonly number[];

/**
 * - `legacy`: 27 retries over 26 h 46 min (https://api.byrobot.cn/doc/v2/, since 2019-06-21)
 * - `open`: 15 retries (https://open.byai.com/v2/event-callbacks/quick-start.html)
 */
export const RETRY_PLANS: Readonly<Record<Platform, RetryPlan>> = {
	legacy: [
		10 * SECOND,
		30 * SECOND,
		...minutes(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30),
		HOUR,
		...Array<number>(12).fill(2 * HOUR),
	],
	open: [10 * SECOND, 30 * SECOND, ...minutes(1, 2, 3, 5, 6, 7, 8, 9, 10, 20, 30), HOUR, 2 * HOUR],
};
