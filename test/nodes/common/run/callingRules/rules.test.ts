import { readCallingRules } from '../../../../../nodes/common/action/callingRules';
import { customerId } from '../../../../../nodes/common/run/callingRules/customer';
import { Calendar } from '../../../../../nodes/common/run/callingRules/calendar';
import { numbersIn } from '../../../../../nodes/common/run/callingRules/numberList';
import { gapAround, periodOf } from '../../../../../nodes/common/run/callingRules/limits';

const read = (given: Record<string, unknown>) => readCallingRules(given, Object.keys(given));

it.each(['13720000000', '+86 137-2000-0000', '8613720000000', '0086 137 2000 0000', '013720000000', ' (137) 20000000'])('takes %p for the same customer', (written) => {
	expect(customerId(written)).toBe('13720000000');
});

it.each([
	['010 2157 0000', '01021570000'],
	['+44 20 7946 0000', '00442079460000'],
	['8001@ccc-test', '8001@ccc-test'],
])('keeps %p apart from mobile numbers', (written, expected) => {
	expect(customerId(written)).toBe(expected);
});

it.each<[string, unknown, string[]]>([
	['a list', ['137 2000 0000', '+86 139-1814-0000'], ['13720000000', '13918140000']],
	['a text with commas', '137 2000 0000, +86 139 1814 0000，010 2157 0000', ['13720000000', '13918140000', '01021570000']],
	['a text with lines', '137 2000 0000\n+86 (139) 1814 0000\r\n', ['13720000000', '13918140000']],
	['a text with blanks only', '13720000000 +8613918140000', ['13720000000', '13918140000']],
	['cells with several numbers', ['13720000000; 139 1814 0000', '13720000001/13720000002'], ['13720000000', '13918140000', '13720000001', '13720000002']],
	['numbers that are no text', [13720000000], ['13720000000']],
])('knows the numbers of %s, with whatever stands between their digits', (_, doNotCall, expected) => {
	const numbers = numbersIn(read({ doNotCall }).doNotCall ?? []);
	expect(expected.filter((number) => !numbers.has(number))).toEqual([]);
});

it('does not take the parts of a number for numbers', () => {
	expect([...numbersIn(['137 2000 0000', '8001@ccc-test'])].sort()).toEqual(['13720000000', '8001@ccc-test']);
});

describe('rules that cannot be read call nobody', () => {
	it.each<[Record<string, unknown>, RegExp]>([
		[{ hours: { window: [{ days: ['mon'], from: '9 o’clock', to: '18:00' }] } }, /'Hours', entry 1: 'From' is/],
		[{ hours: { window: [{ days: ['mon'], from: '09:00', to: '25:00' }] } }, /'To' is "25:00"/],
		[{ hours: { window: [{ days: ['mon'], from: '09:00', to: '09:00' }] } }, /'From' and 'To' are equal/],
		[{ hours: { window: [{ days: [], from: '09:00', to: '18:00' }] } }, /'Days' is empty/],
		[{ hours: {} }, /'Hours' in 'Calling Rules' is empty/],
		[{ doNotCall: undefined }, /'Do Not Call' in 'Calling Rules' is empty: its expression returns nothing/],
		[{ doNotCall: [{ phone: '13720000000' }] }, /'Do Not Call' must be text/],
		[{ daysOff: '2026-02-30' }, /'Days Off' holds "2026-02-30"/],
		[{ timeZone: 'Peking' }, /'Time Zone' is "Peking"/],
		[{ limits: { limit: [{ calls: 0, per: 'day' }] } }, /'Calls' is 0/],
		[{ minimumGapMinutes: '' }, /'Minimum Gap \(Minutes\)' in 'Calling Rules' is empty/],
		[{ customer: '' }, /'Customer' in 'Calling Rules' is empty/],
		[{ weekends: true }, /no rule "weekends"/],
	])('%p', (given, expected) => {
		expect(() => read(given)).toThrow(expected);
	});

	it('but an empty list of numbers or days is one', () => {
		expect(read({ doNotCall: [], daysOff: '' })).toEqual({ doNotCall: undefined, daysOff: undefined });
		expect(read({ hours: { window: [{ days: ['mon'], from: '9:00', to: '24:00' }] } }).hours).toEqual([{ days: ['mon'], from: '09:00', to: '24:00' }]);
	});
});

it('knows when the next hour, day and week begin', () => {
	const calendar = new Calendar('Asia/Shanghai');
	const now = Date.parse('2026-11-21T15:59:30Z');
	const ends = (['hour', 'day', 'week'] as const).map((per) => new Date(periodOf({ per }, now, calendar).end).toISOString());
	expect(ends).toEqual(['2026-11-21T16:00:00.000Z', '2026-11-21T16:00:00.000Z', '2026-11-22T16:00:00.000Z']);
});

it('keeps two calls at least the gap apart', () => {
	const minute = 60_000;
	for (let first = 0; first < 120; first++) {
		for (let second = first + 1; second < 240; second++) {
			const taken = gapAround(30, first * minute).own;
			const { own, beside } = gapAround(30, second * minute);
			const isFree = own !== taken && !beside.includes(taken);
			if (second - first < 30) expect(isFree).toBe(false);
			if (second - first > 60) expect(isFree).toBe(true);
		}
	}
	expect(gapAround(30, 0).nextStart(2)).toBe(4 * 30 * minute);
});
