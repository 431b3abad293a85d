import type { INode, INodeParameters } from 'n8n-workflow';
import { itemsOf, type SavedCredential } from '../../sandbox/n8n/rest';
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
