import { epochMs, optionalDateTime } from '../../../nodes/common/dateTime';

const field = optionalDateTime({ displayName: 'Start Time', description: 'Only calls after it' });

function read(raw: unknown, zone = 'Asia/Shanghai'): string | undefined {
	const moment = field.read(raw);
	return moment === undefined ? undefined : new Date(epochMs(moment, zone)).toISOString();
}

it.each([
	['what the date picker returns, in the time zone of the workflow', '2026-11-21T09:00:00', '2026-11-21T01:00:00.000Z'],
	['a space in place of the T', '2026-11-21 09:00', '2026-11-21T01:00:00.000Z'],
	['a space in place of the T, with an offset', '2026-11-21 09:00:00 +08:00', '2026-11-21T01:00:00.000Z'],
	['a space in place of the T, with fractions of a second', '2026-11-21 09:00:00.123', '2026-11-21T01:00:00.123Z'],
	['a space in place of the T, with fractions and an offset', '2026-11-21 09:00:00.123456789+0100', '2026-11-21T08:00:00.123Z'],
	['an offset of hours alone', '2026-11-21T09:00-05', '2026-11-21T14:00:00.000Z'],
	['a leap day', '2028-02-29', '2028-02-28T16:00:00.000Z'],
	['the last millisecond of a day', '2026-12-31T23:59:59.999Z', '2026-12-31T23:59:59.999Z'],
	['a date alone', '2026-11-21', '2026-11-20T16:00:00.000Z'],
	['an offset of its own', '2026-11-21T09:00:00.000+01:00', '2026-11-21T08:00:00.000Z'],
	['UTC', '2026-11-21T09:00:00Z', '2026-11-21T09:00:00.000Z'],
	['milliseconds', 1_532_448_000_000, '2018-07-24T16:00:00.000Z'],
	['milliseconds as text', '1532448000000', '2018-07-24T16:00:00.000Z'],
	['an object that serializes itself, such as {{ $now }}', { toString: () => '2026-11-21T09:00:00.000+08:00' }, '2026-11-21T01:00:00.000Z'],
	['a JavaScript date', new Date('2026-11-21T01:00:00Z'), '2026-11-21T01:00:00.000Z'],
	['nothing', '', undefined],
])('takes %s', (_, raw, expected) => {
	expect(read(raw)).toBe(expected);
});

it.each(['tomorrow', '5/6', '21.11.2026', {}, '2026-11-21T9:00', '2026-11-21T09:00:00 Asia/Shanghai', new Date('nonsense')])('refuses %p and says what to enter', (raw) => {
	expect(() => read(raw)).toThrow(/^'Start Time' is ".*": give a date and time such as 2026-11-21T09:00:00, or milliseconds since 1970$/);
});

it.each([
	['2026-13-01', 'there is no month 13'],
	['2026-00-01', 'there is no month 00'],
	['2026-02-30', 'there is no day 30 in 2026-02'],
	['2026-02-29T09:00', 'there is no day 29 in 2026-02'],
	['2026-04-31 09:00', 'there is no day 31 in 2026-04'],
	['2026-02-30T09:00:00Z', 'there is no day 30 in 2026-02'],
	['2026-02-30T09:00:00.000+08:00', 'there is no day 30 in 2026-02'],
	['2026-11-00', 'there is no day 00 in 2026-11'],
	['2026-11-21T24:00', 'there is no hour 24, a day ends at 23:59:59'],
	['2026-11-21T24:00:00Z', 'there is no hour 24, a day ends at 23:59:59'],
	['2026-11-21 23:60', 'there is no minute 60'],
	['2026-11-21T23:60:00+08:00', 'there is no minute 60'],
	['2026-11-21T23:59:60Z', 'there is no second 60'],
	['2026-11-21T09:00+24:00', 'there is no offset of 24:00 hours'],
	['2026-11-21T09:00-08:60', 'there is no offset of 08:60 hours'],
	['1532448000', 'that is too little for milliseconds since 1970; seconds need three more zeros'],
	[1_532_448_000, 'that is too little for milliseconds since 1970; seconds need three more zeros'],
	[1_532_448_000_000_000, 'that is too much for milliseconds since 1970'],
	[1_532_448_000_000.5, 'that is not a whole number of milliseconds'],
])('refuses %p because %s', (raw, why) => {
	expect(() => read(raw)).toThrow(`'Start Time' is "${raw}": ${why}. Give a date and time such as 2026-11-21T09:00:00, or milliseconds since 1970`);
});

it.each([
	['2026-03-29T01:30:00', '2026-03-29T00:30:00.000Z'],
	['2026-03-29T03:30:00', '2026-03-29T01:30:00.000Z'],
	['2026-10-25T03:30:00', '2026-10-25T02:30:00.000Z'],
])('knows when the clocks change: %s in Berlin', (raw, expected) => {
	expect(read(raw, 'Europe/Berlin')).toBe(expected);
});
