import type { IDataObject } from 'n8n-workflow';
import type { AgentClient } from '../../../nodes/HuaweiContactCenter/client';
import { CUSTOMER, endBench, eventually, failure, perform, run, startBench, type Bench } from './agents';

const EXPERT = '13720000001';

let bench: Bench;
let client: AgentClient;

beforeEach(async () => {
	bench = await startBench();
	for (const phone of [CUSTOMER, EXPERT, '40041']) bench.world.phones.setBehaviour(phone, { ringMs: 500, talkMs: 10_000_000 });
	client = bench.client();
});

afterEach(async () => {
	for (const { signedIn } of bench.vendor.agents()) if (signedIn) await perform(client, 'forceSignOut');
	await client.close();
	await endBench(bench);
});

async function call(called = CUSTOMER): Promise<string> {
	const item = await perform(client, 'callOut', { called, waitFor: 'answered' });
	return String(item.callId);
}

function callAt(index: number) {
	const found = bench.vendor.calls()[index];
	if (!found) throw new Error(`no call ${index}`);
	return found;
}

function typesOf(item: IDataObject): unknown[] {
	return (item.events as IDataObject[]).map(({ type }) => type);
}

describe('hold and retrieve', () => {
	it('let the customer wait and come back, in the same call', async () => {
		const callId = await call();
		expect(await perform(client, 'hold')).toEqual({ agentId: '291', callId, success: true, changed: true });
		expect(callAt(0)).toMatchObject({ held: true, answeredAt: expect.any(Number) });
		expect(await perform(client, 'retrieve')).toEqual({ agentId: '291', callId, success: true, changed: true });
		expect(callAt(0).held).toBe(false);
		expect(callAt(0).outcome).toBeUndefined();
	});

	it('take it as done if it is so already', async () => {
		const callId = await call();
		expect(await perform(client, 'retrieve')).toEqual({ agentId: '291', callId, success: true, changed: false });
		await perform(client, 'hold');
		expect(await perform(client, 'hold')).toEqual({ agentId: '291', callId, success: true, changed: false });
		expect(bench.count('hold')).toBe(2);
	});

	it('are refused without a call', async () => {
		await perform(client, 'signIn');
		expect(await failure(perform(client, 'hold'))).toMatchObject({ failure: 'refused', code: '200-013' });
		expect(await failure(perform(client, 'retrieve'))).toMatchObject({ failure: 'refused', code: '200-015' });
		expect(await failure(perform(client, 'unmute'))).toMatchObject({ failure: 'refused', code: '200-007' });
	});

	it('leave the line free for another call', async () => {
		const first = await call();
		await perform(client, 'hold');
		const second = await call(EXPERT);
		expect(await failure(perform(client, 'retrieve'))).toMatchObject({ code: '200-016' });
		expect(await perform(client, 'hangUp')).toMatchObject({ callId: second, hungUp: true });
		expect(await perform(client, 'retrieve')).toMatchObject({ callId: first, changed: true });
		expect([callAt(0).outcome, callAt(1).outcome]).toEqual([undefined, 'agentHungUp']);
	});

	it('is known although the answer was lost, from the event', async () => {
		await call();
		bench.world.faults.add({ vendor: 'huawei', operation: 'hold', kind: 'cutAfter' });
		expect((await failure(perform(client, 'hold'))).failure).toBe('noAnswer');
		await call(EXPERT);
		expect(bench.world.phones.timesRung(EXPERT)).toBe(1);
	});

	it('keeps the agent signed in while only a call on hold is left', async () => {
		await call();
		await perform(client, 'hold');
		await client.close();
		await new Promise((resolve) => setTimeout(resolve, 100));
		expect(callAt(0).outcome).toBeUndefined();
		expect(bench.registry.size).toBe(1);
		client = bench.client();
	});
});

describe('mute', () => {
	it('is undone by unmute, and both take it as done if it is so already', async () => {
		await call();
		expect(await perform(client, 'unmute')).toMatchObject({ changed: false });
		expect(await perform(client, 'mute')).toMatchObject({ changed: true });
		expect(await perform(client, 'mute')).toMatchObject({ changed: false });
		expect(callAt(0).muted).toBe(true);
		expect(await perform(client, 'unmute')).toMatchObject({ changed: true });
		expect(callAt(0).muted).toBe(false);
	});
});

describe('transfer', () => {
	it('hands the customer over to the next agent of a skill queue', async () => {
		const callId = await call();
		const item = await perform(client, 'transfer', { deviceType: 'skill', address: '25', mode: 'success', waitTimeoutSeconds: 60 });
		expect(item).toMatchObject({ callId, agentId: '291', outcome: 'transferred' });
		expect(typesOf(item)).toEqual(['AgentEvent_Customer_Alerting', 'AgentEvent_SuccTransResult']);
		await eventually(() => callAt(0).outcome === 'transferred');
		expect(bench.world.phones.timesRung('40041')).toBe(1);
		expect((await perform(client, 'getStatus')).state).toBe('idle');
	});

	it.each([
		['skill', '25', 'blind', 'transferred'],
		['agent', '293', 'success', 'transferred'],
		['agent', '999', 'success', 'failed'],
		['skill', '99', 'blind', 'failed'],
		['accessCode', '1000', 'success', 'transferred'],
		['ivr', '2000', 'blind', 'transferred'],
		['ivr', '2000', 'suspend', 'accepted'],
		['external', EXPERT, 'success', 'transferred'],
		['external', EXPERT, 'talk', 'talking'],
		['external', EXPERT, 'threeParty', 'conference'],
	])('to %s %s (%s) is %s', async (deviceType, address, mode, outcome) => {
		await call();
		expect(await perform(client, 'transfer', { deviceType, address, mode, waitTimeoutSeconds: 60 })).toMatchObject({ outcome });
		const hasLeft = outcome === 'transferred';
		await eventually(() => (callAt(0).outcome === 'transferred') === hasLeft);
	});

	it.each(['busy', 'noAnswer'] as const)('leaves the call with the agent if the destination is %s', async (answer) => {
		bench.world.phones.setBehaviour('40041', { answer });
		const callId = await call();
		expect(await perform(client, 'transfer', { deviceType: 'agent', address: '293', mode: 'success', waitTimeoutSeconds: 60 })).toMatchObject({ outcome: 'failed' });
		expect(await perform(client, 'hangUp')).toMatchObject({ callId, hungUp: true });
	});

	it('can be canceled while the agent talks to the destination', async () => {
		const callId = await call();
		await perform(client, 'transfer', { deviceType: 'external', address: EXPERT, mode: 'talk', waitTimeoutSeconds: 60 });
		expect(await perform(client, 'cancelTransfer')).toEqual({ agentId: '291', callId, success: true, changed: true });
		expect(callAt(0).transfers).toMatchObject([{ state: 'canceled' }]);
		expect(callAt(0).outcome).toBeUndefined();
	});

	it.each([
		[{ deviceType: 'ivr', address: '1', mode: 'success' }, {}, /'Mode' is "success".*use one of blind, suspend/],
		[{ deviceType: 'skill', address: '25', mode: 'talk' }, {}, /'Mode' is "talk".*use one of blind, success/],
		[{ deviceType: 'skill', address: '25', mode: 'blind' }, { holdCustomer: true }, /'Hold Customer'/],
		[{ deviceType: 'skill', address: '25', mode: 'blind' }, { caller: '40038' }, /'Caller Number'/],
		[{ deviceType: 'external', address: EXPERT, mode: 'blind' }, {}, /'Mode' is Blind, but the agent has made this call/],
	])('refuses %j with %j before anything is sent', async (raw, additional, message) => {
		await call();
		await expect(perform(client, 'transfer', { waitTimeoutSeconds: 60, ...raw }, additional)).rejects.toThrow(message);
		expect(bench.count('transfer')).toBe(0);
	});

	it('rings the destination once, even if the answer is lost', async () => {
		await call();
		bench.world.faults.add({ vendor: 'huawei', operation: 'transfer', kind: 'cutAfter' });
		const lost = perform(client, 'transfer', { deviceType: 'skill', address: '25', mode: 'success', waitTimeoutSeconds: 60 });
		expect((await failure(lost)).failure).toBe('noAnswer');
		expect(bench.count('transfer')).toBe(1);
		await eventually(() => callAt(0).outcome === 'transferred');
		expect(bench.world.phones.timesRung('40041')).toBe(1);
	});

	it('ends when the customer hangs up before', async () => {
		bench.world.phones.setBehaviour(CUSTOMER, { talkMs: 2000 });
		bench.world.phones.setBehaviour('40041', { ringMs: 600_000 });
		await call();
		expect(await perform(client, 'transfer', { deviceType: 'skill', address: '25', mode: 'success', waitTimeoutSeconds: 60 })).toMatchObject({ outcome: 'ended' });
	});
});

describe('a conference', () => {
	it('joins the customer on hold with somebody else', async () => {
		const held = await call();
		await perform(client, 'hold');
		const asked = await call(EXPERT);
		const item = await perform(client, 'startConference', { callId: held });
		expect(item).toMatchObject({ agentId: '291', callId: held, outcome: 'conference', parties: [CUSTOMER, EXPERT] });
		expect([callAt(0), callAt(1)]).toMatchObject([
			{ callId: held, held: false, joined: [asked] },
			{ callId: asked, held: false, joined: [held] },
		]);
		expect(await perform(client, 'hangUp')).toMatchObject({ hungUp: true });
		expect([callAt(0).outcome, callAt(1).outcome]).toEqual(['agentHungUp', 'agentHungUp']);
	});

	it('needs a call on hold and another one', async () => {
		const callId = await call();
		expect(await failure(perform(client, 'startConference', { callId }))).toMatchObject({ failure: 'refused', code: '200-011' });
		await perform(client, 'hold');
		expect(await failure(perform(client, 'startConference', { callId }))).toMatchObject({ failure: 'refused', code: '200-010' });
	});

	it('can be held with another agent of the call center', async () => {
		const held = await call();
		await perform(client, 'hold');
		expect(await perform(client, 'callAgent', { called: '293', waitFor: 'answered' })).toMatchObject({ called: '293', outcome: 'answered' });
		expect(await perform(client, 'startConference', { callId: held })).toMatchObject({ outcome: 'conference' });
	});
});

describe('one of several calls', () => {
	it('can be dropped, and dropping it again is no fault', async () => {
		const held = await call();
		await perform(client, 'hold');
		await call(EXPERT);
		expect(await perform(client, 'dropCall', { callId: held })).toMatchObject({ callId: held, changed: true });
		expect([callAt(0).outcome, callAt(1).outcome]).toEqual(['agentHungUp', undefined]);
		expect(await perform(client, 'dropCall', { callId: held })).toMatchObject({ callId: held, changed: false });
	});
});

describe('another agent', () => {
	it('who is unknown or does not answer makes the call fail', async () => {
		expect(await perform(client, 'callAgent', { called: '999', waitFor: 'ended' })).toMatchObject({ outcome: 'failed', callResult: 'unknown', tryAgain: 'never' });
		bench.world.phones.setBehaviour('40041', { answer: 'noAnswer' });
		expect(await perform(client, 'callAgent', { called: '293', waitFor: 'answered' })).toMatchObject({ outcome: 'failed' });
	});
});

describe('call data', () => {
	it('travels with the call', async () => {
		const callId = String((await perform(client, 'callOut', { called: CUSTOMER, waitFor: 'answered' }, { callAppData: 'first' })).callId);
		expect(await perform(client, 'getCallData')).toEqual({ agentId: '291', callId, callData: 'first' });
		await perform(client, 'setCallData', { callData: '订单 4711' });
		expect(await perform(client, 'getCallData', {}, { callId })).toEqual({ agentId: '291', callId, callData: '订单 4711' });
		expect(await perform(client, 'getInformation', { callId })).toMatchObject({ callData: '订单 4711' });
	});
});

it.each(['hold', 'retrieve', 'mute', 'unmute', 'cancelTransfer', 'getCallData'])('%s signs nobody in', async (operation) => {
	expect(await failure(run(client, operation))).toMatchObject({ failure: 'refused', code: 'NO_CALL' });
	expect(bench.vendor.requests).toEqual([]);
});
