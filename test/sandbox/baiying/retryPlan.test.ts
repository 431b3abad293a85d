import { RETRY_PLANS } from '../../../sandbox/baiying/retryPlan';

const sum = (gaps: readonly number[]) => gaps.reduce((total, gap) => total + gap, 0);

test('the older platform: 27 retries over 26 h 46 min', () => {
	expect(RETRY_PLANS.legacy).toHaveLength(27);
	expect(Math.round(sum(RETRY_PLANS.legacy) / 60_000)).toBe(26 * 60 + 46);
	expect(RETRY_PLANS.legacy.slice(0, 4)).toEqual([10_000, 30_000, 60_000, 120_000]);
	expect(RETRY_PLANS.legacy.slice(12, 17).map((gap) => gap / 60_000)).toEqual([20, 30, 60, 120, 120]);
});

test('the open platform: 15 retries, without the step of 4 minutes', () => {
	expect(RETRY_PLANS.open.map((gap) => gap / 60_000)).toEqual([1 / 6, 0.5, 1, 2, 3, 5, 6, 7, 8, 9, 10, 20, 30, 60, 120]);
});
