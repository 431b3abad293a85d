import { AgentClient as ForeignClient } from '../../sandbox/huawei/agentClient';
import { CUSTOMER, elsewhere, endBench, eventually, failure, perform, run, startBench, type Bench } from './agents';

describe('sign-in and loss of the session', () => {
	let bench: Bench;

	afterEach(async () => {
		await endBench(bench);
	});

	describe('sign-in', () => {
		it('takes over the session of another client if the credential allows it', async () => {
			bench = await startBench();
			await new ForeignClient(bench.vendor.url).signIn();
			const item = await run(bench.client(), 'callOut', { called: CUSTOMER, waitFor: 'answered' });
			expect(item).toMatchObject({ outcome: 'answered' });
			expect(bench.count('forceLogin')).toBe(1);
		});

		it('reports the other session if the credential does not allow it', async () => {
			bench = await startBench();
			const other = elsewhere(bench);
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

		describe.each([true, false])('with Take Over Session %s', (takeOverSession) => {
			it.each(['cutBefore', 'errorBefore'] as const)('survives a sign-in that was not carried out (%s)', async (kind) => {
				bench = await startBench();
				bench.world.faults.add({ vendor: 'huawei', operation: 'login', kind });
				const credential = { ...bench.credential, takeOverSession };
				const item = await run(bench.client({ credential }), 'callOut', { called: CUSTOMER, waitFor: 'ended' });
				expect(item).toMatchObject({ outcome: 'ended' });
				expect(bench.count('forceLogin')).toBe(0);
			});
		});

		it.each(['cutAfter', 'errorAfter', 'garbage'] as const)('takes over what may be its own sign-in, whose answer was lost (%s)', async (kind) => {
			bench = await startBench();
			bench.world.faults.add({ vendor: 'huawei', operation: 'login', kind });
			expect(await run(bench.client(), 'callOut', { called: CUSTOMER, waitFor: 'ended' })).toMatchObject({ outcome: 'ended' });
			expect(bench.count('forceLogin')).toBe(1);
		});

		it.each(['cutAfter', 'errorAfter', 'garbage'] as const)("does not take over what may be somebody else's session if that is switched off (%s)", async (kind) => {
			bench = await startBench({ silenceMs: 20_000 });
			bench.world.faults.add({ vendor: 'huawei', operation: 'login', kind });
			const credential = { ...bench.credential, takeOverSession: false };
			const error = await failure(run(bench.client({ credential }), 'callOut', { called: CUSTOMER }));
			expect(error).toMatchObject({ failure: 'refused', code: '100-002' });
			expect(error.message).toMatch(/did not answer the sign-in.*nobody was called.*in two minutes.*'Take Over Session'/);
			expect(bench.count('forceLogin')).toBe(0);
			await eventually(() => bench.vendor.agents()[0]?.signedIn === false);
			expect(await run(bench.client({ credential }), 'callOut', { called: CUSTOMER, waitFor: 'ended' })).toMatchObject({ outcome: 'ended' });
		});

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

		it('may be sent again when nothing listens at the address', async () => {
			bench = await startBench();
			const credential = { ...bench.credential, baseUrl: 'http://127.0.0.1:9' };
			const error = await failure(run(bench.client({ credential }), 'callOut', { called: CUSTOMER }));
			expect(error).toMatchObject({ failure: 'notSent', code: 'ECONNREFUSED' });
		});
	});

	describe('an expired guid', () => {
		function expires(operation: string, times: number): void {
			bench.world.faults.add({ vendor: 'huawei', operation, kind: 'refuse', match: { retcode: '000-003' }, times });
		}

		it.each([1, 4])('on %d polls in a row does not end the session or the call', async (times) => {
			bench = await startBench();
			const waiting = run(bench.client(), 'callOut', { called: CUSTOMER, waitFor: 'ended' });
			await eventually(() => bench.vendor.calls()[0]?.answeredAt !== undefined);
			expires('getAgentEvent', times);
			const item = await waiting;
			expect(item).toMatchObject({ outcome: 'ended', durationSeconds: expect.any(Number) });
			expect(item.failureReason).toBeUndefined();
			expect(bench.vendor.calls()[0]?.outcome).toBe('customerHungUp');
			expect([bench.count('login'), bench.count('forceLogin')]).toEqual([1, 0]);
		});

		it.each([true, false])('on five polls in a row is a lost session, which is ours to restore (Take Over Session %s)', async (takeOverSession) => {
			bench = await startBench();
			bench.world.phones.setBehaviour(CUSTOMER, { talkMs: 600_000 });
			const credential = { ...bench.credential, takeOverSession };
			const waiting = run(bench.client({ credential }), 'callOut', { called: CUSTOMER, waitFor: 'ended' });
			await eventually(() => bench.vendor.calls()[0]?.answeredAt !== undefined);
			expires('getAgentEvent', 5);
			expect(await waiting).toMatchObject({ outcome: 'ended', failureReason: expect.stringContaining('lost') });
			expect(bench.vendor.agents()[0]?.signOuts.map(({ reason }) => reason)).toEqual(['takenOver', 'signOut']);
		});

		it('on another request does not end a session that can still be polled', async () => {
			bench = await startBench();
			const dialled = await run(bench.client(), 'callOut', { called: CUSTOMER, waitFor: 'answered' });
			expires('callInfo', 20);
			const error = await failure(run(bench.client(), 'getInformation', { callId: dialled.callId as string }));
			expect(error).toMatchObject({ failure: 'refused', code: '000-003' });
			await eventually(() => bench.registry.size === 0);
			expect(bench.vendor.calls()[0]?.outcome).toBe('customerHungUp');
			expect(bench.count('login')).toBe(1);
		});

		it('on the sign-out does not leave the agent signed in', async () => {
			bench = await startBench();
			expires('logout', 1);
			await run(bench.client(), 'callOut', { called: CUSTOMER, waitFor: 'ended' });
			expect(bench.vendor.agents()[0]?.signedIn).toBe(false);
		});
	});

	describe('a lost session', () => {
		it('is restored for the request that noticed it, which rings once', async () => {
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

		it('during a call ends the wait, because the call has ended', async () => {
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

		it('is not fought for endlessly when somebody else signs in again and again', async () => {
			bench = await startBench();
			const clients = [bench.client(), elsewhere(bench)];
			const [mine, theirs] = await Promise.all(clients.map(async (client) => await client.own()));
			await eventually(() => mine?.ended === true || theirs?.ended === true);
			await Promise.all(clients.map(async (client) => await client.close()));
			expect(bench.count('forceLogin')).toBeLessThanOrEqual(6);
		});

		it('is left to whoever has signed in since, with Take Over Session off', async () => {
			bench = await startBench();
			const credential = { ...bench.credential, takeOverSession: false };
			const mine = bench.client({ credential });
			const session = await mine.own();
			const other = elsewhere(bench);
			await other.own();
			await eventually(() => session.ended);
			expect(bench.vendor.agents()[0]?.signIns).toHaveLength(2);
			await mine.close();
			await other.close();
		});

		it('is ours to restore after a silence, with Take Over Session off', async () => {
			bench = await startBench();
			const client = bench.client({ credential: { ...bench.credential, takeOverSession: false } });
			const session = await client.own();
			bench.world.faults.add({ vendor: 'huawei', operation: 'getAgentEvent', kind: 'cutBefore', times: 25 });
			await eventually(() => bench.count('forceLogin') === 1);
			expect(session.ended).toBe(false);
			await client.close();
		});

		it('is noticed when the gateway has not answered for a long time', async () => {
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
});
