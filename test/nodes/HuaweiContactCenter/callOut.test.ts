import type { IDataObject } from 'n8n-workflow';
import type { AgentClient } from '../../../nodes/HuaweiContactCenter/client';
import { CUSTOMER, endBench, eventually, failure, perform, run, startBench, type Bench } from './agents';

describe('call out', () => {
	let bench: Bench;

	afterEach(async () => {
		await endBench(bench);
	});

	it('calls from a cold start, sees the end and signs out', async () => {
		bench = await startBench();
		const item = await run(bench.client(), 'callOut', { called: CUSTOMER, waitFor: 'ended' });

		expect(item).toMatchObject({ agentId: '291', called: CUSTOMER, outcome: 'ended' });
		expect(item.callId).toBe(bench.vendor.calls()[0]?.callId);
		expect(item.durationSeconds).toBeGreaterThanOrEqual(9);
		expect(Date.parse(String(item.endedAt)) - Date.parse(String(item.answeredAt))).toBeGreaterThanOrEqual(9000);
		const types = (item.events as IDataObject[]).map(({ type }) => type);
		expect(types).toEqual(expect.arrayContaining(['AgentEvent_Customer_Alerting', 'AgentEvent_Talking', 'AgentEvent_Call_Release']));
		expect(JSON.stringify(item)).not.toMatch(/"calle[re]"/);
		expect(bench.world.phones.timesRung(CUSTOMER)).toBe(1);
		expect(bench.vendor.requests.map(({ operation }) => operation).filter((name) => name !== 'getAgentEvent')).toEqual([
			'login',
			'resetSkill',
			'callout',
			'logout',
		]);
	});

	describe('outcome', () => {
		it.each([
			['busy', 'busy'],
			['noAnswer', 'No answer'],
			['rejects', 'rejected'],
			['emptyNumber', 'does not exist'],
		] as const)('reports a failed call with the reason when the phone is %s, whichever event comes first', async (answer, reason) => {
			bench = await startBench();
			bench.world.phones.setBehaviour(CUSTOMER, { answer });
			const client = bench.client();
			for (const waitFor of ['answered', 'ended']) {
				const item = await perform(client, 'callOut', { called: CUSTOMER, waitFor });
				expect(item).toMatchObject({ outcome: 'failed', failureReason: expect.stringContaining(reason) });
				expect(item.answeredAt).toBeUndefined();
				expect(item.durationSeconds).toBeUndefined();
			}
			await client.close();
			expect(bench.world.phones.timesRung(CUSTOMER)).toBe(2);
		});

		it('returns with the answer while the call continues, and lets the call end by itself', async () => {
			bench = await startBench();
			const item = await run(bench.client(), 'callOut', { called: CUSTOMER, waitFor: 'answered' });
			expect(item).toMatchObject({ outcome: 'answered', answeredAt: expect.any(String) });
			expect(item.endedAt).toBeUndefined();
			expect(bench.registry.size).toBe(1);
			await eventually(() => bench.registry.size === 0);
			expect(bench.vendor.calls()[0]?.outcome).toBe('customerHungUp');
		});

		it('returns after the time-out while the call continues', async () => {
			bench = await startBench();
			bench.world.phones.setBehaviour(CUSTOMER, { ringMs: 60_000 });
			const item = await run(bench.client(), 'callOut', { called: CUSTOMER, waitFor: 'answered', waitTimeoutSeconds: 1 });
			expect(item).toMatchObject({ outcome: 'timeout', callId: bench.vendor.calls()[0]?.callId });
			await eventually(() => bench.vendor.calls()[0]?.outcome === 'customerHungUp');
		});

		it('keeps the events that come before the answer to the request', async () => {
			bench = await startBench();
			bench.world.faults.add({ vendor: 'huawei', operation: 'callout', kind: 'late', delayMs: 400 });
			const item = await run(bench.client(), 'callOut', { called: CUSTOMER, waitFor: 'ended' });
			expect(item).toMatchObject({ outcome: 'ended', answeredAt: expect.any(String), endedAt: expect.any(String) });
		});

		it('returns the raw events only on demand', async () => {
			bench = await startBench();
			const client = bench.client();
			const found = (await import('../../../nodes/HuaweiContactCenter/resources/call/callOut')).callOut;
			const values = found?.read((name) => ({ called: CUSTOMER, waitFor: 'ended', waitTimeoutSeconds: 60 })[name], {}) ?? {};
			const performed = await found?.perform(client, values, { simplify: false, timeZone: 'Asia/Shanghai' });
			const item = performed?.results[0] as IDataObject | undefined;
			await client.close();
			expect(item?.rawEvents).toContainEqual(expect.objectContaining({ eventType: 'AgentEvent_Talking', content: expect.objectContaining({ called: CUSTOMER }) }));
		});

		it('sends the additional fields under the names of the vendor', async () => {
			bench = await startBench();
			const additional = { caller: '02160000001', skillId: 25, callAppData: '订单 4711', mediaAbility: 1, userVideoDirection: 3 };
			await run(bench.client(), 'callOut', { called: CUSTOMER, waitFor: 'ended' }, additional);
			expect(bench.vendor.requests.find(({ operation }) => operation === 'callout')?.body).toEqual({
				called: CUSTOMER,
				caller: '02160000001',
				skillid: 25,
				callappdata: '订单 4711',
				mediaability: 1,
				userVideoDirection: 3,
			});
		});
	});

	describe('guid', () => {
		it.each([1, 2] as const)('keeps the session through a long call with AUTHMODE %d', async (authMode) => {
			bench = await startBench({ authMode, guidIntervalMs: 2000, guidTimeoutMs: 4000 });
			bench.world.phones.setBehaviour(CUSTOMER, { talkMs: 40_000 });
			const item = await run(bench.client(), 'callOut', { called: CUSTOMER, waitFor: 'ended' });
			expect(item).toMatchObject({ outcome: 'ended' });
			expect(item.durationSeconds).toBeGreaterThanOrEqual(39);
			expect(bench.count('login')).toBe(1);
		});
	});

	describe('signing out', () => {
		it.each(['logout', 'getAgentEvent'])('ends the polling, however late the gateway answers (%s)', async (operation) => {
			bench = await startBench();
			bench.world.phones.setBehaviour(CUSTOMER, { answer: 'emptyNumber' });
			bench.world.faults.add({ vendor: 'huawei', operation, kind: 'late', delayMs: 35, every: operation === 'logout' ? 1 : 2 });
			for (let i = 0; i < 15; i++) expect(await run(bench.client(), 'callOut', { called: CUSTOMER, waitFor: 'ended' })).toMatchObject({ outcome: 'failed' });
			await new Promise((resolve) => setTimeout(resolve, 100));
			const inOrder = bench.vendor.requests.map(({ operation: name }) => name);
			const afterSignOut = inOrder.filter((_name, i) => inOrder[i - 1] === 'logout');
			expect(afterSignOut).toEqual(Array(14).fill('login'));
		});
	});

	describe('dialing', () => {
		it.each(['cutAfter', 'errorAfter', 'garbage'] as const)('reports %s as no answer, and the session outlives the call', async (kind) => {
			bench = await startBench();
			bench.world.faults.add({ vendor: 'huawei', operation: 'callout', kind });
			const client = bench.client({ waitMs: 3000 });
			expect((await failure(perform(client, 'callOut', { called: CUSTOMER, waitFor: 'ended' }))).failure).toBe('noAnswer');
			const next = await perform(client, 'callOut', { called: '13720000001', waitFor: 'ended' });
			expect(next).toMatchObject({ outcome: 'ended' });
			await client.close();
			const [first, second] = bench.vendor.calls();
			expect(first?.outcome).toBe('customerHungUp');
			expect(second?.startedAt).toBeGreaterThanOrEqual(first?.endedAt ?? Infinity);
		});

		it.each(['cutBefore', 'errorBefore'] as const)('reports %s as no answer, and finds out that no call was placed', async (kind) => {
			bench = await startBench();
			bench.world.faults.add({ vendor: 'huawei', operation: 'callout', kind });
			expect((await failure(run(bench.client(), 'callOut', { called: CUSTOMER }))).failure).toBe('noAnswer');
			await eventually(() => bench.registry.size === 0);
			expect(bench.world.phones.timesRung(CUSTOMER)).toBe(0);
		});

		it('reports a hanging request as no answer', async () => {
			bench = await startBench();
			bench.world.faults.add({ vendor: 'huawei', operation: 'callout', kind: 'hang' });
			expect((await failure(run(bench.client({ timeoutMs: 100 }), 'callOut', { called: CUSTOMER }))).failure).toBe('noAnswer');
		});

		it.each([
			['200-001', 'refused', /called number is wrong/],
			['000-007', 'noAnswer', /same request more than once.*does not show whether/],
			['100-007', 'noAnswer', /could not carry this out.*does not show whether/],
		] as const)('explains what %s means', async (retcode, kind, text) => {
			bench = await startBench();
			bench.world.faults.add({ vendor: 'huawei', operation: 'callout', kind: 'refuse', match: { retcode } });
			const error = await failure(run(bench.client(), 'callOut', { called: CUSTOMER }));
			expect(error).toMatchObject({ failure: kind, code: retcode });
			expect(error.message).toMatch(text);
			expect(bench.count('callout')).toBe(1);
		});

		it('leaves the outcome unknown when the request arrived twice', async () => {
			bench = await startBench();
			bench.world.faults.add({ vendor: 'huawei', operation: 'callout', kind: 'repeat' });
			expect(await failure(run(bench.client(), 'callOut', { called: CUSTOMER }))).toMatchObject({ failure: 'noAnswer', code: '000-007' });
			await eventually(() => bench.registry.size === 0);
			expect(bench.count('callout')).toBe(1);
			expect(bench.world.phones.timesRung(CUSTOMER)).toBe(1);
		});

		it.each(['000-004', '100-003', '100-021', '105-001', '105-002', '105-003', '105-004', '105-005', '105-006', '105-007'] as const)(
			'is not repeated after %s, which does not say that nothing was done',
			async (retcode) => {
				bench = await startBench();
				bench.world.faults.add({ vendor: 'huawei', operation: 'callout', kind: 'refuse', match: { retcode } });
				expect(await failure(run(bench.client(), 'callOut', { called: CUSTOMER }))).toMatchObject({ failure: 'noAnswer', code: retcode });
				expect(bench.count('callout')).toBe(1);
				expect(bench.count('login')).toBe(1);
			},
		);

		it.each(['000-003', '100-006'] as const)('is repeated after %s, which refuses the session', async (retcode) => {
			bench = await startBench();
			bench.world.faults.add({ vendor: 'huawei', operation: 'callout', kind: 'refuse', match: { retcode } });
			expect(await run(bench.client(), 'callOut', { called: CUSTOMER, waitFor: 'ended' })).toMatchObject({ outcome: 'ended' });
			expect(bench.count('callout')).toBe(2);
			expect(bench.world.phones.timesRung(CUSTOMER)).toBe(1);
			expect(bench.count('login')).toBe(1);
		});

		it.each([
			['one node run', (one: AgentClient) => one],
			['two nodes of an execution', () => bench.client({ waitMs: 5000 })],
		])('waits its turn when %s dials twice at once', async (_who, other) => {
			bench = await startBench();
			const first = bench.client({ waitMs: 5000 });
			const clients = [first, other(first)];
			const items = await Promise.all(
				clients.map(async (client, i) => await perform(client, 'callOut', { called: `1372000000${i}`, waitFor: 'ended' })),
			);
			await Promise.all(new Set(clients.map(async (client) => await client.close())));
			expect(items.map(({ outcome }) => outcome)).toEqual(['ended', 'ended']);
			const [one, two] = bench.vendor.calls();
			expect(two?.startedAt).toBeGreaterThanOrEqual(one?.endedAt ?? Infinity);
			expect(bench.count('callout')).toBe(2);
		});

		it("leaves somebody else's call alone when it is refused", async () => {
			bench = await startBench();
			bench.world.faults.add({ vendor: 'huawei', operation: 'callout', kind: 'refuse', match: { retcode: '200-001', called: '110' } });
			const client = bench.client({ waitMs: 5000 });
			const refused = failure(run(client, 'callOut', { called: '110' }));
			const item = run(bench.client({ waitMs: 5000 }), 'callOut', { called: CUSTOMER, waitFor: 'ended' });
			expect(await refused).toMatchObject({ code: '200-001' });
			expect(await item).toMatchObject({ outcome: 'ended' });
		});

		it('makes the calls of one agent one after another', async () => {
			bench = await startBench();
			const client = bench.client({ waitMs: 3000 });
			const phones = [CUSTOMER, '13720000001', '13720000002'];
			for (const called of phones) await perform(client, 'callOut', { called, waitFor: 'accepted' });
			await client.close();
			await eventually(() => bench.registry.size === 0);
			const calls = bench.vendor.calls();
			expect(calls.map(({ called }) => called)).toEqual(phones);
			expect(calls.map(({ outcome }) => outcome)).toEqual(phones.map(() => 'customerHungUp'));
		});

		it('asks whether it may still call once the line is free, and leaves it free if not', async () => {
			bench = await startBench();
			const client = bench.client({ waitMs: 5000 });
			const first = perform(client, 'callOut', { called: CUSTOMER, waitFor: 'ended' });
			await eventually(() => bench.count('callout') === 1);
			const beforeDial = async () => await Promise.reject(new Error(`The first call: ${bench.vendor.calls()[0]?.outcome}`));
			await expect(perform(client, 'callOut', { called: '13720000001' }, {}, { beforeDial })).rejects.toThrow('The first call: customerHungUp');
			await first;
			expect(bench.world.phones.timesRung('13720000001')).toBe(0);
			await perform(client, 'callOut', { called: '13720000002', waitFor: 'answered' });
			expect(bench.count('callout')).toBe(2);
			await client.close();
		});

		it('gives up waiting for the line', async () => {
			bench = await startBench();
			bench.world.phones.setBehaviour(CUSTOMER, { talkMs: 30_000 });
			const client = bench.client({ waitMs: 100 });
			await perform(client, 'callOut', { called: CUSTOMER, waitFor: 'answered' });
			const error = await failure(perform(client, 'callOut', { called: '13720000001' }));
			expect(error).toMatchObject({ failure: 'refused', code: 'AGENT_IN_CALL' });
			expect(error.message).toMatch(/Agent 291 .*Wait for Agent/);
			await client.close();
		});
	});
});
