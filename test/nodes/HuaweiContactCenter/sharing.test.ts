import { CUSTOMER, elsewhere, endBench, eventually, failure, perform, run, startBench, type Bench } from './agents';

describe('sharing an agent', () => {
	let bench: Bench;

	afterEach(async () => {
		await endBench(bench);
	});

	describe('nodes of one execution', () => {
		it('share the session of the current call', async () => {
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

		it('say that a call has already ended or does not exist, without signing the agent in', async () => {
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

		it('report when it is unknown whether the agent was signed out', async () => {
			bench = await startBench();
			await run(bench.client(), 'signIn');
			bench.world.faults.add({ vendor: 'huawei', operation: 'logout', kind: 'cutBefore', times: 10 });
			expect(await failure(run(bench.client(), 'signOut'))).toMatchObject({ failure: 'noAnswer' });
			expect(bench.registry.size).toBe(0);
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

		it("can end another one's call", async () => {
			bench = await startBench();
			bench.world.phones.setBehaviour(CUSTOMER, { talkMs: 600_000 });
			const first = run(bench.client(), 'callOut', { called: CUSTOMER, waitFor: 'ended' });
			await eventually(() => bench.vendor.calls()[0]?.answeredAt !== undefined);
			expect(await run(bench.client({ execution: 'two' }), 'hangUp')).toMatchObject({ hungUp: true });
			expect(await first).toMatchObject({ outcome: 'ended' });
		});

		it('use the session that another one has kept, until it has been unused for long', async () => {
			bench = await startBench();
			const keepMs = 300;
			await run(bench.client({ keepMs }), 'callOut', { called: CUSTOMER, waitFor: 'ended' });
			await run(bench.client({ execution: 'two' }), 'callOut', { called: CUSTOMER, waitFor: 'ended' });
			expect(bench.count('login')).toBe(1);
			expect(bench.registry.size).toBe(1);
			await eventually(() => bench.registry.size === 0);
			expect(bench.count('logout')).toBe(1);
		});

		it('give up an agent who is only kept signed in to a client that takes over', async () => {
			bench = await startBench();
			await run(bench.client({ keepMs: 60_000 }), 'callOut', { called: CUSTOMER, waitFor: 'ended' });
			const other = elsewhere(bench);
			const item = await perform(other, 'callOut', { called: '13720000001', waitFor: 'ended' });
			expect(item).toMatchObject({ outcome: 'ended' });
			expect(bench.registry.size).toBe(0);
			expect(bench.count('forceLogin')).toBe(1);
			await other.close();
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
			bench.world.phones.setBehaviour(CUSTOMER, { talkMs: 30_000 });
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
	});
});
