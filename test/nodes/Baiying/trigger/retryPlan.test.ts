import type { IDataObject } from 'n8n-workflow';
import type { JsonObject } from '../../../../nodes/Baiying/callback/json';
import { fixture, inner } from '../support/fixtures';
import { open, startTrigger, type RunningTrigger } from '../support/trigger';

let trigger: RunningTrigger;

afterEach(async () => await trigger.close());

/** Baiying's sample of a call record, of a call that found the line busy. */
function busyCall(properties: JsonObject = {}): JsonObject {
	const body = fixture('callRecord');
	Object.assign((inner(body).sceneInstance ?? {}) as JsonObject, { finishStatus: 6, properties });
	return body;
}

async function itemFor(body: JsonObject, parameters: IDataObject): Promise<IDataObject> {
	trigger = await startTrigger(open({ parameters: parameters as never }));
	expect(await trigger.post(body)).toMatchObject({ status: 200, body: 'success' });
	return trigger.json()[0] ?? {};
}

const retryPlan = { afterMinutes: '30, 120', maxAttempts: 3 };

test('a call that found the line busy has a next attempt, half an hour later', async () => {
	const before = Date.now();
	const { callResult, nextAttempt } = await itemFor(busyCall(), { retryPlan });
	expect(callResult).toBe('busy');
	expect(nextAttempt).toMatchObject({ number: 2 });
	const at = Date.parse(String((nextAttempt as IDataObject).at));
	expect(at - before).toBeGreaterThanOrEqual(30 * 60_000);
	expect(at - before).toBeLessThan(31 * 60_000);
});

test.each([
	[{ attempt: '2' }, { number: 3, at: expect.any(String) }],
	[{ attempt: '3' }, null],
])('a customer with the property %j gets %j', async (properties, expected) => {
	expect((await itemFor(busyCall(properties), { retryPlan })).nextAttempt).toEqual(expected);
});

test('raw data has it as well', async () => {
	const item = await itemFor(busyCall(), { retryPlan, simplify: false });
	expect(Object.keys(item)).toEqual(['event', 'deliveryId', 'payload', 'nextAttempt']);
});

test('a call that was answered has none, and what is no call says nothing about it', async () => {
	expect(await itemFor(fixture('jobStatus'), { retryPlan })).not.toHaveProperty('nextAttempt');
	await trigger.close();
	const answered = fixture('callRecord');
	expect((await itemFor(answered, { retryPlan })).nextAttempt).toBeNull();
});

test('without a plan, a call is output as ever', async () => {
	expect(await itemFor(busyCall(), {})).not.toHaveProperty('nextAttempt');
});
