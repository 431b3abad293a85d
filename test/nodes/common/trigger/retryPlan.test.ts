import type { IDataObject } from 'n8n-workflow';
import { attemptIn } from '../../../../nodes/common/trigger/attempt';
import { planner, retryPlanFault, retryPlanProperty, TriggerPlan } from '../../../../nodes/common/trigger/retryPlan';

/** A Saturday, 17:50 in Shanghai. */
const NOW = Date.parse('2026-11-21T09:50:00Z');
const read = (given: IDataObject) => TriggerPlan.read(given, 'Asia/Shanghai');

/** A trigger with this plan, and how often its parameters were evaluated. */
function nodeWith(retryPlan?: unknown) {
	const evaluated: string[] = [];
	return {
		evaluated,
		getNode: () => ({ parameters: { ...(retryPlan === undefined ? {} : { retryPlan }) } }) as never,
		getTimezone: () => 'Asia/Shanghai',
		getNodeParameter(name: string) {
			evaluated.push(name);
			return retryPlan as never;
		},
	};
}

describe('the attempt that a call was', () => {
	it.each<[unknown, number | undefined]>([
		[{ attempt: 2 }, 2],
		[{ attempt: '3' }, 3],
		[{ other: 5 }, 1],
		[{ attempt: '' }, 1],
		['{ "attempt": 2, "name": "Li Na" }', 2],
		['order4711 attempt2', 2],
		['order4711 attempt 12', 12],
		['order4711', 1],
		['4711', 1],
		['order4711 attempt', 1],
		[undefined, 1],
		[null, 1],
		[['attempt'], 1],
		// Nobody can tell, so nobody is called again.
		[{ attempt: 'second' }, undefined],
		[{ attempt: 0 }, undefined],
		[{ attempt: 1.5 }, undefined],
		[{ attempt: [2] }, undefined],
		['attempt99999', undefined],
	])('in %j is %p', (own, expected) => {
		expect(attemptIn(own, 'attempt')).toBe(expected);
	});
});

describe('the plan of a trigger', () => {
	it('names the next attempt, and none after the last one', () => {
		const plan = read({ afterMinutes: '30, 120', maxAttempts: 3 });
		expect(plan.next('noAnswer', undefined, NOW)).toEqual({ number: 2, at: '2026-11-21T10:20:00.000Z' });
		expect(plan.next('noAnswer', { attempt: 2 }, NOW)).toEqual({ number: 3, at: '2026-11-21T11:50:00.000Z' });
		expect(plan.next('noAnswer', { attempt: 3 }, NOW)).toBeNull();
		expect(plan.next('answered', undefined, NOW)).toBeNull();
		expect(plan.next('noAnswer', { attempt: 'x' }, NOW)).toBeNull();
	});

	it('reads the attempt under another name', () => {
		expect(read({ attemptField: 'round', afterMinutes: '30' }).next('busy', { round: 2 }, NOW)).toMatchObject({ number: 3 });
	});

	it('keeps to its calling hours, in the time zone of the workflow unless it has its own', () => {
		const hours = { window: [{ days: ['sat', 'mon'], from: '09:00', to: '18:00' }] };
		expect(read({ hours, afterMinutes: '30' }).next('busy', undefined, NOW)).toEqual({ number: 2, at: '2026-11-23T01:00:00.000Z' });
		expect(read({ hours, afterMinutes: '30', timeZone: 'UTC' }).next('busy', undefined, NOW)).toEqual({ number: 2, at: '2026-11-21T10:20:00.000Z' });
		expect(read({ hours, afterMinutes: '30', daysOff: '2026-11-23' }).next('busy', undefined, NOW)).toEqual({ number: 2, at: '2026-11-28T01:00:00.000Z' });
		const extraWorkingDays = ['2026-11-22'];
		expect(read({ hours, afterMinutes: '30', extraWorkingDays }).next('busy', undefined, NOW)).toEqual({ number: 2, at: '2026-11-22T01:00:00.000Z' });
	});

	it.each<[IDataObject, RegExp]>([
		[{ hours: {} }, /'Hours' in 'Retry Plan' is empty/],
		[{ hours: { window: [{ days: ['mon'], from: '9h', to: '18:00' }] } }, /'From' is "9h"/],
		[{ hours: { window: [{ days: ['mon'], from: '09:00', to: '09:00' }] } }, /'From' and 'To' are equal/],
		[{ timeZone: 'Peking' }, /'Time Zone' is "Peking"/],
		[{ afterMinutes: 'soon' }, /'After Minutes' holds "soon"/],
		[{ maxAttempts: 0 }, /'Max Attempts' is 0/],
	])('says what is wrong with %j', (given, message) => {
		expect(() => read(given)).toThrow(message);
		expect(retryPlanFault(nodeWith(given))).toMatch(message);
	});
});

describe('the items of a webhook', () => {
	it.each([[undefined], [{}]])('stay as they are without a plan (%j), and nothing is evaluated for it', (retryPlan) => {
		const node = nodeWith(retryPlan);
		const item = { callResult: 'busy' };
		expect(planner(node)(item, item)).toBe(item);
		expect(node.evaluated).toEqual([]);
		expect(retryPlanFault(node)).toBeUndefined();
	});

	it('get a next attempt if they report the result of a call', () => {
		const plan = planner(nodeWith({ afterMinutes: '30' }));
		expect(plan({ a: 1 }, { callResult: 'busy' })).toEqual({ a: 1, nextAttempt: { number: 2, at: expect.stringMatching(/Z$/) } });
		expect(plan({ a: 1 }, { callResult: undefined })).toEqual({ a: 1 });
	});

	it('start the workflow even if the plan cannot be read', () => {
		const plan = planner(nodeWith({ timeZone: 'Peking' }));
		expect(plan({ a: 1 }, { callResult: 'busy' })).toEqual({ a: 1, nextAttempt: null, nextAttemptError: expect.stringMatching(/Peking/) });
	});
});

it('offers no counting of attempts where nobody can count them', () => {
	const names = (property: ReturnType<typeof retryPlanProperty>) => (property.options ?? []).map(({ name }) => name);
	expect(names(retryPlanProperty({ attempt: 'Where it stands' }))).toEqual(['afterMinutes', 'attemptField', 'callResults', 'daysOff', 'extraWorkingDays', 'hours', 'maxAttempts', 'timeZone']);
	expect(names(retryPlanProperty({}))).toEqual(['afterMinutes', 'callResults', 'daysOff', 'extraWorkingDays', 'hours', 'timeZone']);
});
