import { isMet } from '../../../lab/report/measured';
import { median, medianRatio, quantile, rounded } from '../../../lab/report/stats';

test('quantiles lie between neighbors and do not depend on the order', () => {
	expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
	expect(quantile([10, 20, 30], 0)).toBe(10);
	expect(quantile([10, 20, 30], 1)).toBe(30);
	expect(quantile([10, 20, 30], 0.75)).toBe(25);
	expect(median([7])).toBe(7);
});

test('a ratio is taken round by round, so that a slow moment of the machine hits both sides', () => {
	expect(medianRatio([1, 10, 2], [2, 20, 4])).toBe(0.5);
});

test('figures are rounded to what they say', () => {
	expect(rounded(0.012345)).toBe(0.0123);
	expect(rounded(12.345)).toBe(12.3);
	expect(rounded(1234.5)).toBe(1235);
	expect(rounded(0)).toBe(0);
});

test('a figure meets its demand from either side, at the limit too', () => {
	const figure = { what: 'x', unit: '×' };
	expect(isMet({ ...figure, value: 1.3, atMost: 1.3 })).toBe(true);
	expect(isMet({ ...figure, value: 1.31, atMost: 1.3 })).toBe(false);
	expect(isMet({ ...figure, value: 0.94, atLeast: 0.95 })).toBe(false);
	expect(isMet({ ...figure, value: 5 })).toBeUndefined();
	expect(isMet({ ...figure, value: Number.NaN, atMost: 1 })).toBe(false);
});
