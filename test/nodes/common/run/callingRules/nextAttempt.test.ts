import { readRetryPlan } from '../../../../../nodes/common/action/retryPlan';
import { Calendar } from '../../../../../nodes/common/run/callingRules/calendar';
import { Hours } from '../../../../../nodes/common/run/callingRules/hours';
import { nextAttempt } from '../../../../../nodes/common/run/callingRules/nextAttempt';

const ENDED = Date.parse('2026-11-20T09:30:00Z');
const always = (at: number) => at;
const windows = [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '18:00' }];
const hours = new Hours(new Calendar('Asia/Shanghai'), { windows, daysOff: [], extraWorkingDays: [] });

it('waits longer after each attempt, and then gives up', () => {
	const plan = (attempt: unknown) => readRetryPlan({ attempt, afterMinutes: '30, 120', maxAttempts: 4 });
	const attempts = [undefined, 2, '3', 4].map((attempt) => nextAttempt(plan(attempt), 'noAnswer', ENDED, always));
	expect(attempts).toEqual([
		{ number: 2, at: '2026-11-20T10:00:00.000Z' },
		{ number: 3, at: '2026-11-20T11:30:00.000Z' },
		{ number: 4, at: '2026-11-20T11:30:00.000Z' },
		null,
	]);
});

it('stays within the calling hours: after a Friday comes Monday', () => {
	expect(nextAttempt(readRetryPlan({}), 'busy', ENDED, (at) => hours.next(at))).toEqual({ number: 2, at: '2026-11-23T01:00:00.000Z' });
});

it.each(['answered', 'invalidNumber', 'unknown', undefined])('plans nothing after the result %p', (result) => {
	expect(nextAttempt(readRetryPlan({}), result, ENDED, always)).toBeNull();
});

it('plans what the user chose, and nothing else', () => {
	const plan = readRetryPlan({ callResults: ['rejected'] });
	expect(['rejected', 'busy'].map((result) => nextAttempt(plan, result, ENDED, always)?.number)).toEqual([2, undefined]);
});

it.each<[Record<string, unknown>, RegExp]>([
	[{ afterMinutes: '30, soon' }, /'After Minutes' holds "soon"/],
	[{ afterMinutes: '' }, /'After Minutes' is empty/],
	[{ attempt: 0 }, /'Attempt' is 0/],
	[{ callResults: ['engaged'] }, /'Call Results' holds "engaged"/],
])('explains %p', (given, expected) => {
	expect(() => readRetryPlan(given)).toThrow(expected);
});
