import axios from 'axios';
import { closeAll, setUp } from './setup';

afterEach(closeAll);

describe('signing in', () => {
	it.each([
		['a wrong password', { password: 'wrong' }, '100-004'],
		['no password', { password: undefined }, '100-001'],
		['a password of 33 characters', { password: 'x'.repeat(33) }, '100-001'],
		['no phone number', { phonenum: undefined }, '100-001'],
		['an empty phone number', { phonenum: '' }, '100-001'],
		['a phone number with letters', { phonenum: '4003a' }, '100-013'],
		['a phone number that belongs elsewhere', { phonenum: '55555' }, '100-014'],
		['an unknown agent type', { agenttype: 7 }, '100-012'],
		['an unknown status', { status: '9' }, '100-011'],
		['a status that is not a number', { status: 'idle' }, '100-011'],
		['an IPv6 address', { ip: '::1' }, '100-016'],
		['a push address', { callBackUri: 'http://127.0.0.1/', serviceToken: 't' }, '100-011'],
	])('refuses %s', async (_what, body, retcode) => {
		const { huawei, client } = await setUp();
		const response = await client().signIn(body);
		expect(response.status).toBe(200);
		expect(response.data.retcode).toBe(retcode);
		expect(response.data.message).not.toBe('');
		expect(response.headers['set-guid']).toBeUndefined();
		expect(huawei.agents()[0]).toMatchObject({ signedIn: false, signIns: [] });
	});

	it.each(['100', '1000000', '293', 'abc'])('refuses agent id %s as a wrong user', async (agentId) => {
		const { client } = await setUp();
		expect((await client(agentId).signIn()).data.retcode).toBe('100-004');
	});

	it('refuses the phone that another agent is bound to', async () => {
		const { client } = await setUp();
		await client().signIn();
		expect((await client('292', '40038').signIn()).data.retcode).toBe('100-013');
		expect((await client('292', '40039').signIn()).data.retcode).toBe('0');
	});

	it('accepts numbers and booleans as such and as strings', async () => {
		const { client } = await setUp();
		const first = await client().signIn({ status: 4, agenttype: 4, releasephone: true });
		const second = await client('292', '40039').signIn({ status: '4', agenttype: '4', releasephone: 'true' });
		expect([first.data.retcode, second.data.retcode]).toEqual(['0', '0']);
	});

	it('refuses a second sign-in, and the first session continues', async () => {
		const { client } = await setUp();
		const first = client();
		await first.signIn();
		expect((await client().signIn()).data.retcode).toBe('100-002');
		expect((await first.poll()).data.event?.eventType).toBe('AgentOther_InService');
	});

	it.each([
		[3, ['AgentOther_InService', 'AgentState_Ready', 'AgentState_SetNotReady_Success']],
		[5, ['AgentOther_InService', 'AgentState_Ready', 'AgentState_Work']],
	])('starts in status %i', async (status, events) => {
		const { huawei, client } = await setUp();
		const agent = client();
		await agent.signIn({ status });
		for (const _event of events) await agent.poll();
		expect(agent.eventTypes()).toEqual(events);
		expect(huawei.agents()[0]?.state).toBe(status);
		const { data } = await agent.send('GET', '/onlineagent/291/agentstatus');
		expect(data.result).toEqual({ agentState: status, isWorking: status === 5 });
	});
});

describe('signing in by force', () => {
	it('takes over: the old session gets 100-006, even in its open poll', async () => {
		const { huawei, client } = await setUp();
		const [old, next] = [client(), client()];
		await old.signIn();
		await old.pollUntil('AgentState_Ready');
		const openPoll = old.poll();
		expect((await next.forceSignIn()).data.retcode).toBe('0');
		expect((await openPoll).data.retcode).toBe('100-006');
		expect((await old.poll()).data.retcode).toBe('100-006');
		expect(await old.retcode('DELETE', '/onlineagent/291/logout')).toBe('100-006');
		expect((await next.poll()).data.retcode).toBe('0');
		expect(huawei.agents()[0]).toMatchObject({
			signedIn: true,
			signIns: [{ forced: false }, { forced: true }],
			signOuts: [{ reason: 'takenOver' }],
		});
	});

	it('works when nobody is signed in', async () => {
		const { client } = await setUp();
		expect((await client().forceSignIn()).data.retcode).toBe('0');
	});

	it('is refused with 100-015 where it is switched off', async () => {
		const { client } = await setUp({ forceDisabled: true });
		const first = client();
		await first.signIn();
		expect((await client().forceSignIn()).data.retcode).toBe('100-015');
		expect((await first.poll()).data.retcode).toBe('0');
	});
});

describe('signing out', () => {
	it('is refused during a call; by force it ends the call', async () => {
		const { world, huawei, client } = await setUp();
		world.phones.setBehaviour('13720000000', { talkMs: 1_000_000 });
		const agent = client();
		await agent.signIn();
		await agent.callOut({ called: '13720000000' });
		await agent.pollUntil('AgentEvent_Talking');
		expect(await agent.retcode('DELETE', '/onlineagent/291/logout')).toBe('100-010');
		expect(await agent.retcode('DELETE', '/onlineagent/291/forcelogout')).toBe('0');
		expect(huawei.calls()).toMatchObject([{ outcome: 'agentSignedOut', endedAt: expect.any(Number) }]);
		expect(world.phones.talks()[0]?.endedAt).toBeDefined();
		expect(huawei.agents()[0]?.signOuts).toMatchObject([{ reason: 'forcedSignOut' }]);
		expect((await client().signIn()).data.retcode).toBe('0');
	});
});

describe('the HTTP interface', () => {
	it.each([
		['POST', '/onlineagent/291', 'PUT'],
		['GET', '/onlineagent/291/logout', 'DELETE'],
		['POST', '/agentevent/291', 'GET'],
		['POST', '/voicecall/291/callout', 'PUT'],
		['PUT', '/voicecall/291/release', 'DELETE'],
	] as const)('answers %s %s with 405', async (method, path, allowed) => {
		const { client } = await setUp();
		const response = await client().send(method, path, {});
		expect(response.status).toBe(405);
		expect(response.headers.allow).toBe(allowed);
	});

	it('answers an unknown address with 404 and a broken body with 000-006', async () => {
		const { huawei, client } = await setUp();
		expect((await client().send('GET', '/voicecall/291/nothing')).status).toBe(404);
		const { data } = await axios.put(`${huawei.url}/agentgateway/resource/onlineagent/291`, '{"password":', {
			headers: { 'Content-Type': 'application/json' },
		});
		expect(data).toEqual({ message: 'Message parameter error', retcode: '000-006' });
	});

	it('keeps no secret in the record of requests', async () => {
		const { huawei, client } = await setUp();
		const agent = client();
		await agent.signIn();
		await agent.poll();
		expect(huawei.requests).toMatchObject([
			{ operation: 'login', method: 'PUT', path: '/onlineagent/291', agentId: '291', retcode: '0' },
			{ operation: 'getAgentEvent', method: 'GET', retcode: '0' },
		]);
		expect(huawei.requests[0]?.body).toEqual({ phonenum: '40038' });
		const state = JSON.stringify(huawei.state());
		expect(state).not.toContain('sandbox-agent-password');
		expect(state).not.toContain(agent.guid);
		huawei.reset();
		expect(huawei.state()).toMatchObject({ calls: [], requests: [], agents: [{ signedIn: false }, {}] });
		expect((await agent.poll()).data.retcode).toBe('100-006');
	});
});
