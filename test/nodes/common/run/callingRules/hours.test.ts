import type { CallingWindow } from '../../../../../nodes/common/action/callingRules';
import { Calendar, later, mondayOf, weekdayOf } from '../../../../../nodes/common/run/callingRules/calendar';
import { Hours } from '../../../../../nodes/common/run/callingRules/hours';

const WORKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'];
const at = (iso: string) => Date.parse(iso);

function hours(windows: Array<Partial<CallingWindow>>, { timeZone = 'Asia/Shanghai', daysOff = [] as string[], extraWorkingDays = [] as string[] } = {}): Hours {
	const full = windows.map((window) => ({ days: WORKDAYS, from: '09:00', to: '18:00', ...window }));
	return new Hours(new Calendar(timeZone), { windows: full, daysOff, extraWorkingDays });
}

function next(given: Hours, iso: string): string | undefined {
	const moment = given.next(at(iso));
	return moment === undefined ? undefined : new Date(moment).toISOString();
}

describe('the calendar', () => {
	it('knows weekdays and weeks', () => {
		expect(['1970-01-01', '2026-11-21', '2026-11-23'].map(weekdayOf)).toEqual(['thu', 'sat', 'mon']);
		expect(mondayOf('2026-11-22')).toBe('2026-11-16');
		expect(later('2026-12-31', 1)).toBe('2027-01-01');
	});

	it('finds the moment of a time, also when summer time begins and ends', () => {
		const berlin = new Calendar('Europe/Berlin');
		expect(new Date(berlin.moment('2026-07-01', 9 * 60)).toISOString()).toBe('2026-07-01T07:00:00.000Z');
		// 29 March 2026: 02:00 to 03:00 is left out. 25 October 2026: 02:00 to 03:00 comes twice.
		expect(new Date(berlin.moment('2026-03-29', 2 * 60 + 30)).toISOString()).toBe('2026-03-29T01:00:00.000Z');
		expect(new Date(berlin.moment('2026-10-25', 2 * 60 + 30, 'first')).toISOString()).toBe('2026-10-25T00:30:00.000Z');
		expect(new Date(berlin.moment('2026-10-25', 2 * 60 + 30, 'last')).toISOString()).toBe('2026-10-25T01:30:00.000Z');
	});

	it.each([
		['Europe/Berlin', '2026-03-29T01:00:00Z', [1, 3]],
		['Australia/Lord_Howe', '2026-10-03T15:30:00Z', [1, 2]],
		['Asia/Kathmandu', '2026-11-20T18:15:00Z', [23, 0]],
	])('tells the hour to the millisecond in %s', (timeZone, iso, [before, after]) => {
		const calendar = new Calendar(timeZone);
		const jump = at(iso);
		const moments = [-60_000, -1, 0, 1, -1, 59_999, 60_000];
		expect(moments.map((ms) => calendar.hourOf(jump + ms))).toEqual(moments.map((ms) => (ms < 0 ? before : after)));
	});
});

describe('calling hours', () => {
	it.each([
		['before they begin', '2026-11-23T00:59:59Z', '2026-11-23T01:00:00.000Z'],
		['when they begin', '2026-11-23T01:00:00Z', '2026-11-23T01:00:00.000Z'],
		['right before they end', '2026-11-23T09:59:59Z', '2026-11-23T09:59:59.000Z'],
		['when they end', '2026-11-23T10:00:00Z', '2026-11-24T01:00:00.000Z'],
		['on a Friday evening', '2026-11-20T12:00:00Z', '2026-11-23T01:00:00.000Z'],
	])('%s', (_, now, expected) => {
		expect(next(hours([{}]), now)).toBe(expected);
	});

	it('leave a lunch break between two windows', () => {
		const given = hours([{ to: '12:00' }, { from: '14:00' }]);
		expect(next(given, '2026-11-23T04:00:00Z')).toBe('2026-11-23T06:00:00.000Z');
		expect(given.isOpen(at('2026-11-23T03:59:59Z'))).toBe(true);
	});

	it('last over midnight', () => {
		const given = hours([{ days: ['fri'], from: '22:00', to: '02:00' }]);
		expect(given.isOpen(at('2026-11-20T17:59:59Z'))).toBe(true);
		expect(given.isOpen(at('2026-11-20T18:00:00Z'))).toBe(false);
		expect(given.isOpen(at('2026-11-19T17:00:00Z'))).toBe(false);
	});

	it('end at midnight if the next day is off', () => {
		const given = hours([{ days: ['fri'], from: '22:00', to: '02:00' }], { daysOff: ['2026-11-21'] });
		expect(given.isOpen(at('2026-11-20T15:59:59Z'))).toBe(true);
		expect(given.isOpen(at('2026-11-20T16:00:00Z'))).toBe(false);
	});

	it('skip days off and take in extra working days', () => {
		const given = hours([{}], { daysOff: ['2026-10-01', '2026-10-02'], extraWorkingDays: ['2026-10-10'] });
		expect(next(given, '2026-10-01T02:00:00Z')).toBe('2026-10-05T01:00:00.000Z');
		expect(given.isOpen(at('2026-10-10T02:00:00Z'))).toBe(true);
		expect(given.isOpen(at('2026-10-17T02:00:00Z'))).toBe(false);
	});

	it('are the whole day if only days off are set', () => {
		const given = hours([], { daysOff: ['2026-10-01'] });
		expect(given.isOpen(at('2026-09-30T15:59:59Z'))).toBe(true);
		expect(next(given, '2026-09-30T16:00:00Z')).toBe('2026-10-01T16:00:00.000Z');
	});

	it('are those of the time zone on the day that summer time begins and ends', () => {
		const given = hours([{ days: ['sun'], from: '02:30', to: '04:00' }], { timeZone: 'Europe/Berlin' });
		expect(next(given, '2026-03-29T00:00:00Z')).toBe('2026-03-29T01:00:00.000Z');
		expect(given.isOpen(at('2026-03-29T02:00:00Z'))).toBe(false);
		// 02:30 comes twice: only the second one is surely within the hours.
		expect(given.isOpen(at('2026-10-25T00:45:00Z'))).toBe(false);
		expect(given.isOpen(at('2026-10-25T01:30:00Z'))).toBe(true);
	});

	it('never come if all days are off', () => {
		const all = Array.from({ length: 400 }, (_, index) => later('2026-11-20', index));
		expect(next(hours([{}], { daysOff: all }), '2026-11-23T02:00:00Z')).toBeUndefined();
	});

	it('hold throughout a year as a plain reading of the clock says', () => {
		const given = hours([{ to: '12:00' }, { days: ['sat'], from: '13:30', to: '15:00' }], { timeZone: 'America/New_York' });
		const format = new Intl.DateTimeFormat('en-US', { timeZone: 'America/New_York', hourCycle: 'h23', weekday: 'short', hour: '2-digit', minute: '2-digit' });
		for (let moment = at('2026-01-01T00:00:00Z'); moment < at('2027-01-01T00:00:00Z'); moment += 97 * 60_000) {
			const shown = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
			const time = `${shown.hour}:${shown.minute}`;
			const isSaturday = shown.weekday === 'Sat';
			const expected = isSaturday ? time >= '13:30' && time < '15:00' : shown.weekday !== 'Sun' && time >= '09:00' && time < '12:00';
			if (given.isOpen(moment) !== expected) throw new Error(`${new Date(moment).toISOString()} (${shown.weekday} ${time}) should be ${expected ? 'open' : 'closed'}`);
		}
	});
});
