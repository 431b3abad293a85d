import { DeliveryMemory, type Claim, type Delivery } from '../../../../nodes/common/trigger/deliveryMemory';

const LIMITS = { deliveries: 3, waitMs: 60, giveUpMs: 1000, pollMs: 5 };
const HOUR_MS = 60 * 60 * 1000;

const delivery = (deliveryId: string, key = deliveryId): Delivery => ({ key, deliveryId, lifetimeMs: 27 * HOUR_MS });
const pending = () => ({ writableEnded: false, statusCode: 200 });
const answered = (statusCode = 200) => ({ writableEnded: true, statusCode });

test('a delivery that was answered with success is a duplicate from then on', async () => {
	const memory = new DeliveryMemory(LIMITS);
	expect(await memory.claim(delivery('a'), answered())).toBe('first');
	expect(await memory.claim(delivery('a'), pending())).toBe('duplicate');
	expect(await memory.claim(delivery('b'), answered(204))).toBe('first');
	expect(await memory.claim(delivery('b'), pending())).toBe('duplicate');
});

test.each([404, 500, 302])('a delivery that was answered with %s is accepted again', async (status) => {
	const memory = new DeliveryMemory(LIMITS);
	await memory.claim(delivery('a'), answered(status));
	expect(await memory.claim(delivery('a'), answered())).toBe('first');
	expect(await memory.claim(delivery('a'), pending())).toBe('duplicate');
});

test('a copy waits for the first, and takes over when that fails', async () => {
	const memory = new DeliveryMemory(LIMITS);
	const first = pending();
	expect(await memory.claim(delivery('a'), first)).toBe('first');
	const copies = [memory.claim(delivery('a'), pending()), memory.claim(delivery('a'), pending())];
	Object.assign(first, answered(500));
	expect((await Promise.all(copies)).sort()).toEqual(['first', 'unanswered']);
});

test('a copy waits for the first, and is a duplicate when that succeeds', async () => {
	const memory = new DeliveryMemory(LIMITS);
	const first = pending();
	await memory.claim(delivery('a'), first);
	const copy = memory.claim(delivery('a'), pending());
	Object.assign(first, answered());
	expect(await copy).toBe('duplicate');
});

test('a copy does not wait forever', async () => {
	const memory = new DeliveryMemory(LIMITS);
	await memory.claim(delivery('a'), pending());
	expect(await memory.claim(delivery('a'), pending())).toBe('unanswered');
});

test('an answer that never comes counts as a run that was not recorded', async () => {
	let now = 0;
	const memory = new DeliveryMemory(LIMITS, () => now);
	await memory.claim(delivery('a'), pending());
	now = 1001;
	expect(await memory.claim(delivery('a'), pending())).toBe('first');
});

test('the memory ends after the lifetime', async () => {
	let now = 0;
	const memory = new DeliveryMemory(LIMITS, () => now);
	await memory.claim(delivery('a'), answered());
	now = 27 * HOUR_MS - 1;
	expect(await memory.claim(delivery('a'), pending())).toBe('duplicate');
	now = 27 * HOUR_MS;
	expect(await memory.claim(delivery('a'), answered())).toBe('first');
	now += 28 * HOUR_MS;
	await memory.claim(delivery('b'), answered());
	expect(memory.size).toBe(1);
});

test('the oldest are forgotten first when there are too many', async () => {
	const memory = new DeliveryMemory(LIMITS);
	for (const id of ['a', 'b', 'c', 'd']) await memory.claim(delivery(id), answered());
	expect(memory.size).toBe(3);
	expect(await memory.claim(delivery('b'), pending())).toBe('duplicate');
	expect(await memory.claim(delivery('a'), pending())).toBe('first');
});

test('under one key only the last delivery is remembered', async () => {
	const memory = new DeliveryMemory(LIMITS);
	expect(await memory.claim(delivery('B', 'call 1'), answered())).toBe('first');
	expect(await memory.claim(delivery('B', 'call 1'), answered())).toBe('duplicate');
	expect(await memory.claim(delivery('C', 'call 1'), answered())).toBe('first');
	expect(await memory.claim(delivery('B', 'call 1'), answered())).toBe('first');
});

test('a copy of an earlier grade is a duplicate, even if a later grade has come in the meantime', async () => {
	const memory = new DeliveryMemory(LIMITS);
	const first = pending();
	expect(await memory.claim(delivery('B', 'call 1'), first)).toBe('first');
	const copy = memory.claim(delivery('B', 'call 1'), pending());
	expect(await memory.claim(delivery('C', 'call 1'), answered())).toBe('first');
	Object.assign(first, answered());
	expect(await copy).toBe('duplicate');
	expect(await memory.claim(delivery('C', 'call 1'), pending())).toBe('duplicate');
});

test('a failed earlier grade leaves the later grade remembered', async () => {
	const memory = new DeliveryMemory(LIMITS);
	await memory.claim(delivery('B', 'call 1'), answered(500));
	await memory.claim(delivery('C', 'call 1'), answered());
	expect(await memory.claim(delivery('C', 'call 1'), pending())).toBe('duplicate');
});

describe('the work that many deliveries cause', () => {
	const MANY = 1000;
	const CROWD = { deliveries: 50_000, waitMs: 100, giveUpMs: 1000, pollMs: 20 };
	const TICKS = CROWD.waitMs / CROWD.pollMs;

	beforeEach(() => jest.useFakeTimers());

	afterEach(() => jest.useRealTimers());

	/** Answers that count how often they are looked at. */
	function counted() {
		const looks = { count: 0 };
		const answer = () => ({
			get writableEnded() {
				looks.count += 1;
				return false;
			},
			statusCode: 200,
		});
		return { looks, answer };
	}

	const ids = Array.from({ length: MANY }, (_, number) => String(number));
	const all = (claim: Claim) => Array<Claim>(MANY).fill(claim);

	test('unanswered deliveries do not check one another', async () => {
		const { looks, answer } = counted();
		const memory = new DeliveryMemory(CROWD);
		expect(await Promise.all(ids.map(async (id) => await memory.claim(delivery(id), answer())))).toEqual(all('first'));
		expect(looks.count).toBeLessThanOrEqual(MANY);
	});

	test('waiting copies of one delivery look at its answer together', async () => {
		const { looks, answer } = counted();
		const memory = new DeliveryMemory(CROWD);
		await memory.claim(delivery('a'), answer());
		const copies = Promise.all(ids.map(async () => await memory.claim(delivery('a'), answer())));
		await jest.advanceTimersByTimeAsync(CROWD.waitMs);
		expect(await copies).toEqual(all('unanswered'));
		expect(looks.count).toBeLessThanOrEqual(MANY + TICKS);
	});

	test('waiting copies of many deliveries cause one look per delivery and tick', async () => {
		const { looks, answer } = counted();
		const memory = new DeliveryMemory(CROWD);
		await Promise.all(ids.map(async (id) => await memory.claim(delivery(id), answer())));
		const before = looks.count;
		const copies = Promise.all(ids.map(async (id) => await memory.claim(delivery(id), answer())));
		await jest.advanceTimersByTimeAsync(CROWD.waitMs);
		expect(await copies).toEqual(all('unanswered'));
		expect(looks.count - before).toBeLessThanOrEqual(MANY * (TICKS + 1));
	});
});
