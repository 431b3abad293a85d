import { amount, chinaTime, flag, text } from '../../../../nodes/Baiying/callback/values';

test.each([
	['2019-01-12 16:09:32', '2019-01-12T16:09:32.000+08:00'],
	['2019-01-12 00:00:00', '2019-01-12T00:00:00.000+08:00'],
	['2019-01-12 16:09', '2019-01-12T16:09:00.000+08:00'],
	['2019-01-12 16:09:32.5', '2019-01-12T16:09:32.500+08:00'],
	['2019-01-12T08:09:32Z', '2019-01-12T16:09:32.000+08:00'],
	['2019-01-12T16:09:32+0800', '2019-01-12T16:09:32.000+08:00'],
	[1547280572000, '2019-01-12T16:09:32.000+08:00'],
	['1547280572000', '2019-01-12T16:09:32.000+08:00'],
	['2019-02-30 10:00:00', '2019-02-30 10:00:00'],
	['2019-01-12 25:00:00', '2019-01-12 25:00:00'],
	['2019-01-12', '2019-01-12'],
	['soon', 'soon'],
	['', null],
	[null, null],
	[undefined, null],
])('chinaTime(%j) is %j', (given, expected) => {
	expect(chinaTime(given)).toBe(expected);
});

test.each([
	[35, 35],
	['35', 35],
	['27秒', 27],
	['-1', -1],
	['1.5', 1.5],
	['2019-01-12 16:09:32', null],
	['x', null],
	['', null],
	[true, null],
	[null, null],
])('amount(%j) is %j', (given, expected) => {
	expect(amount(given)).toBe(expected);
});

test.each([
	[true, true],
	[1, true],
	['1', true],
	[0, false],
	['false', false],
	[null, null],
	['maybe', null],
])('flag(%j) is %j', (given, expected) => {
	expect(flag(given)).toBe(expected);
});

test.each([
	[5, '5'],
	['a', 'a'],
	['', null],
	[null, null],
	[{}, null],
])('text(%j) is %j', (given, expected) => {
	expect(text(given)).toBe(expected);
});
