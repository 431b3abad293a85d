import type { IDataObject, ITriggerResponse } from 'n8n-workflow';
import { HuaweiContactCenterTrigger } from '../../../../nodes/HuaweiContactCenter/HuaweiContactCenterTrigger.node';
import { sessions } from '../../../../nodes/HuaweiContactCenter/session/registry';
import { CUSTOMER, elsewhere, endBench, eventually, run, startBench, type Bench } from '../agents';
import { contextOf, publish, typesOf, type Published } from './support';

jest.setTimeout(20_000);

let bench: Bench;
const open: Array<{ close(): Promise<void> }> = [];

async function published(...[setup]: [Parameters<typeof publish>[1]?]): Promise<Published> {
	const trigger = await publish(bench, setup);
	open.push(trigger.watch);
	return trigger;
}

afterEach(async () => {
	for (const watch of open.splice(0)) await watch.close();
	await endBench(bench);
});

const tell = (eventType: string, content: string | Record<string, string> | null = null) => bench.vendor.tell('291', eventType, content);
const pause = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms));
const has = (items: IDataObject[], eventType: string) => typesOf(items).includes(eventType);

describe('events', () => {
	it("of a call that a node of the same process makes, through the trigger's session, in order and with the result at the end", async () => {
		bench = await startBench();
		const { items, reports } = await published();
		const call = await run(bench.client(), 'callOut', { called: CUSTOMER, waitFor: 'ended' });
		await eventually(() => has(items, 'AgentEvent_Call_Release') || has(items, 'AgentEvent_Customer_Release'));
		const ofCall = items.filter(({ callId }) => callId === call.callId);
		expect(ofCall.map(({ event }) => event)).toEqual(expect.arrayContaining(['callAlerting', 'callAnswered', 'callEnded']));
		expect(ofCall.find(({ event }) => event === 'callAnswered')).toEqual({
			event: 'callAnswered',
			eventType: 'AgentEvent_Talking',
			agentId: '291',
			callId: call.callId,
			at: expect.stringMatching(/^\d{4}-.+Z$/),
			content: expect.objectContaining({ callId: call.callId, calledNumber: CUSTOMER }),
		});
		expect(ofCall.find(({ event }) => event === 'callEnded')).toMatchObject({ callResult: 'answered', tryAgain: 'never' });
		const times = items.map(({ at }) => String(at));
		expect(times).toEqual([...times].sort());
		expect(bench.count('login')).toBe(1);
		expect(bench.count('logout')).toBe(0);
		expect(reports).toEqual([]);
	});

	it('of a burst, each once and in order, while the guid changes', async () => {
		bench = await startBench({ guidIntervalMs: 2000, guidTimeoutMs: 20_000 });
		const { items } = await published({ parameters: { events: ['other'] } });
		const ids = Array.from({ length: 50 }, (_, index) => `call-${index}`);
		for (const id of ids) {
			tell('AgentEvent_Hold', id);
			if (id.endsWith('9')) await pause(25);
		}
		await eventually(() => items.length >= ids.length, 10_000);
		expect(items.map(({ callId }) => callId)).toEqual(ids);
	});

	it.each<[IDataObject, string[]]>([
		[{ events: ['media'] }, ['AgentMediaEvent_Record']],
		[{ events: ['agentState'], eventTypes: 'AgentEvent_Hold, AgentChat_New' }, ['AgentEvent_Hold', 'AgentChat_New']],
		[{ events: ['callFailed', 'other'] }, ['AgentEvent_Call_Out_Fail', 'AgentEvent_Hold', 'AgentChat_New']],
	])('that pass %j', async (parameters, expected) => {
		bench = await startBench();
		const { items } = await published({ parameters: parameters as never });
		for (const type of ['AgentEvent_Call_Out_Fail', 'AgentEvent_Hold', 'AgentMediaEvent_Record', 'AgentChat_New']) tell(type, '1-1');
		await eventually(() => items.length >= expected.length);
		await pause(50);
		expect(typesOf(items)).toEqual(expected);
	});

	it('for two workflows with the same agent, which stays signed in until both are unpublished', async () => {
		bench = await startBench();
		const [one, other] = [await publish(bench), await published()];
		tell('AgentEvent_Hold', 'first');
		await eventually(() => has(one.items, 'AgentEvent_Hold') && has(other.items, 'AgentEvent_Hold'));
		await one.watch.close();
		tell('AgentEvent_Hold', 'second');
		await eventually(() => other.items.some(({ callId }) => callId === 'second'));
		expect(one.items.some(({ callId }) => callId === 'second')).toBe(false);
		expect([bench.count('login'), bench.count('logout')]).toEqual([1, 0]);
	});
});

describe('the state of the agent', () => {
	it.each([
		['busy', 3],
		['ready', 4],
		['unchanged', 4],
	])('%s', async (agentState, code) => {
		bench = await startBench();
		await published({ parameters: { agentState } });
		expect(bench.vendor.agents()[0]?.state).toBe(code);
	});

	it('is set again after the session was lost', async () => {
		bench = await startBench();
		const { reports } = await published({ parameters: { agentState: 'busy' } });
		bench.vendor.loseSession('291');
		await eventually(() => reports.length > 0 && bench.vendor.agents()[0]?.state === 3);
	});
});

describe('a session that is lost', () => {
	it('with the gateway: the trigger signs in again and says what may be missing', async () => {
		bench = await startBench();
		const { items, reports } = await published();
		tell('AgentEvent_Hold', 'before');
		await eventually(() => has(items, 'AgentEvent_Hold'));
		bench.vendor.loseSession('291');
		await eventually(() => reports.length > 0);
		expect(reports).toEqual([expect.stringMatching(/^Events of agent 291 between \d{4}-\S+Z and \d{4}-\S+Z may be missing/)]);
		tell('AgentEvent_Hold', 'after');
		await eventually(() => items.some(({ callId }) => callId === 'after'));
	});

	it('with events that waited: the stated gap begins before them, although later polls were answered', async () => {
		bench = await startBench();
		const { items, reports } = await published({ parameters: { events: ['other'] } });
		await pause(300);
		const toldAt = Date.now();
		for (let count = 0; count < 20; count++) tell('AgentEvent_Hold', `call-${count}`);
		await eventually(() => items.length > 3);
		bench.vendor.loseSession('291');
		await eventually(() => reports.length > 0);
		expect(items.length).toBeLessThan(20);
		const [, from = ''] = /between (\S+Z)/.exec(reports[0] ?? '') ?? [];
		expect(Date.parse(from)).toBeLessThanOrEqual(toldAt);
	});

	it('only for one answer, which may have held an event: the trigger says so', async () => {
		bench = await startBench();
		const { items, reports } = await published({ parameters: { events: ['other'] } });
		await eventually(() => bench.vendor.agents()[0]?.eventsDelivered === 2);
		bench.world.faults.add({ vendor: 'huawei', operation: 'getAgentEvent', kind: 'cutAfter' });
		await eventually(() => bench.world.faults.list().length === 0);
		tell('AgentEvent_Hold', 'cut off');
		await eventually(() => reports.length > 0);
		tell('AgentEvent_Hold', 'after');
		await eventually(() => items.length > 0);
		expect(items).toMatchObject([{ callId: 'after' }]);
		expect(reports).toEqual([expect.stringMatching(/may be missing/)]);
		expect(bench.count('login')).toBe(1);
	});

	it('while the gateway is down: the trigger tries again until it is back', async () => {
		bench = await startBench();
		const { items, reports } = await published();
		bench.world.faults.add({ vendor: 'huawei', kind: 'cutBefore', times: Infinity });
		bench.vendor.loseSession('291');
		await eventually(() => reports.length > 0, 10_000);
		await pause(100);
		bench.world.faults.clear();
		await eventually(() => reports.some((report) => report.includes('may be missing')), 10_000);
		expect(reports[0]).toMatch(/receives no events of agent 291\..*It tries again at/);
		tell('AgentEvent_Hold', 'after');
		await eventually(() => items.some(({ callId }) => callId === 'after'));
	});

	it('to somebody else: the trigger says so, leaves the agent alone, and comes back after a while', async () => {
		bench = await startBench();
		const { items, reports } = await published({ comeBackMs: 400 });
		const other = elsewhere(bench);
		await other.own();
		await eventually(() => reports.length > 0);
		expect(reports[0]).toMatch(/Somebody else has signed in with agent 291/);
		await pause(150);
		expect(bench.vendor.agents()[0]?.signIns).toHaveLength(2);
		await other.close();
		await eventually(() => reports.some((report) => report.includes('may be missing')));
		tell('AgentEvent_Hold', 'after');
		await eventually(() => items.some(({ callId }) => callId === 'after'));
	});

	it('to a workflow that signs the agent out: the same', async () => {
		bench = await startBench();
		const { reports } = await published({ comeBackMs: 100 });
		await run(bench.client(), 'signOut');
		await eventually(() => reports.some((report) => report.includes('may be missing')));
		expect(reports[0]).toMatch(/was signed out by a workflow/);
		expect(bench.vendor.agents()[0]?.signedIn).toBe(true);
	});
});

describe('a wrong password', () => {
	const wrong = { credential: { password: 'wrong' } };

	it('is tried once, however often n8n publishes the workflow; a test in the editor tries it again', async () => {
		bench = await startBench();
		for (let times = 0; times < 3; times++) await expect(publish(bench, wrong)).rejects.toThrow(/password is wrong/);
		expect(bench.count('login')).toBe(1);
		await expect(publish(bench, { ...wrong, mode: 'manual' })).rejects.toThrow(/password is wrong/);
		expect(bench.count('login')).toBe(2);
		await published();
	});

	it('after a while: is tried once, and the trigger stops and says so', async () => {
		bench = await startBench();
		const { reports } = await published();
		bench.world.faults.add({ vendor: 'huawei', operation: 'login', kind: 'refuse', match: { retcode: '100-004' }, times: 50 });
		bench.vendor.loseSession('291');
		await eventually(() => reports.length > 0);
		await pause(300);
		expect(reports).toEqual([expect.stringMatching(/password is wrong.*does not try again/)]);
		expect(bench.count('login')).toBe(2);
		bench.world.faults.clear();
	});
});

describe('unpublishing', () => {
	it('signs the agent out, and nothing starts afterwards', async () => {
		bench = await startBench();
		const { items, watch } = await publish(bench);
		await watch.close();
		expect(bench.vendor.agents()[0]).toMatchObject({ signedIn: false, pollsInFlight: 0 });
		const before = items.length;
		await pause(50);
		expect(items).toHaveLength(before);
		expect(bench.registry.size).toBe(0);
	});

	it('during a call of a workflow leaves the call alone', async () => {
		bench = await startBench();
		const { watch } = await publish(bench);
		const client = bench.client();
		await run(client, 'callOut', { called: CUSTOMER, waitFor: 'answered' });
		await watch.close();
		expect(bench.vendor.calls()[0]?.outcome).toBeUndefined();
		await run(bench.client(), 'hangUp');
	});

	it('does not wait for a gateway that does not answer', async () => {
		bench = await startBench();
		const { watch } = await publish(bench, { timing: { closeMs: 100 } });
		bench.world.faults.add({ vendor: 'huawei', operation: 'logout', kind: 'late', delayMs: 1000 });
		const before = Date.now();
		await watch.close();
		expect(Date.now() - before).toBeLessThan(700);
	});
});

describe('a test in the editor', () => {
	async function tested(): Promise<Published & { response: ITriggerResponse }> {
		const manual = contextOf(bench, { mode: 'manual', parameters: { events: ['callAlerting'] } });
		return { ...manual, response: await new HuaweiContactCenterTrigger().trigger.call(manual.context) };
	}

	it('signs the agent in and waits for the next event', async () => {
		bench = await startBench();
		const { items, response } = await tested();
		expect(bench.count('login')).toBe(0);
		await response.manualTriggerFunction?.();
		tell('AgentEvent_Ringing', { callid: '1-1', caller: CUSTOMER });
		await eventually(() => items.length > 0);
		expect(items).toMatchObject([{ event: 'callAlerting', callId: '1-1', content: { callerNumber: CUSTOMER } }]);
		// An agent stays signed in as long as a call rings.
		tell('AgentEvent_Call_Release', { callid: '1-1' });
		await response.closeFunction?.();
		await eventually(() => sessions.size === 0);
	});

	it('can be stopped before anything has happened', async () => {
		bench = await startBench();
		const { response } = await tested();
		await response.closeFunction?.();
		expect(bench.count('login')).toBe(0);
	});
});
