import type { IDataObject } from 'n8n-workflow';
import { AgentClient } from '../../../nodes/HuaweiContactCenter/client';
import { SessionRegistry } from '../../../nodes/HuaweiContactCenter/session/registry';
import { CUSTOMER, eventually, FAST, failure, perform, run, startBench, type Bench } from './agents';

describe('agent session', () => {
	let bench: Bench;

	afterEach(async () => {
		await eventually(() => bench.registry.size === 0);
		expect(bench.vendor.agents().filter(({ signedIn }) => signedIn)).toEqual([]);
		expect(Math.max(...bench.vendor.agents().map(({ maxConcurrentPolls }) => maxConcurrentPolls))).toBeLessThanOrEqual(1);
		await bench.close();
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
		] as const)('a phone that is %s gives a failed call with the reason, whichever event comes first', async (answer, reason) => {
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

		it('comes back with the answer while the call goes on, and lets the call end by itself', async () => {
			bench = await startBench();
			const item = await run(bench.client(), 'callOut', { called: CUSTOMER, waitFor: 'answered' });
			expect(item).toMatchObject({ outcome: 'answered', answeredAt: expect.any(String) });
			expect(item.endedAt).toBeUndefined();
			expect(bench.registry.size).toBe(1);
			await eventually(() => bench.registry.size === 0);
			expect(bench.vendor.calls()[0]?.outcome).toBe('customerHungUp');
		});

		it('comes back after the time-out, with the call going on', async () => {
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

		it('gives the raw events only on demand', async () => {
			bench = await startBench();
			const client = bench.client();
			const found = (await import('../../../nodes/HuaweiContactCenter/actions')).actions[0];
			const values = found?.read((name) => ({ called: CUSTOMER, waitFor: 'ended', waitTimeoutSeconds: 60 })[name], {}) ?? {};
			const [item] = (await found?.perform(client, values, { simplify: false })) ?? [];
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

	describe('sign-in', () => {
		it('takes over the session of another client if the credential allows it', async () => {
			bench = await startBench();
			const other = await startBenchOn(bench);
			const session = await other.own();
			const item = await run(bench.client(), 'callOut', { called: CUSTOMER, waitFor: 'answered' });
			expect(item).toMatchObject({ outcome: 'answered' });
			expect(bench.count('forceLogin')).toBeGreaterThanOrEqual(1);
			await session.stop();
			await other.close();
		});

		it('says so if the credential does not allow it', async () => {
			bench = await startBench();
			const other = await startBenchOn(bench);
			await other.own();
			const credential = { ...bench.credential, takeOverSession: false };
			const error = await failure(run(bench.client({ credential }), 'callOut', { called: CUSTOMER }));
			expect(error).toMatchObject({ failure: 'refused', code: '100-002' });
			expect(error.message).toMatch(/Take Over Session/);
			expect(bench.count('forceLogin')).toBe(0);
			await other.close();
		});

		it('does not try a wrong password again for the items that follow', async () => {
			bench = await startBench();
			const client = bench.client({ credential: { ...bench.credential, password: 'wrong-password' } });
			for (const called of [CUSTOMER, '13720000001', '13720000002']) {
				const error = await failure(perform(client, 'callOut', { called }));
				expect(error).toMatchObject({ failure: 'refused', code: '100-004' });
				expect(error.message).not.toContain('wrong-password');
			}
			await client.close();
			expect(bench.count('login')).toBe(1);
		});

		it.each(['cutBefore', 'cutAfter', 'errorAfter', 'garbage', 'errorBefore'] as const)(
			'survives a sign-in whose answer is lost (%s)',
			async (kind) => {
				bench = await startBench();
				bench.world.faults.add({ vendor: 'huawei', operation: 'login', kind });
				const credential = { ...bench.credential, takeOverSession: false };
				const item = await run(bench.client({ credential }), 'callOut', { called: CUSTOMER, waitFor: 'ended' });
				expect(item).toMatchObject({ outcome: 'ended' });
			},
		);

		it.each(['login', 'resetSkill'])('never leaves the outcome unknown when %s gets no answer', async (operation) => {
			bench = await startBench();
			bench.world.faults.add({ vendor: 'huawei', operation, kind: 'cutBefore', times: 20 });
			const error = await failure(run(bench.client(), 'callOut', { called: CUSTOMER }));
			expect(error.failure).toBe('refused');
			expect(error.message).toMatch(/nobody was called/);
			expect(bench.count('callout')).toBe(0);
		});

		it('waits and tries again while the gateway is busy', async () => {
			bench = await startBench();
			bench.world.faults.add({ vendor: 'huawei', operation: 'login', kind: 'throttle', times: 2 });
			expect(await run(bench.client(), 'callOut', { called: CUSTOMER, waitFor: 'ended' })).toMatchObject({ outcome: 'ended' });
			expect(bench.count('login')).toBe(3);
		});

		it('may be sent again when nobody listens at the address', async () => {
			bench = await startBench();
			const credential = { ...bench.credential, baseUrl: 'http://127.0.0.1:9' };
			const error = await failure(run(bench.client({ credential }), 'callOut', { called: CUSTOMER }));
			expect(error).toMatchObject({ failure: 'notSent', code: 'ECONNREFUSED' });
		});
	});

	describe('dialling', () => {
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

		it.each(['cutBefore', 'errorBefore'] as const)('reports %s as no answer, and finds out that no call goes on', async (kind) => {
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
			['000-007', 'throttled', /still being worked on/],
			['100-007', 'refused', /could not carry this out/],
		] as const)('tells what %s means', async (retcode, kind, text) => {
			bench = await startBench();
			bench.world.faults.add({ vendor: 'huawei', operation: 'callout', kind: 'refuse', match: { retcode } });
			const error = await failure(run(bench.client(), 'callOut', { called: CUSTOMER }));
			expect(error).toMatchObject({ failure: kind, code: retcode });
			expect(error.message).toMatch(text);
			expect(bench.count('callout')).toBe(1);
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

	describe('a lost session', () => {
		it('is restored for the request that met it, which rings once', async () => {
			bench = await startBench();
			const client = bench.client();
			await client.own();
			bench.vendor.loseSession('291');
			const item = await perform(client, 'callOut', { called: CUSTOMER, waitFor: 'ended' });
			await client.close();
			expect(item).toMatchObject({ outcome: 'ended' });
			expect(bench.world.phones.timesRung(CUSTOMER)).toBe(1);
			expect(bench.count('login')).toBe(2);
		});

		it('during a call ends the wait: the call does not go on', async () => {
			bench = await startBench();
			bench.world.phones.setBehaviour(CUSTOMER, { talkMs: 600_000 });
			const client = bench.client();
			const waiting = perform(client, 'callOut', { called: CUSTOMER, waitFor: 'ended' });
			await eventually(() => bench.vendor.calls()[0]?.answeredAt !== undefined);
			await new Promise((resolve) => setTimeout(resolve, 50));
			bench.vendor.loseSession('291');
			const item = await waiting;
			await client.close();
			expect(item).toMatchObject({ outcome: 'ended', failureReason: expect.stringContaining('lost'), answeredAt: expect.any(String) });
			expect(bench.world.phones.timesRung(CUSTOMER)).toBe(1);
		});

		it('that cannot be restored leaves the outcome unknown', async () => {
			bench = await startBench();
			bench.world.phones.setBehaviour(CUSTOMER, { talkMs: 600_000 });
			const waiting = failure(run(bench.client(), 'callOut', { called: CUSTOMER, waitFor: 'ended' }));
			await eventually(() => bench.vendor.calls()[0]?.answeredAt !== undefined);
			bench.world.faults.add({ vendor: 'huawei', operation: 'login', kind: 'refuse', match: { retcode: '100-004' }, times: 20 });
			bench.vendor.loseSession('291');
			const error = await waiting;
			expect(error.failure).toBe('noAnswer');
			expect(error.message).toContain(bench.vendor.calls()[0]?.callId);
		});

		it('is not fought for without end when somebody else signs in again and again', async () => {
			bench = await startBench();
			const others = await startBenchOn(bench);
			const [mine, theirs] = [await bench.client({ keepMs: 60_000 }).own(), await others.own()];
			await eventually(() => mine.ended || theirs.ended);
			await others.close();
			await mine.stop();
			await theirs.stop();
			expect(bench.count('forceLogin')).toBeLessThanOrEqual(6);
			await eventually(() => bench.vendor.agents()[0]?.signedIn === false, 5000);
		});

		it('is noticed when the gateway has not answered for long', async () => {
			bench = await startBench();
			const client = bench.client();
			await client.own();
			bench.world.faults.add({ vendor: 'huawei', operation: 'getAgentEvent', kind: 'cutBefore', times: 25 });
			await eventually(() => bench.count('login') === 2);
			await client.close();
		});

		it('is not caused by some polls that fail', async () => {
			bench = await startBench();
			bench.world.faults.add({ vendor: 'huawei', operation: 'getAgentEvent', kind: 'cutBefore', every: 3 });
			expect(await run(bench.client(), 'callOut', { called: CUSTOMER, waitFor: 'ended' })).toMatchObject({ outcome: 'ended' });
			bench.world.faults.clear();
			expect(bench.count('login')).toBe(1);
		});
	});

	describe('nodes of one execution', () => {
		it('share the session of a call that goes on', async () => {
			bench = await startBench();
			const dialled = await run(bench.client(), 'callOut', { called: CUSTOMER, waitFor: 'answered' });
			const keys = await run(bench.client(), 'sendDtmf', { digits: '1#*' });
			const status = await run(bench.client(), 'getStatus');
			const information = await run(bench.client(), 'getInformation', { callId: dialled.callId as string });
			const hungUp = await run(bench.client(), 'hangUp');
			expect(keys).toEqual({ agentId: '291', callId: dialled.callId, digits: '1#*', sent: true });
			expect(status).toMatchObject({ state: 'talking', signedIn: true });
			expect(information).toMatchObject({ callId: dialled.callId, calledNumber: CUSTOMER, answeredAt: expect.any(String) });
			expect(hungUp).toEqual({ agentId: '291', callId: dialled.callId, hungUp: true, alreadyEnded: false });
			const [call] = bench.vendor.calls();
			expect(call).toMatchObject({ outcome: 'agentHungUp', digits: [expect.objectContaining({ digits: '1#*' })] });
			expect(bench.count('login')).toBe(1);
			expect(bench.registry.size).toBe(0);
		});

		it('say that a call has ended already, or is not there, without signing anybody in', async () => {
			bench = await startBench();
			expect(await run(bench.client(), 'hangUp')).toEqual({ agentId: '291', hungUp: false, alreadyEnded: true });
			expect(await failure(run(bench.client(), 'sendDtmf', { digits: '1' }))).toMatchObject({ failure: 'refused', code: 'NO_CALL' });
			expect(await run(bench.client(), 'getStatus')).toEqual({ agentId: '291', state: 'signedOut', signedIn: false, stateCode: 2 });
			expect(await run(bench.client(), 'signOut')).toEqual({ agentId: '291', signedIn: false, wasSignedIn: false });
			expect(bench.count('login')).toBe(0);
		});

		it('sign in and stay signed in, and sign out', async () => {
			bench = await startBench();
			const item = await run(bench.client(), 'signIn');
			expect(item).toMatchObject({ agentId: '291', signedIn: true, vdnId: '1', passwordMustBeChanged: false, staysSignedInMinutes: 1 });
			await run(bench.client(), 'callOut', { called: CUSTOMER, waitFor: 'ended' });
			expect(await run(bench.client(), 'getStatus')).toMatchObject({ state: 'idle' });
			expect(await run(bench.client(), 'hangUp')).toMatchObject({ hungUp: false, alreadyEnded: true });
			expect(await run(bench.client(), 'signOut')).toMatchObject({ wasSignedIn: true });
			expect(bench.count('login')).toBe(1);
		});

		it('cannot sign out during a call', async () => {
			bench = await startBench();
			await run(bench.client(), 'callOut', { called: CUSTOMER, waitFor: 'answered' });
			expect(await failure(run(bench.client(), 'signOut'))).toMatchObject({ failure: 'refused', code: '100-010' });
			expect(bench.vendor.calls()[0]?.outcome).toBeUndefined();
		});

		it('sign in only to look up a call, and out again', async () => {
			bench = await startBench();
			const { callId } = await run(bench.client(), 'callOut', { called: CUSTOMER, waitFor: 'ended' });
			const item = await run(bench.client(), 'getInformation', { callId: callId as string });
			expect(item).toMatchObject({ callId, type: 'agentOutbound' });
			expect(await failure(run(bench.client(), 'getInformation', { callId: '1-1' }))).toMatchObject({ code: '400-001' });
			expect(bench.count('logout')).toBe(3);
		});
	});

	describe('executions', () => {
		it('wait for each other', async () => {
			bench = await startBench();
			const items = await Promise.all(
				['one', 'two', 'three'].map(
					async (execution) => await run(bench.client({ execution, waitMs: 5000 }), 'callOut', { called: CUSTOMER, waitFor: 'ended' }),
				),
			);
			expect(items.map(({ outcome }) => outcome)).toEqual(['ended', 'ended', 'ended']);
			expect(bench.count('forceLogin')).toBe(0);
			expect(bench.world.phones.timesRung(CUSTOMER)).toBe(3);
		});

		it('wait for the end of a call that its node did not wait for', async () => {
			bench = await startBench();
			await run(bench.client(), 'callOut', { called: CUSTOMER, waitFor: 'accepted' });
			await run(bench.client({ execution: 'two', waitMs: 5000 }), 'callOut', { called: '13720000001', waitFor: 'ended' });
			const [first, second] = bench.vendor.calls();
			expect(first?.outcome).toBe('customerHungUp');
			expect(second?.startedAt).toBeGreaterThanOrEqual(first?.endedAt ?? Infinity);
		});

		it('fail with a clear message when it takes too long, once for all items', async () => {
			bench = await startBench();
			bench.world.phones.setBehaviour(CUSTOMER, { talkMs: 60_000 });
			const first = run(bench.client(), 'callOut', { called: CUSTOMER, waitFor: 'ended' });
			await eventually(() => bench.vendor.calls().length === 1);
			const client = bench.client({ execution: 'two', waitMs: 150 });
			const startedAt = Date.now();
			for (let item = 0; item < 5; item++) {
				const error = await failure(perform(client, 'callOut', { called: '13720000001' }));
				expect(error).toMatchObject({ failure: 'refused', code: 'AGENT_IN_USE' });
				expect(error.message).toMatch(/Agent 291 is in use by another execution.*Wait for Agent/);
			}
			expect(Date.now() - startedAt).toBeLessThan(500);
			await client.close();
			expect((await first).outcome).toBe('ended');
		});

		it('can end the call of another one', async () => {
			bench = await startBench();
			bench.world.phones.setBehaviour(CUSTOMER, { talkMs: 600_000 });
			const first = run(bench.client(), 'callOut', { called: CUSTOMER, waitFor: 'ended' });
			await eventually(() => bench.vendor.calls()[0]?.answeredAt !== undefined);
			expect(await run(bench.client({ execution: 'two' }), 'hangUp')).toMatchObject({ hungUp: true });
			expect(await first).toMatchObject({ outcome: 'ended' });
		});

		it('use the session that another one has kept, until nobody has used it for long', async () => {
			bench = await startBench();
			const keepMs = 300;
			await run(bench.client({ keepMs }), 'callOut', { called: CUSTOMER, waitFor: 'ended' });
			await run(bench.client({ execution: 'two' }), 'callOut', { called: CUSTOMER, waitFor: 'ended' });
			expect(bench.count('login')).toBe(1);
			expect(bench.registry.size).toBe(1);
			await eventually(() => bench.registry.size === 0);
			expect(bench.count('logout')).toBe(1);
		});

		it('with another phone number sign the agent in anew', async () => {
			bench = await startBench();
			await run(bench.client({ keepMs: 60_000 }), 'callOut', { called: CUSTOMER, waitFor: 'ended' });
			const credential = { ...bench.credential, phoneNumber: '40039' };
			await run(bench.client({ execution: 'two', credential }), 'callOut', { called: CUSTOMER, waitFor: 'answered' });
			expect(bench.vendor.agents()[0]?.phoneNumber).toBe('40039');
		});

		it('that are stopped leave the call alone and the agent signed out', async () => {
			bench = await startBench();
			const cancel = new AbortController();
			const client = bench.client({ cancelled: cancel.signal });
			const waiting = run(client, 'callOut', { called: CUSTOMER, waitFor: 'ended' });
			await eventually(() => bench.vendor.calls()[0]?.answeredAt !== undefined);
			cancel.abort();
			await waiting;
			expect(bench.vendor.calls()[0]?.outcome).toBeUndefined();
			await eventually(() => bench.registry.size === 0);
			expect(bench.vendor.calls()[0]?.outcome).toBe('customerHungUp');
		});

		it('that are stopped while they wait for the agent do not call', async () => {
			bench = await startBench();
			const first = run(bench.client(), 'callOut', { called: CUSTOMER, waitFor: 'ended' });
			await eventually(() => bench.vendor.calls().length === 1);
			const cancel = new AbortController();
			const second = failure(run(bench.client({ execution: 'two', waitMs: 60_000, cancelled: cancel.signal }), 'callOut', { called: '13720000001' }));
			cancel.abort();
			expect(await second).toMatchObject({ failure: 'refused', code: 'STOPPED' });
			await first;
			expect(bench.count('callout')).toBe(1);
		});
	});

	it('does not sign out an agent whose call outlasts the longest time, but stops polling', async () => {
		bench = await startBench({}, { longestCallMs: 200 });
		bench.world.phones.setBehaviour(CUSTOMER, { talkMs: 600_000 });
		await run(bench.client(), 'callOut', { called: CUSTOMER, waitFor: 'answered' });
		await eventually(() => bench.registry.size === 0);
		expect(bench.vendor.calls()[0]?.outcome).toBeUndefined();
		await eventually(() => bench.vendor.agents()[0]?.signedIn === false, 5000);
	});
});

/** A client of another process: it shares nothing but the vendor. */
async function startBenchOn(bench: Bench): Promise<AgentClient> {
	const { run: mine } = bench.client();
	return new AgentClient({ ...mine, execution: 'elsewhere' }, new SessionRegistry(FAST));
}
