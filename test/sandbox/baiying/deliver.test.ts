import express from 'express';
import { createHmac } from 'node:crypto';
import { startBaiying, type BaiyingOptions, type BaiyingVendor } from '../../../sandbox/baiying';
import { isAcknowledged } from '../../../sandbox/baiying/attempt';
import { listen } from '../../../sandbox/server';
import { createWorld, type World } from '../../../sandbox/world';
import { startReceiver, type Receiver } from './support';

let world: World;
let baiying: BaiyingVendor;
let receiver: Receiver;

async function start(answers: Array<string | number> = [], options: Partial<BaiyingOptions> = {}): Promise<void> {
	world = createWorld({ speed: 100_000 });
	baiying = await startBaiying(world, options);
	receiver = await startReceiver(...answers);
}

afterEach(async () => {
	await baiying.close();
	await receiver.close();
});

const target = (path = '/webhook') => `${receiver.url}${path}`;

test('a callback is delivered once and the answer is recorded', async () => {
	await start();
	const delivery = await baiying.deliver(target('/webhook?token=sandbox-callback-token'), baiying.callback('callRecord'));
	expect(delivery).toEqual({
		id: '1',
		kind: 'callRecord',
		targetUrl: target(),
		attempts: [{ at: expect.any(Number), status: 200, body: 'success', accepted: true }],
		state: 'delivered',
	});
	expect(receiver.received).toMatchObject([
		{ token: 'sandbox-callback-token', contentType: 'application/json;charset=utf-8', body: { code: 200, resultMsg: '成功' } },
	]);
	expect(baiying.state().deliveries).toEqual([delivery]);
	expect(JSON.stringify(baiying.state())).not.toContain('sandbox-callback-token');
});

test('private clouds send text', async () => {
	await start();
	await baiying.deliver(target(), baiying.callback('callRecord'), { contentType: 'text' });
	expect(receiver.received[0]?.contentType).toBe('text/plain;charset=utf-8');
});

test.each([
	['legacy', 200, 'success', true],
	['legacy', 200, 'success\n', true],
	['legacy', 200, '"success"', false],
	['legacy', 200, '{"code":200}', false],
	['legacy', 200, 'firstEntryJson', false],
	['legacy', 500, 'success', false],
	['open', 200, 'success', true],
	['open', 200, '{"code":200}', true],
	['open', 200, '{"code":500}', false],
	['open', 200, 'null', false],
] as const)('%s takes %s %j as delivered: %s', async (platform, status, body, expected) => {
	await start();
	expect(isAcknowledged(platform, status, body)).toBe(expected);
});

test('the retry plan is followed in vendor time until the callback is acknowledged', async () => {
	await start([500, 'ok', 404]);
	const { attempts, state } = await baiying.deliver(target(), baiying.callback('callRecord'));
	expect(attempts.map(({ status, accepted }) => [status, accepted])).toEqual([
		[500, false],
		[200, false],
		[404, false],
		[200, true],
	]);
	const [first = 0, second = 0, third = 0, fourth = 0] = attempts.map(({ at }) => at);
	expect(second - first).toBeGreaterThanOrEqual(10_000);
	expect(third - second).toBeGreaterThanOrEqual(30_000);
	expect(fourth - third).toBeGreaterThanOrEqual(60_000);
	expect(state).toBe('delivered');
	expect(new Set(receiver.received.map(({ body }) => JSON.stringify((body.data as { data: { sceneInstance: object } }).data.sceneInstance))).size).toBe(1);
});

test.each([
	['callRecord', 28],
	['openCallRecord', 16],
] as const)('%s is given up after %s attempts', async (kind, attempts) => {
	await start(Array<number>(40).fill(500), { retryPlans: { legacy: Array<number>(27).fill(1), open: Array<number>(15).fill(1) } });
	const delivery = await baiying.deliver(target(), baiying.callback(kind));
	expect(delivery.state).toBe('failed');
	expect(delivery.attempts).toHaveLength(attempts);
});

test('nothing at the other end, or no answer in time', async () => {
	await start([], { retryPlans: { legacy: [] }, timeoutMs: 100 });
	const silent = await listen(express().post('/', () => {}), 0);
	const late = await baiying.deliver(`${silent.url}/`, baiying.callback('callRecord'));
	expect(late.attempts).toMatchObject([{ error: 'no answer in time', accepted: false }]);
	await silent.close();
	const gone = await baiying.deliver(`${silent.url}/`, baiying.callback('callRecord'));
	expect(gone).toMatchObject({ state: 'failed', attempts: [{ error: 'ECONNREFUSED', accepted: false }] });
});

test('copies at the same moment, and the same callback again later', async () => {
	await start();
	const delivery = await baiying.deliver(target(), baiying.callback('callRecord'), { copies: 3 });
	expect(delivery.attempts).toHaveLength(3);
	expect((await baiying.resend(delivery.id))?.attempts).toHaveLength(4);
	expect(await baiying.resend('99')).toBeUndefined();
	const [first] = receiver.received;
	expect(receiver.received).toHaveLength(4);
	for (const { body } of receiver.received) {
		expect({ ...body, data: { ...(body.data as object) } }).toMatchObject({
			data: { data: { sceneInstance: (first?.body.data as { data: { sceneInstance: object } }).data.sceneInstance } },
		});
	}
});

test('sign and dateTime, made anew for each attempt', async () => {
	await start();
	await baiying.deliver(target(), baiying.callback('callRecord'), { sign: true });
	await baiying.deliver(target(), baiying.callback('callRecord'));
	await baiying.deliver(target(), baiying.callback('jobStatus'), { sign: true });
	const [signed, unsigned, job] = receiver.received.map(({ body }) => (body.data as { data: Record<string, unknown> }).data);
	const dateTime = signed?.dateTime as string;
	expect(dateTime).toMatch(/^[A-Z][a-z]{2} [A-Z][a-z]{2} \d{2} [\d:]{8} GMT \d{4}$/);
	expect(signed?.sign).toBe(createHmac('sha1', 'sandbox-app-secret').update(`sandbox-app-key\n${dateTime}`).digest('base64'));
	expect(unsigned).toMatchObject({ sign: null });
	expect(job).not.toHaveProperty('sign');
});

test('faults: an answer that gets lost, half a body, and a callback that is not sent', async () => {
	await start();
	world.faults.add({ vendor: 'baiying', operation: 'deliver', kind: 'cutAfter' });
	const lost = await baiying.deliver(target(), baiying.callback('callRecord'));
	expect(lost).toMatchObject({ state: 'delivered', attempts: [{ accepted: false }, { accepted: true }] });
	expect(receiver.received).toHaveLength(2);

	world.faults.add({ vendor: 'baiying', kind: 'garbage' });
	receiver.answers.push(400);
	await baiying.deliver(target(), baiying.callback('callRecord'));
	expect(receiver.received[2]?.body).toEqual({});

	world.faults.add({ vendor: 'baiying', kind: 'cutBefore', match: { kind: 'jobStatus' } });
	const unsent = await baiying.deliver(target(), baiying.callback('jobStatus'));
	expect(unsent.attempts.map(({ error }) => error)).toEqual(['fault: cutBefore', undefined]);
	expect(receiver.received).toHaveLength(5);
});

test('a reset stops what is on its way and forgets it', async () => {
	await start([500], { retryPlans: { legacy: [365 * 24 * 60 * 60 * 1000 * 1000] } });
	const { first, done } = baiying.begin(target(), 'callRecord');
	await first;
	baiying.reset();
	expect(await done).toMatchObject({ state: 'stopped', attempts: [{ status: 500 }] });
	expect(baiying.state()).toEqual({ deliveries: [], campaigns: [] });
});
