import type { CallingRules } from '../../../../../nodes/common/action/callingRules';
import { Calendar } from '../../../../../nodes/common/run/callingRules/calendar';
import { Claims, type Store } from '../../../../../nodes/common/run/callingRules/claims';
import { Counters, type Counting } from '../../../../../nodes/common/run/callingRules/counters';
import { ItemRules } from '../../../../../nodes/common/run/callingRules/rules';
import type { Claim } from '../../../../../nodes/common/run/onceKey';

const MINUTE = 60_000;
/** A Saturday, 10:00 in Shanghai. */
const NOW = Date.parse('2026-11-21T02:00:00Z');

/** Keeps claims by their key; each question takes some turns of the event loop, as a database would. */
class SlowStore implements Store {
	readonly taken = new Map<string, string>();
	asked = 0;
	fails = (_key: string) => false;

	constructor(private readonly turns: () => number = () => 1) {}

	async claim(key: string, mark: string): Promise<Claim> {
		await this.answer(key);
		const owner = this.taken.get(key) ?? mark;
		this.taken.set(key, owner);
		return owner === mark ? 'taken' : 'used';
	}

	async release(key: string, mark: string): Promise<void> {
		await this.answer(key);
		if (this.taken.get(key) === mark) this.taken.delete(key);
	}

	async isTaken(key: string): Promise<boolean> {
		await this.answer(key);
		return this.taken.has(key);
	}

	private async answer(key: string): Promise<void> {
		this.asked += 1;
		for (let turn = this.turns(); turn > 0; turn--) await new Promise(setImmediate);
		if (this.fails(key)) throw new Error('The database does not answer');
	}
}

let marks = 0;

function item(counters: Store, rules: CallingRules, { mark = `mark-${marks++}`, again = false, counting = { counters, isNested: true } as Counting } = {}): { claims: Claims; counters: Counters } {
	const claims = new Claims(mark, again);
	const customer = '13720000000';
	const about = { customers: [customer], calendar: new Calendar('Asia/Shanghai'), doNotCall: new Set<string>() };
	return { claims, counters: new Counters(new ItemRules(rules, about), customer, counting, claims) };
}

/** Asks for a call, and gives everything back if there is none. */
async function ask(store: Store, rules: CallingRules, at = NOW): Promise<string> {
	const { claims, counters } = item(store, rules);
	const denied = await counters.claim(at);
	if (denied) await claims.giveAllBack();
	return denied?.verdict ?? 'called';
}

const DAY_AND_WEEK: CallingRules = { limits: [{ calls: 3, per: 'week' }, { calls: 1, per: 'day' }] };

it('lets one of two items have the last places that several limits leave', async () => {
	let seed = 0;
	for (let round = 0; round < 50; round++) {
		const store = new SlowStore(() => (seed = (seed * 31 + 7) % 11) % 5);
		const before = [await ask(store, DAY_AND_WEEK, NOW - 48 * 60 * MINUTE), await ask(store, DAY_AND_WEEK, NOW - 24 * 60 * MINUTE)];
		expect(before).toEqual(['called', 'called']);
		const ended = await Promise.all([ask(store, DAY_AND_WEEK), ask(store, DAY_AND_WEEK), ask(store, DAY_AND_WEEK)]);
		expect(ended.sort()).toEqual(['called', 'limitReached', 'limitReached']);
	}
});

it('gives everything back that was claimed while another claim failed', async () => {
	const store = new SlowStore();
	const { claims, counters } = item(store, { ...DAY_AND_WEEK, minimumGapMinutes: 60 });
	store.fails = (key) => key.includes('week');
	await expect(counters.claim(NOW)).rejects.toThrow('does not answer');
	expect(store.taken.size).toBeGreaterThan(0);
	store.fails = () => false;
	await claims.giveAllBack();
	expect(store.taken.size).toBe(0);
});

it('asks the database only once for a call that waits for its turn', async () => {
	const store = new SlowStore();
	const { counters } = item(store, { ...DAY_AND_WEEK, minimumGapMinutes: 60 });
	expect(await counters.claim(NOW)).toBeUndefined();
	expect(store.asked).toBe(5);
	expect(await counters.claim(NOW + MINUTE)).toBeUndefined();
	expect(store.asked).toBe(5);
});

it('claims the places that it has seen free, or the next ones if they are gone by then', async () => {
	const store = new SlowStore();
	const rules: CallingRules = { limits: [{ calls: 2, per: 'day' }, { calls: 3, per: 'week' }] };
	const [first, second, third] = [item(store, rules), item(store, rules), item(store, rules)];
	await Promise.all([first, second, third].map(async ({ counters }) => await counters.look(NOW)));
	expect(store.taken.size).toBe(0);
	expect(await first.counters.claim(NOW)).toBeUndefined();
	expect(await second.counters.claim(NOW)).toBeUndefined();
	expect(await third.counters.claim(NOW)).toMatchObject({ verdict: 'limitReached' });
	await third.claims.giveAllBack();
	expect(store.taken.size).toBe(4);
	const fourth = item(store, rules);
	await fourth.counters.look(NOW);
	const { asked } = store;
	expect(await fourth.counters.claim(NOW)).toMatchObject({ verdict: 'limitReached' });
	expect(store.asked).toBe(asked);
	await fourth.counters.look(NOW + 24 * 60 * MINUTE);
	expect(await fourth.counters.claim(NOW + 24 * 60 * MINUTE)).toBeUndefined();
});

describe('a customer without a call in the longest period', () => {
	const DAY: CallingRules = { limits: [{ calls: 1, per: 'day' }] };

	it('is looked up once for all periods', async () => {
		const store = new SlowStore();
		const { counters } = item(store, DAY_AND_WEEK);
		await counters.look(NOW);
		expect(store.asked).toBe(1);
		expect(await counters.claimOnly(NOW)).toBeUndefined();
		expect(await counters.claim(NOW)).toBeUndefined();
		expect(store.asked).toBe(3);
		const second = item(store, DAY_AND_WEEK).counters;
		await second.look(NOW);
		expect(store.asked).toBe(6);
	});

	it('is looked up in each period for the rest of the execution if a node with other limits has called one', async () => {
		const store = new SlowStore();
		expect(await ask(store, DAY)).toBe('called');
		const counting: Counting = { counters: store, isNested: true };
		const first = item(store, DAY_AND_WEEK, { counting });
		await first.counters.look(NOW);
		expect(await first.counters.claimOnly(NOW)).toMatchObject({ verdict: 'limitReached' });
		await first.claims.giveAllBack();
		expect(store.taken.size).toBe(1);
		expect(counting.isNested).toBe(false);
		const { asked } = store;
		const second = item(store, DAY_AND_WEEK, { counting });
		await second.counters.look(NOW);
		expect(store.asked).toBe(asked + 2);
		expect(await second.counters.claim(NOW)).toMatchObject({ verdict: 'limitReached' });
		expect(store.asked).toBe(asked + 2);
	});

	it('is looked up anew on the next day, when the week has its place already', async () => {
		const store = new SlowStore();
		const night = NOW + 13 * 60 * MINUTE;
		const { counters } = item(store, DAY_AND_WEEK);
		await counters.look(night);
		await counters.claim(night);
		expect(await ask(store, DAY, night + 60 * MINUTE)).toBe('called');
		await counters.look(night + 60 * MINUTE);
		expect(await counters.claim(night + 60 * MINUTE)).toMatchObject({ verdict: 'limitReached' });
	});
});

it('knows its own places again in a second try', async () => {
	const store = new SlowStore();
	const rules = { ...DAY_AND_WEEK, minimumGapMinutes: 60 };
	await item(store, rules, { mark: 'own' }).counters.claim(NOW);
	const { size } = store.taken;
	const { counters } = item(store, rules, { mark: 'own', again: true });
	await counters.look(NOW);
	expect(await counters.claim(NOW)).toBeUndefined();
	expect(store.taken.size).toBe(size);
});

it('knows whether what it claimed also holds later', async () => {
	const { counters } = item(new SlowStore(), { ...DAY_AND_WEEK, minimumGapMinutes: 60 });
	expect(counters.holdsAt(NOW)).toBe(false);
	await counters.claim(NOW);
	expect(counters.holdsAt(NOW + 59 * MINUTE)).toBe(true);
	expect(counters.holdsAt(NOW + 60 * MINUTE)).toBe(false);
	const days = item(new SlowStore(), DAY_AND_WEEK).counters;
	await days.claim(NOW);
	expect(days.holdsAt(NOW + 13 * 60 * MINUTE)).toBe(true);
	expect(days.holdsAt(NOW + 14 * 60 * MINUTE)).toBe(false);
});

it('names the later of two moments if calls before and after are too close', async () => {
	const store = new SlowStore();
	const rules = { minimumGapMinutes: 60 };
	expect(await ask(store, rules, NOW - 60 * MINUTE)).toBe('called');
	expect(await ask(store, rules, NOW + 60 * MINUTE)).toBe('called');
	const { counters } = item(store, rules);
	expect(await counters.claim(NOW)).toMatchObject({ verdict: 'gapTooShort', nextAllowedAt: NOW + 180 * MINUTE });
});
