import { epochMs, optionalDateTime } from '../../../nodes/common/dateTime';

const field = optionalDateTime({ displayName: 'Start Time', description: 'Only calls after it' });

function read(raw: unknown, zone = 'Asia/Shanghai'): string | undefined {
	const moment = field.read(raw);
	return moment === undefined ? undefined : new Date(epochMs(moment, zone)).toISOString();
}

it.each([
	['what the date picker gives, in the time zone of the workflow', '2026-11-21T09:00:00', '2026-11-21T01:00:00.000Z'],
	['a space in place of the T', '2026-11-21 09:00', '2026-11-21T01:00:00.000Z'],
	['a date alone', '2026-11-21', '2026-11-20T16:00:00.000Z'],
	['an offset of its own', '2026-11-21T09:00:00.000+01:00', '2026-11-21T08:00:00.000Z'],
	['UTC', '2026-11-21T09:00:00Z', '2026-11-21T09:00:00.000Z'],
	['milliseconds', 1_532_448_000_000, '2018-07-24T16:00:00.000Z'],
	['milliseconds as text', '1532448000000', '2018-07-24T16:00:00.000Z'],
	['an object that writes itself down, such as {{ $now }}', { toString: () => '2026-11-21T09:00:00.000+08:00' }, '2026-11-21T01:00:00.000Z'],
	['a JavaScript date', new Date('2026-11-21T01:00:00Z'), '2026-11-21T01:00:00.000Z'],
	['nothing', '', undefined],
])('takes %s', (_, raw, expected) => {
	expect(read(raw)).toBe(expected);
});

it.each(['tomorrow', '5/6', '2026-13-01', 1_532_448_000, '21.11.2026', {}])('refuses %p and says what to give', (raw) => {
	expect(() => read(raw)).toThrow(/^'Start Time' is ".*": give a date and time such as 2026-11-21T09:00:00, or milliseconds since 1970$/);
});

it.each([
	['2026-03-29T01:30:00', '2026-03-29T00:30:00.000Z'],
	['2026-03-29T03:30:00', '2026-03-29T01:30:00.000Z'],
	['2026-10-25T03:30:00', '2026-10-25T02:30:00.000Z'],
])('knows when the clocks change: %s in Berlin', (raw, expected) => {
	expect(read(raw, 'Europe/Berlin')).toBe(expected);
});
