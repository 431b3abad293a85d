import type { AgentClient } from '../../../nodes/HuaweiContactCenter/client';
import { CUSTOMER, elsewhere, endBench, eventually, failure, perform, run, startBench, type Bench } from './agents';

let bench: Bench;
let client: AgentClient;

beforeEach(async () => {
	bench = await startBench({ skills: [{ id: 25, name: 'sales' }, { id: 26, name: 'support' }] });
	client = bench.client();
});

afterEach(async () => {
	await perform(client, 'forceSignOut');
	await client.close();
	await endBench(bench);
});

async function state(): Promise<unknown> {
	return (await perform(client, 'getStatus')).state;
}

function record() {
	const [agent] = bench.vendor.agents();
	if (!agent) throw new Error('no agent');
	return agent;
}

describe('an agent who is signed in', () => {
	beforeEach(async () => {
		await perform(client, 'signIn');
	});

	it.each([
		['setBusy', 'busy', 'cancelBusy', { reason: 201 }],
		['startRest', 'rest', 'endRest', { minutes: 15 }],
		['startWrapUp', 'wrapUp', 'endWrapUp', {}],
	])('%s makes the agent %s until %s', async (begin, during, end, raw) => {
		expect(await perform(client, begin, raw)).toMatchObject({ agentId: '291', success: true, changed: true });
		expect(await state()).toBe(during);
		expect(await perform(client, end)).toEqual({ agentId: '291', success: true, changed: true });
		expect(await state()).toBe('idle');
		expect(await perform(client, end)).toEqual({ agentId: '291', success: true, changed: false });
	});

	it('can be set busy again with another reason, and is ready again in one step', async () => {
		await perform(client, 'setBusy', { reason: 201 });
		expect(await perform(client, 'setBusy', { reason: 202 })).toMatchObject({ changed: true, takesEffect: 'now' });
		expect(await perform(client, 'setReady')).toMatchObject({ changed: true });
		expect(await state()).toBe('idle');
	});

	it.each([
		['setBusy', { reason: 201 }, 'busy'],
		['startRest', { minutes: 1 }, 'rest'],
	])('%s during a call takes effect when it has ended', async (operation, raw, after) => {
		bench.world.phones.setBehaviour(CUSTOMER, { talkMs: 10_000_000 });
		await perform(client, 'callOut', { called: CUSTOMER, waitFor: 'answered' });
		expect(await perform(client, operation, raw)).toMatchObject({ changed: true, takesEffect: 'afterCall' });
		expect(await state()).toBe('talking');
		await perform(client, 'hangUp');
		expect(await state()).toBe(after);
	});

	it('does not become busy after the call if that is taken back', async () => {
		bench.world.phones.setBehaviour(CUSTOMER, { talkMs: 10_000_000 });
		await perform(client, 'callOut', { called: CUSTOMER, waitFor: 'answered' });
		await perform(client, 'setBusy', { reason: 201 });
		expect(await perform(client, 'cancelBusy')).toMatchObject({ changed: true });
		await perform(client, 'hangUp');
		expect(await state()).toBe('idle');
	});

	it('explains a state that the gateway refuses', async () => {
		bench.world.phones.setBehaviour(CUSTOMER, { talkMs: 10_000_000 });
		await perform(client, 'callOut', { called: CUSTOMER, waitFor: 'answered' });
		const error = await failure(perform(client, 'startWrapUp'));
		expect(error).toMatchObject({ failure: 'refused', code: '100-009' });
		expect(error.message).toMatch(/state cannot be set.*Get Status/);
	});

	it('works for the skills that were chosen', async () => {
		expect(await perform(client, 'resetSkills', { skillIds: ['26'] })).toMatchObject({ changed: true });
		expect(record().skills).toEqual([26]);
		await perform(client, 'resetSkills', { skillIds: '' });
		expect(record().skills).toEqual([25, 26]);
		await expect(perform(client, 'resetSkills', { skillIds: 'sales' })).rejects.toThrow(/'Skill IDs' holds "sales"/);
	});

	it('stays as it was set when a lost session is restored', async () => {
		await perform(client, 'resetSkills', { skillIds: '26' });
		await perform(client, 'setAutoAnswer', { autoAnswer: false });
		await perform(client, 'setBusy');
		bench.vendor.loseSession('291');
		expect(await state()).toBe('busy');
		expect(record()).toMatchObject({ signIns: [{}, {}], autoAnswer: false });
		await eventually(() => record().skills.join() === '26');
	});

	it('can be signed out by force during a call, also by another execution', async () => {
		bench.world.phones.setBehaviour(CUSTOMER, { talkMs: 10_000_000 });
		await perform(client, 'callOut', { called: CUSTOMER, waitFor: 'answered' });
		expect(await failure(perform(client, 'signOut'))).toMatchObject({ code: '100-010' });
		expect(await run(bench.client({ execution: 'two' }), 'forceSignOut')).toEqual({ agentId: '291', signedIn: false, wasSignedIn: true });
		expect(record()).toMatchObject({ signedIn: false, signOuts: [{ reason: 'forcedSignOut' }] });
		expect(bench.vendor.calls()[0]?.outcome).toBe('agentSignedOut');
	});
});

it.each(['setReady', 'setBusy', 'cancelBusy', 'startRest', 'endRest', 'startWrapUp', 'endWrapUp', 'resetSkills', 'setAutoAnswer'])(
	'%s leaves an agent alone who is signed in elsewhere',
	async (operation) => {
		const other = elsewhere(bench);
		await perform(other, 'signIn');
		const error = await failure(run(client, operation));
		expect(error).toMatchObject({ failure: 'refused', code: 'NOT_SIGNED_IN' });
		expect(error.message).toMatch(/Sign In first/);
		expect(record().signIns).toHaveLength(1);
		await perform(other, 'forceSignOut');
		await other.close();
	},
);

it('is not signed out elsewhere by force', async () => {
	const other = elsewhere(bench);
	await perform(other, 'signIn');
	expect(await run(client, 'forceSignOut')).toEqual({ agentId: '291', signedIn: false, wasSignedIn: false });
	expect(record().signedIn).toBe(true);
	await perform(other, 'forceSignOut');
	await other.close();
});

it.each([1, 199])('refuses the busy reason %d', async (reason) => {
	await expect(perform(client, 'setBusy', { reason })).rejects.toThrow(/'Reason' is .*: use 200 to 250, or 0 for none/);
});
