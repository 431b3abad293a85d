import { Random } from '../../../../lab/reliability/random';
import { planOf } from '../../../../lab/reliability/rulesWeek/plan';
import { ENDS_AT, isOpen, outsideBy, STARTS_AT, wasClosed } from '../../../../lab/reliability/rulesWeek/week';
import { customerId } from '../../../../nodes/common/run/callingRules/customer';

const at = (shanghai: string) => Date.parse(`2026-${shanghai}:00+08:00`);

const plan = planOf(1000, new Random(1));
const attempts = plan.batches.flatMap(({ customers }) => customers);

test('every customer comes several times, each time with a key of its own', () => {
	const times = new Map<string, number>();
	for (const { phone } of attempts) times.set(phone, (times.get(phone) ?? 0) + 1);
	expect(times.size).toBe(1000);
	expect([...new Set(times.values())].sort()).toEqual([3, 4, 5, 8]);
	expect(new Set(attempts.map(({ key }) => key)).size).toBe(attempts.length);
	expect(new Set(attempts.map(({ isService }) => isService)).size).toBe(2);
});

test('batches come in day and night, some of them at once', () => {
	const moments = plan.batches.map((batch) => batch.at);
	expect(moments.every((moment) => moment >= STARTS_AT && moment < ENDS_AT)).toBe(true);
	expect(new Set(moments).size).toBeLessThan(moments.length);
	expect(new Set(moments.map(isOpen)).size).toBe(2);
});

test('the do-not-call list names its customers in many ways, and others', () => {
	expect(plan.doNotCall.size).toBeGreaterThan(10);
	const written = new Set(plan.written.map(customerId));
	expect([...plan.doNotCall].filter((phone) => !written.has(phone))).toEqual([]);
	expect(written.size).toBe(plan.doNotCall.size + 50);
	expect(new Set(plan.written.map((number) => number.replace(/\d/g, '0'))).size).toBeGreaterThan(6);
});

test('the same seed draws the same week', () => {
	expect(planOf(1000, new Random(1))).toEqual(plan);
	expect(planOf(1000, new Random(2))).not.toEqual(plan);
});

test.each<[string, boolean]>([
	['02-23T10:00', false],
	['02-24T08:59', false],
	['02-24T09:00', true],
	['02-24T11:59', true],
	['02-24T12:00', false],
	['02-24T14:00', true],
	['02-24T20:00', false],
	['02-28T10:00', true],
	['03-01T10:00', false],
	['03-02T10:00', true],
])('at %s the hours are open: %p', (moment, expected) => {
	expect(isOpen(at(moment))).toBe(expected);
});

test('it is known for how long they have been over', () => {
	expect(outsideBy(at('02-24T11:00'))).toBe(0);
	expect(outsideBy(at('02-24T12:30'))).toBe(30 * 60_000);
	expect(outsideBy(at('02-25T08:00'))).toBe(12 * 3_600_000);
	expect(outsideBy(at('02-23T10:00'))).toBe(Infinity);
	expect([wasClosed(at('02-24T09:00'), at('02-24T11:00')), wasClosed(at('02-24T11:00'), at('02-24T12:00')), wasClosed(at('02-24T12:00'), at('02-24T13:00'))]).toEqual([false, true, true]);
});
