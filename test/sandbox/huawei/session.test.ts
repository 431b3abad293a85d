import { setTimeout as wait } from 'node:timers/promises';
import { closeAll, setUp } from './setup';

afterEach(closeAll);

describe('the guid', () => {
	it('is required, and a wrong one means that nobody is signed in', async () => {
		const { client } = await setUp();
		const agent = client();
		expect((await agent.poll()).data.retcode).toBe('100-006');
		await agent.signIn();
		const { guid } = agent;
		agent.guid = '';
		expect((await agent.poll()).data.retcode).toBe('100-006');
		agent.guid = 'wrong';
		expect((await agent.poll()).data.retcode).toBe('100-006');
		agent.guid = guid;
		expect((await agent.poll()).data.retcode).toBe('0');
	});

	it('of one agent does not open the session of another', async () => {
		const { client } = await setUp();
		const [one, other] = [client(), client('292', '40039')];
		await one.signIn();
		await other.signIn();
		expect((await one.send('GET', '/onlineagent/292/agentstatus')).data.retcode).toBe('100-006');
	});

	it('changes with a poll, and the old one is accepted until its time-out', async () => {
		const { world, client } = await setUp({ guidIntervalMs: 20_000, guidTimeoutMs: 40_000, pollWaitMs: 10_000 });
		const agent = client();
		await agent.signIn();
		const first = agent.guid;
		await agent.pollUntil('AgentState_Ready');
		expect(agent.guid).toBe(first);
		while (agent.guid === first) expect((await agent.poll()).data.retcode).toBe('0');
		const late = client();
		[late.guid, late.cookie] = [first, agent.cookie];
		expect(await late.retcode('GET', '/onlineagent/291/agentstatus')).toBe('0');
		await world.clock.sleep(40_500);
		expect(await late.retcode('GET', '/onlineagent/291/agentstatus')).toBe('000-003');
		expect(await agent.retcode('GET', '/onlineagent/291/agentstatus')).toBe('0');
	});

	it('stays the same in static authentication', async () => {
		const { world, client } = await setUp({ authMode: 1, guidIntervalMs: 500, guidTimeoutMs: 1000 });
		const agent = client();
		await agent.signIn();
		const { guid } = agent;
		await world.clock.sleep(3000);
		for (let polls = 0; polls < 3; polls += 1) {
			const response = await agent.poll();
			expect(response.headers['set-guid']).toBeUndefined();
		}
		expect(agent.guid).toBe(guid);
		expect(await agent.retcode('GET', '/onlineagent/291/agentstatus')).toBe('0');
	});
});

describe('the cookies', () => {
	it('must all come back', async () => {
		const { client } = await setUp();
		const agent = client();
		await agent.signIn();
		const cookies = agent.cookie.split('; ');
		expect(cookies).toHaveLength(2);
		agent.cookie = '';
		expect((await agent.poll()).data.retcode).toBe('000-003');
		agent.cookie = cookies[0] ?? '';
		expect((await agent.poll()).data.retcode).toBe('000-003');
		agent.cookie = `other=1; ${cookies.reverse().join('; ')}`;
		expect((await agent.poll()).data.retcode).toBe('0');
	});

	it('need not, where they are not required', async () => {
		const { client } = await setUp({ requireCookies: false });
		const agent = client();
		await agent.signIn();
		agent.cookie = '';
		expect((await agent.poll()).data.retcode).toBe('0');
	});
});

describe('polling', () => {
	it('is a long poll that ends empty', async () => {
		const { world, client } = await setUp({ pollWaitMs: 10_000 });
		const agent = client();
		await agent.signIn();
		await agent.pollUntil('AgentState_Ready');
		const startedAt = world.clock.now();
		expect((await agent.poll()).data).toEqual({ message: '', retcode: '0' });
		expect(world.clock.now() - startedAt).toBeGreaterThanOrEqual(9500);
	});

	it('is answered at once when an event comes', async () => {
		const { client } = await setUp({ pollWaitMs: 10_000_000 });
		const agent = client();
		await agent.signIn();
		await agent.pollUntil('AgentState_Ready');
		const poll = agent.poll();
		await wait(20);
		await agent.send('POST', '/onlineagent/291/saybusy');
		expect((await poll).data.event).toMatchObject({
			eventType: 'AgentState_SetNotReady_Success',
			eventGenTime: expect.any(Number),
			workNo: '291',
			content: { reason: '0' },
		});
	});

	it('writes no time into the events of an older gateway', async () => {
		const { client } = await setUp({ eventGenTime: false });
		const agent = client();
		await agent.signIn();
		expect((await agent.poll()).data).toEqual({
			message: '',
			retcode: '0',
			event: { eventType: 'AgentOther_InService', workNo: '291', content: null },
		});
	});

	it('twice at the same time is refused with 000-007 and counted', async () => {
		const { huawei, client } = await setUp({ pollWaitMs: 10_000 });
		const agent = client();
		await agent.signIn();
		await agent.pollUntil('AgentState_Ready');
		const first = agent.poll();
		await wait(20);
		expect(huawei.agents()[0]?.pollsInFlight).toBe(1);
		expect((await agent.poll()).data.retcode).toBe('000-007');
		expect((await first).data.retcode).toBe('0');
		expect(huawei.agents()[0]).toMatchObject({ pollsInFlight: 0, maxConcurrentPolls: 2 });
	});

	it('loses no event when the client goes away meanwhile', async () => {
		const { huawei, client } = await setUp({ pollWaitMs: 10_000_000 });
		const agent = client();
		await agent.signIn();
		await agent.pollUntil('AgentState_Ready');
		const leaving = new AbortController();
		const poll = agent.poll(leaving.signal);
		await wait(20);
		leaving.abort();
		await expect(poll).rejects.toThrow('canceled');
		await wait(20);
		expect(huawei.agents()[0]?.pollsInFlight).toBe(0);
		await agent.send('POST', '/onlineagent/291/saybusy');
		expect((await agent.poll()).data.event?.eventType).toBe('AgentState_SetNotReady_Success');
	});
});

describe('the end of a session', () => {
	it('comes after silence, and not while polls continue', async () => {
		const { world, huawei, client } = await setUp({ silenceMs: 30_000, pollWaitMs: 40_000 });
		const agent = client();
		await agent.signIn();
		await agent.pollUntil('AgentState_Ready');
		for (let polls = 0; polls < 2; polls += 1) expect((await agent.poll()).data.retcode).toBe('0');
		expect(huawei.agents()[0]?.signedIn).toBe(true);
		await world.clock.sleep(35_000);
		expect(huawei.agents()[0]).toMatchObject({ signedIn: false, signOuts: [{ reason: 'silence' }] });
		expect((await agent.poll()).data.retcode).toBe('100-006');
	});

	it('ends the call as well', async () => {
		const { world, huawei, client } = await setUp({ silenceMs: 20_000 });
		world.phones.setBehaviour('13720000000', { talkMs: 1_000_000 });
		const agent = client();
		await agent.signIn();
		await agent.callOut({ called: '13720000000' });
		await world.clock.sleep(25_000);
		expect(huawei.calls()).toMatchObject([{ outcome: 'agentSignedOut' }]);
		expect(world.phones.talks()).toMatchObject([{ endedAt: expect.any(Number) }]);
	});

	it('comes at once when the session is lost', async () => {
		const { huawei, client } = await setUp();
		const agent = client();
		await agent.signIn();
		await agent.pollUntil('AgentState_Ready');
		const poll = agent.poll();
		await wait(20);
		huawei.loseSession('291');
		expect((await poll).data.retcode).toBe('100-006');
		expect((await agent.callOut({ called: '13720000000' })).data.retcode).toBe('100-006');
		expect((await agent.signIn()).data.retcode).toBe('0');
		expect((await agent.poll()).data.retcode).toBe('0');
	});
});
