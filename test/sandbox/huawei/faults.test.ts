import { setTimeout as wait } from 'node:timers/promises';
import type { Fault, FaultKind } from '../../../sandbox/faults';
import type { World } from '../../../sandbox/world';
import type { AgentClient } from './agentClient';
import { closeAll, setUp, type Setup } from './setup';

const CUSTOMER = '13720000000';

afterEach(closeAll);

async function struckBy(fault: Omit<Fault, 'vendor'>): Promise<Setup & { agent: AgentClient }> {
	const setup = await setUp();
	setup.world.faults.add({ vendor: 'huawei', ...fault });
	const agent = setup.client();
	await agent.signIn();
	return { ...setup, agent };
}

const cuts: Array<[FaultKind, number]> = [
	['cutBefore', 0],
	['cutAfter', 1],
];
it.each(cuts)('%s: the connection breaks and %i calls were placed', async (kind, calls) => {
	const { huawei, agent } = await struckBy({ operation: 'callout', kind });
	await expect(agent.callOut({ called: CUSTOMER })).rejects.toMatchObject({ code: 'ECONNRESET' });
	expect(huawei.calls()).toHaveLength(calls);
	expect(huawei.requests.at(-1)).toMatchObject({ operation: 'callout', fault: kind });
});

const errors: Array<[FaultKind, number, number]> = [
	['errorBefore', 503, 0],
	['errorAfter', 502, 1],
	['garbage', 200, 1],
];
it.each(errors)('%s: HTTP %i and %i calls were placed', async (kind, status, calls) => {
	const { huawei, agent } = await struckBy({ operation: 'callout', kind });
	const response = await agent.callOut({ called: CUSTOMER });
	expect(response.status).toBe(status);
	expect(typeof response.data).toBe('string');
	expect(huawei.calls()).toHaveLength(calls);
});

const refusals: Array<[FaultKind, Fault['match'], string]> = [
	['refuse', undefined, '100-007'],
	['throttle', undefined, '000-007'],
	['refuse', { called: CUSTOMER }, '100-007'],
	['refuse', { retcode: '000-004' }, '000-004'],
];
it.each(refusals)('%s (match %p): no call, %s, once', async (kind, match, retcode) => {
	const { huawei, agent } = await struckBy({ operation: 'callout', kind, match });
	expect((await agent.callOut({ called: CUSTOMER })).data.retcode).toBe(retcode);
	expect(huawei.calls()).toEqual([]);
	expect((await agent.callOut({ called: CUSTOMER })).data.retcode).toBe('0');
});

it('spares requests whose parameters are others', async () => {
	const { agent } = await struckBy({ operation: 'callout', kind: 'refuse', match: { called: '110' } });
	expect((await agent.callOut({ called: CUSTOMER })).data.retcode).toBe('0');
});

it('refuses a sign-in as an unavailable resource', async () => {
	const { world, client } = await setUp();
	world.faults.add({ vendor: 'huawei', operation: 'login', kind: 'refuse' });
	world.faults.add({ vendor: 'huawei', operation: 'forceLogin', kind: 'refuse' });
	expect((await client().signIn()).data.retcode).toBe('100-003');
	expect((await client().forceSignIn()).data.retcode).toBe('100-003');
	expect((await client().signIn()).data.retcode).toBe('0');
});

it('hangs until the client gives up', async () => {
	const { huawei, agent } = await struckBy({ operation: 'callout', kind: 'hang' });
	const call = agent.send('PUT', '/voicecall/291/callout', { called: CUSTOMER }, AbortSignal.timeout(50));
	await expect(call).rejects.toThrow('canceled');
	expect(huawei.calls()).toEqual([]);
});

it('returns the true answer late', async () => {
	const { agent } = await struckBy({ operation: 'callout', kind: 'late', delayMs: 80 });
	const startedAt = Date.now();
	expect((await agent.callOut({ called: CUSTOMER })).data.retcode).toBe('0');
	expect(Date.now() - startedAt).toBeGreaterThanOrEqual(75);
});

it('does not lose the session when the answer with the new guid is lost', async () => {
	const { world, client } = await setUp({ guidIntervalMs: 20_000, guidTimeoutMs: 60_000, pollWaitMs: 5000 });
	const agent = client();
	await agent.signIn();
	const first = agent.guid;
	await agent.pollUntil('AgentState_Ready');
	await world.clock.sleep(20_500);
	world.faults.add({ vendor: 'huawei', operation: 'getAgentEvent', kind: 'cutAfter' });
	await expect(agent.poll()).rejects.toMatchObject({ code: 'ECONNRESET' });
	expect(agent.guid).toBe(first);
	while (agent.guid === first) expect((await agent.poll()).data.retcode).toBe('0');
	expect(await agent.retcode('GET', '/onlineagent/291/agentstatus')).toBe('0');
});

it('stops with hanging, polling and talking clients and leaves nothing running', async () => {
	const { world, huawei, client } = await setUp();
	const sleepers = countSleepers(world);
	world.phones.setBehaviour(CUSTOMER, { talkMs: 100_000_000 });
	const [talking, hanging] = [client(), client('292', '40039')];
	await talking.signIn();
	await hanging.signIn();
	await talking.callOut({ called: CUSTOMER });
	await talking.pollUntil('AgentEvent_Talking');
	world.faults.add({ vendor: 'huawei', operation: 'agentStatus', kind: 'hang' });
	const open = Promise.allSettled([
		talking.poll(),
		hanging.send('GET', '/onlineagent/292/agentstatus'),
	]);
	await wait(30);
	expect(huawei.agents()[0]?.pollsInFlight).toBe(1);
	expect(sleepers.count).toBe(4);
	await huawei.close();
	await open;
	expect(huawei.agents()).toMatchObject([{ signedIn: false, pollsInFlight: 0 }, { signedIn: false }]);
	expect(huawei.calls()).toMatchObject([{ outcome: 'agentSignedOut' }]);
	expect(sleepers.count).toBe(0);
});

/** Counts who is waiting for the vendor's clock: here the silence of two agents, a poll and a conversation. */
function countSleepers({ clock }: World): { count: number } {
	const sleepers = { count: 0 };
	const sleep = clock.sleep.bind(clock);
	clock.sleep = async (ms, signal) => {
		sleepers.count += 1;
		await sleep(ms, signal).finally(() => (sleepers.count -= 1));
	};
	return sleepers;
}
