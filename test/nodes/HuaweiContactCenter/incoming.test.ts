import type { IDataObject } from 'n8n-workflow';
import type { AgentClient } from '../../../nodes/HuaweiContactCenter/client';
import { CUSTOMER, endBench, eventually, failure, perform, run, startBench, type Bench } from './agents';

let bench: Bench;
let client: AgentClient;

beforeEach(async () => {
	bench = await startBench();
	bench.world.phones.setBehaviour(CUSTOMER, { talkMs: 10_000_000 });
	client = bench.client();
});

afterEach(async () => {
	await perform(client, 'forceSignOut');
	await client.close();
	await endBench(bench);
});

async function signInToAnswer(): Promise<void> {
	await perform(client, 'signIn');
	await perform(client, 'setAutoAnswer', { autoAnswer: false });
}

describe('answer', () => {
	it('waits for a call that rings and takes it', async () => {
		await signInToAnswer();
		const waiting = perform(client, 'answer', { waitTimeoutSeconds: 5 });
		await new Promise((resolve) => setTimeout(resolve, 50));
		const callId = bench.vendor.comeIn(CUSTOMER);
		const item = await waiting;
		expect(item).toMatchObject({ callId, agentId: '291', callerNumber: CUSTOMER, calledNumber: '02160000000', outcome: 'answered', answeredAutomatically: false });
		expect((item.events as IDataObject[]).map(({ type }) => type)).toEqual([
			'AgentEvent_Ringing',
			'AgentOther_PhoneOffhook',
			'AgentState_Busy',
			'AgentEvent_Talking',
		]);
		expect(await perform(client, 'getInformation', { callId })).toMatchObject({ type: 'inbound', callerNumber: CUSTOMER });
		expect(await perform(client, 'hangUp')).toMatchObject({ callId, hungUp: true });
	});

	it('takes a call that has been ringing before', async () => {
		await signInToAnswer();
		const callId = bench.vendor.comeIn(CUSTOMER);
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(await perform(client, 'answer', { waitTimeoutSeconds: 5 })).toMatchObject({ callId, outcome: 'answered' });
		expect(bench.count('answer')).toBe(1);
	});

	it('from a cold start reports a call that was answered automatically', async () => {
		const waiting = perform(client, 'answer', { waitTimeoutSeconds: 5 });
		await eventually(() => bench.vendor.agents()[0]?.signedIn === true);
		const callId = bench.vendor.comeIn(CUSTOMER);
		expect(await waiting).toMatchObject({ callId, callerNumber: CUSTOMER, outcome: 'answered', answeredAutomatically: true });
		expect(bench.count('answer')).toBe(0);
	});

	it('gives up when no call comes in', async () => {
		expect(await perform(client, 'answer', { waitTimeoutSeconds: 1 })).toEqual({ agentId: '291', outcome: 'timeout' });
	});

	it('says so if the call is gone when it is answered', async () => {
		await signInToAnswer();
		bench.world.faults.add({ vendor: 'huawei', operation: 'answer', kind: 'refuse', match: { retcode: '200-002' } });
		const callId = bench.vendor.comeIn(CUSTOMER);
		expect(await perform(client, 'answer', { waitTimeoutSeconds: 5 })).toMatchObject({ callId, callerNumber: CUSTOMER, outcome: 'ended' });
	});
});

describe('a call that comes in', () => {
	it('keeps the agent signed in until it has ended', async () => {
		bench.world.phones.setBehaviour(CUSTOMER, { talkMs: 20_000 });
		const waiting = perform(client, 'answer', { waitTimeoutSeconds: 5 });
		await eventually(() => bench.vendor.agents()[0]?.signedIn === true);
		bench.vendor.comeIn(CUSTOMER);
		await waiting;
		await client.close();
		expect(bench.vendor.agents()[0]?.signedIn).toBe(true);
		await eventually(() => bench.registry.size === 0);
		expect(bench.vendor.calls()[0]?.outcome).toBe('customerHungUp');
	});

	it('takes the line: a call out waits for its end', async () => {
		await signInToAnswer();
		bench.vendor.comeIn(CUSTOMER);
		await perform(client, 'answer', { waitTimeoutSeconds: 5 });
		expect(await failure(run(bench.client({ waitMs: 50 }), 'callOut', { called: '13720000001' }))).toMatchObject({ code: 'AGENT_IN_CALL' });
		expect(bench.count('callout')).toBe(0);
	});

	it('can be released to an external number', async () => {
		await signInToAnswer();
		bench.vendor.comeIn(CUSTOMER);
		await perform(client, 'answer', { waitTimeoutSeconds: 5 });
		const transfer = { deviceType: 'external', address: '13720000001', mode: 'blind', waitTimeoutSeconds: 60 };
		expect(await perform(client, 'transfer', transfer)).toMatchObject({ outcome: 'transferred' });
		expect(bench.world.phones.timesRung('13720000001')).toBe(1);
	});

	it('is over for the agent who lets it ring', async () => {
		await signInToAnswer();
		bench.vendor.comeIn(CUSTOMER);
		await eventually(() => bench.vendor.calls()[0]?.outcome === 'noAnswer');
		await new Promise((resolve) => setTimeout(resolve, 100));
		expect(await perform(client, 'answer', { waitTimeoutSeconds: 1 })).toEqual({ agentId: '291', outcome: 'timeout' });
		expect((await perform(client, 'getStatus')).state).toBe('busy');
	});
});

describe('waiting calls', () => {
	it('are listed while no agent is free, and reach the agent who becomes free', async () => {
		await perform(client, 'signIn');
		await perform(client, 'setBusy');
		const callId = bench.vendor.comeIn(CUSTOMER);
		expect(await perform(client, 'getWaitingCalls', { skillId: '25' })).toMatchObject({ callId, type: 'inbound', callerNumber: CUSTOMER });
		expect(await perform(client, 'getWaitingCalls', { skillId: '99' })).toEqual({});
		await perform(client, 'cancelBusy');
		expect(await perform(client, 'answer', { waitTimeoutSeconds: 5 })).toMatchObject({ callId, outcome: 'answered' });
	});
});
