import type { INode, INodeParameters } from 'n8n-workflow';
import { itemsOf, type Execution, type SavedCredential } from '../../sandbox/n8n/rest';
import { inTurn } from '../support/workflow';
import { node, openBench, using, type Bench } from './bench';

const TYPE = 'huaweiCcGatewayApi';
const CUSTOMER = '13720000001';

let bench: Bench;
let agent: SavedCredential;

beforeAll(async () => {
	bench = await openBench({ speed: 10 });
	agent = await bench.credential(TYPE);
});
afterAll(async () => await bench.close());
beforeEach(() => {
	bench.sandbox.huawei.reset();
	bench.sandbox.world.phones.reset();
	bench.sandbox.world.faults.clear();
});

/** "Call out with agent" to `$json.phone`. */
function callOut(waitFor: string, settings: Partial<INode> = {}, parameters: INodeParameters = {}): INode {
	const all = {
		resource: 'call',
		operation: 'callOut',
		called: '={{ $json.phone }}',
		waitFor,
		...(waitFor === 'accepted' ? {} : { waitTimeoutSeconds: 60 }),
		additionalFields: {},
		options: {},
		...parameters,
	};
	return node('Call', 'n8n-nodes-call-center.huaweiContactCenter', all, { ...using(agent), ...settings });
}

function signedIn(): boolean {
	return bench.sandbox.huawei.agents().some((record) => record.signedIn);
}

describe('the credential', () => {
	test('is tested by signing in and out again', async () => {
		expect(await bench.n8n.testCredential(agent)).toMatchObject({ status: 'OK' });
		expect(bench.sandbox.huawei.agents().find(({ agentId }) => agentId === '291')).toMatchObject({ signIns: [{}], signOuts: [{}] });
	});

	test('with a wrong password fails with a sentence that says what to do', async () => {
		const wrong = await bench.credential(TYPE, { password: 'wrong-password' });
		const { status, message } = await bench.n8n.testCredential(wrong);
		expect(status).toBe('Error');
		expect(message).toMatch(/password/i);
		expect(message).not.toContain('wrong-password');
	});
});

describe('a call from a cold start', () => {
	test('waits for its end and reports how it went', async () => {
		const execution = await bench.feed([{ phone: CUSTOMER }], callOut('ended'));
		expect(execution.status).toBe('success');
		const [call] = bench.sandbox.huawei.calls();
		expect(itemsOf(execution, 'Call')[0]?.json).toMatchObject({
			callId: call?.callId,
			agentId: '291',
			called: CUSTOMER,
			outcome: 'ended',
			durationSeconds: 10,
			answeredAt: expect.stringMatching(/T/),
			endedAt: expect.stringMatching(/T/),
			events: expect.arrayContaining([expect.anything()]),
		});
		expect(signedIn()).toBe(false);
	});

	test('waits for the answer', async () => {
		const execution = await bench.feed([{ phone: CUSTOMER }], callOut('answered'));
		const [item] = itemsOf(execution, 'Call');
		expect(item?.json).toMatchObject({ outcome: 'answered', answeredAt: expect.stringMatching(/T/) });
		expect(item?.json.endedAt).toBeUndefined();
	});

	test('continues when it is accepted', async () => {
		const execution = await bench.feed([{ phone: CUSTOMER }], callOut('accepted'));
		expect(itemsOf(execution, 'Call')[0]?.json).toMatchObject({ outcome: 'accepted', callId: expect.stringMatching(/\S/) });
	});

	test.each(['busy', 'noAnswer', 'rejects'] as const)('to a phone that is %s fails with a reason', async (answer) => {
		bench.sandbox.world.phones.setBehaviour(CUSTOMER, { answer });
		const execution = await bench.feed([{ phone: CUSTOMER }], callOut('ended'));
		expect(execution.status).toBe('success');
		expect(itemsOf(execution, 'Call')[0]?.json).toMatchObject({ outcome: 'failed', failureReason: expect.stringMatching(/\S/) });
	});
});

test('one agent makes one call after another', async () => {
	const phones = [CUSTOMER, '13720000002', '13720000003'];
	const execution = await bench.feed(phones.map((phone) => ({ phone })), callOut('ended'));
	expect(itemsOf(execution, 'Call').map(({ json }) => [json.called, json.outcome])).toEqual(phones.map((phone) => [phone, 'ended']));
	const calls = bench.sandbox.huawei.calls();
	calls.slice(1).forEach(({ startedAt }, index) => expect(startedAt).toBeGreaterThanOrEqual(calls[index]?.endedAt ?? Infinity));
	expect(bench.sandbox.huawei.agents().find(({ agentId }) => agentId === '291')?.signIns).toHaveLength(1);
});

test('a number that cannot be dialed is refused before anything is sent', async () => {
	const items = [{ phone: '+86 137' }, { phone: CUSTOMER }];
	const execution = await bench.feed(items, callOut('accepted', { onError: 'continueErrorOutput' }));
	expect(itemsOf(execution, 'Failed').map(({ json }) => json)).toMatchObject([
		{ error: expect.stringContaining('Called Number'), details: { outcome: 'rejected' } },
	]);
	expect(itemsOf(execution, 'Done')).toHaveLength(1);
	expect(bench.sandbox.huawei.calls()).toHaveLength(1);
});

test('a line that is cut after dialing leaves the outcome unknown, and the phone rings once', async () => {
	bench.sandbox.world.faults.add({ vendor: 'huawei', operation: 'callout', kind: 'cutAfter' });
	const retries = { retryOnFail: true, maxTries: 3, waitBetweenTries: 0, onError: 'continueRegularOutput' as const };
	const execution = await bench.feed([{ phone: CUSTOMER }], callOut('ended', retries));
	expect(itemsOf(execution, 'Call')[0]?.json).toMatchObject({ error: expect.any(String), details: { outcome: 'unknown' } });
	expect(bench.sandbox.huawei.calls()).toHaveLength(1);
});

test('a gateway that is down is named in the error', async () => {
	const down = await bench.credential(TYPE, { baseUrl: 'http://127.0.0.1:9' });
	const execution = await bench.feed([{ phone: CUSTOMER }], callOut('ended', { ...using(down), onError: 'continueRegularOutput' }));
	expect(itemsOf(execution, 'Call')[0]?.json).toMatchObject({ error: expect.stringContaining('127.0.0.1:9'), details: { outcome: 'rejected' } });
});

describe('several nodes of one execution', () => {
	const EXPERT = '13720000002';

	beforeEach(() => {
		for (const phone of [CUSTOMER, EXPERT, '40041']) bench.sandbox.world.phones.setBehaviour(phone, { ringMs: 1000, talkMs: 60_000 });
	});

	/** A node that does something as the agent or with the agent's call. */
	function does(operation: string, parameters: INodeParameters = {}, resource = 'call'): INode {
		return node(operation, 'n8n-nodes-call-center.huaweiContactCenter', { resource, operation, ...parameters, options: {} }, using(agent));
	}

	const calls = (name: string, called: string): INode => ({ ...does('callOut', { called, waitFor: 'answered', waitTimeoutSeconds: 60, additionalFields: {} }), name, id: name });

	async function runInTurn(...nodes: INode[]): Promise<Execution> {
		const execution = await bench.n8n.run(await bench.n8n.createWorkflow(inTurn([{ phone: CUSTOMER }], nodes)), 'Items');
		expect(execution.status).toBe('success');
		return execution;
	}

	function jsonOf(execution: Execution, name: string) {
		return itemsOf(execution, name)[0]?.json;
	}

	/** The agent is signed out, and the gateway gets no more polls. */
	async function agentHasLeft(): Promise<void> {
		const deadline = Date.now() + 10_000;
		while (signedIn() && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
		expect(bench.sandbox.huawei.agents().filter((record) => record.signedIn || record.pollsInFlight > 0)).toEqual([]);
		const polls = bench.sandbox.huawei.requests.length;
		await new Promise((resolve) => setTimeout(resolve, 700));
		expect(bench.sandbox.huawei.requests).toHaveLength(polls);
	}

	test('hold a call, retrieve it and hang up', async () => {
		const execution = await runInTurn(calls('Call', CUSTOMER), does('hold'), does('retrieve', { additionalFields: {} }), does('hangUp'));
		const { callId } = jsonOf(execution, 'Call') ?? {};
		expect(jsonOf(execution, 'hold')).toMatchObject({ callId, changed: true });
		expect(jsonOf(execution, 'retrieve')).toMatchObject({ callId, changed: true });
		expect(jsonOf(execution, 'hangUp')).toMatchObject({ callId, hungUp: true });
		expect(bench.sandbox.huawei.calls()).toMatchObject([{ outcome: 'agentHungUp' }]);
		await agentHasLeft();
	});

	test('transfer a call to a skill queue', async () => {
		const transfer = { deviceType: 'skill', address: '25', mode: 'success', waitTimeoutSeconds: 60, additionalFields: {} };
		const execution = await runInTurn(calls('Call', CUSTOMER), does('transfer', transfer));
		const item = jsonOf(execution, 'transfer');
		expect(item).toMatchObject({ callId: jsonOf(execution, 'Call')?.callId, outcome: 'transferred' });
		expect((item?.events as Array<{ type: string }>).map(({ type }) => type)).toEqual(['AgentEvent_Customer_Alerting', 'AgentEvent_SuccTransResult']);
		await agentHasLeft();
		expect(bench.sandbox.world.phones.timesRung('40041')).toBe(1);
	});

	test('ask an expert while the customer is on hold, and talk with both', async () => {
		const conference = { callId: "={{ $('Call').item.json.callId }}", additionalFields: {} };
		const execution = await runInTurn(calls('Call', CUSTOMER), does('hold'), calls('Ask', EXPERT), does('startConference', conference), does('hangUp'));
		expect(jsonOf(execution, 'startConference')).toMatchObject({ callId: jsonOf(execution, 'Call')?.callId, outcome: 'conference', parties: [CUSTOMER, EXPERT] });
		expect(bench.sandbox.huawei.calls().map(({ outcome }) => outcome)).toEqual(['agentHungUp', 'agentHungUp']);
		await agentHasLeft();
	});

	test('answer a call that comes in', async () => {
		const running = runInTurn(
			does('signIn', {}, 'agent'),
			does('setAutoAnswer', { autoAnswer: false }, 'agent'),
			does('answer', { waitTimeoutSeconds: 30 }),
			does('hangUp'),
			does('signOut', {}, 'agent'),
		);
		while (bench.sandbox.huawei.agents()[0]?.autoAnswer !== false) await new Promise((resolve) => setTimeout(resolve, 20));
		const callId = bench.sandbox.huawei.comeIn(CUSTOMER);
		const execution = await running;
		const item = jsonOf(execution, 'answer');
		expect(item).toMatchObject({ callId, callerNumber: CUSTOMER, outcome: 'answered', answeredAutomatically: false });
		expect((item?.events as Array<{ type: string }>).map(({ type }) => type)).toEqual([
			'AgentEvent_Ringing',
			'AgentOther_PhoneOffhook',
			'AgentState_Busy',
			'AgentEvent_Talking',
		]);
		expect(jsonOf(execution, 'hangUp')).toMatchObject({ callId, hungUp: true });
		await agentHasLeft();
	});
});
