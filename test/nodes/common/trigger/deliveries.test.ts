import { newDeliveries } from '../../../../nodes/common/trigger/deliveries';
import { DeliveryMemory } from '../../../../nodes/common/trigger/deliveryMemory';

const LIMITS = { deliveries: 100, waitMs: 200, giveUpMs: 1000, pollMs: 5 };

const delivery = (key: string) => ({ key, deliveryId: key, lifetimeMs: 60_000 });
const answered = { writableEnded: true, statusCode: 200 };

const keysOf = (all?: Array<{ key: string }>) => all?.map(({ key }) => key);

test('each delivery of a list once, in the order of the list', async () => {
	const memory = new DeliveryMemory(LIMITS);
	const list = ['c', 'a', 'b', 'a'].map(delivery);
	const first = await newDeliveries(list, answered, memory);
	expect(keysOf(first)).toEqual(['c', 'a', 'b']);
});

test('a later list brings only what is new in it', async () => {
	const memory = new DeliveryMemory(LIMITS);
	await newDeliveries(['a', 'b'].map(delivery), answered, memory);
	expect(keysOf(await newDeliveries(['b', 'c'].map(delivery), answered, memory))).toEqual(['c']);
	expect(await newDeliveries(['a'].map(delivery), answered, memory)).toEqual([]);
});

test('two lists with the same deliveries in another order do not wait for each other forever', async () => {
	const memory = new DeliveryMemory({ ...LIMITS, waitMs: 2000 });
	const [one, other] = [
		{ writableEnded: false, statusCode: 200 },
		{ writableEnded: false, statusCode: 200 },
	];
	const both = Promise.all([newDeliveries(['a', 'b'].map(delivery), one, memory), newDeliveries(['b', 'a'].map(delivery), other, memory)]);
	one.writableEnded = true;
	expect((await both).map(keysOf)).toEqual([['a', 'b'], []]);
});

test('undefined while a copy is not answered; what was refused with it can come again', async () => {
	const memory = new DeliveryMemory(LIMITS);
	await newDeliveries([delivery('b')], { writableEnded: false, statusCode: 200 }, memory);
	const refused = { writableEnded: false, statusCode: 503 };
	const list = newDeliveries(['a', 'b'].map(delivery), refused, memory);
	expect(await list).toBeUndefined();
	refused.writableEnded = true;
	expect(keysOf(await newDeliveries([delivery('a')], answered, memory))).toEqual(['a']);
});
