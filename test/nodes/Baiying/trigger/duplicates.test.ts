import { parseCallback, type Callback } from '../../../../nodes/Baiying/callback/callback';
import type { Json } from '../../../../nodes/Baiying/callback/json';
import { DeliveryMemory, deliveryOf, type Delivery } from '../../../../nodes/Baiying/trigger/duplicates';
import { fixture, inner } from '../support/fixtures';

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

test.each([404, 500, 302])('a delivery that was answered with %s is taken again', async (status) => {
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

test('a copy does not wait for ever', async () => {
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

describe('what is remembered of a callback', () => {
	const parsed = (body: Json) => parseCallback(body) as Callback;

	test('a call: its delivery, for as long as Baiying resends', () => {
		const callback = parsed(fixture('callRecord'));
		expect(deliveryOf(callback, 'w/n', '1')).toEqual({
			key: `w/n/${callback.deliveryId}`,
			deliveryId: callback.deliveryId,
			lifetimeMs: 27 * HOUR_MS,
		});
	});

	test('a changed grade: the last one of the call', () => {
		const callback = parsed(fixture('intentionChange'));
		expect(deliveryOf(callback, 'w/n', '2016').key).toBe('w/n/grade of 2016');
		expect(deliveryOf(callback, 'w/n', null).key).toBe(`w/n/${callback.deliveryId}`);
	});

	test('a job status without a time of its own: for an hour', () => {
		const timed = fixture('jobStatus');
		const timeless = fixture('jobStatus');
		inner(timeless).gmtModified = null;
		expect(deliveryOf(parsed(timed), 'w/n', null).lifetimeMs).toBe(27 * HOUR_MS);
		expect(deliveryOf(parsed(timeless), 'w/n', null).lifetimeMs).toBe(HOUR_MS);
		expect(deliveryOf(parsed(fixture('openJobStatus')), 'w/n', null).lifetimeMs).toBe(27 * HOUR_MS);
	});
});
