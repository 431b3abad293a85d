import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { itemsOf, type Execution, type SavedCredential } from '../../sandbox/n8n/rest';
import { node, openBench, using, type Bench } from './bench';

const SALES = '13918140000';
const TYPE = 'alibabaCloudAccessKeyApi';
const SECRET = 'sandbox-key-secret';

let bench: Bench;
let key: SavedCredential;

beforeAll(async () => {
	bench = await openBench();
	key = await bench.credential(TYPE);
});
afterAll(async () => await bench.close());
beforeEach(() => {
	bench.sandbox.alibaba.reset();
	bench.sandbox.world.phones.reset();
	bench.sandbox.world.faults.clear();
});

const id = (value: string) => ({ __rl: true, mode: 'id', value });

/** "Start back-to-back call" from the salesperson to `$json.phone`. */
function startCall(settings: Partial<INode> = {}, options: INodeParameters = {}, credential = key): INode {
	const parameters = {
		resource: 'call',
		operation: 'startBack2BackCall',
		instanceId: id('ccc-test'),
		caller: '={{ $json.caller1 ?? "13918140000" }}',
		callee: '={{ $json.phone }}',
		broker: id('01021570000'),
		additionalFields: {},
		options,
	};
	return node('Call', 'n8n-nodes-call-center.alibabaCloudCallCenter', parameters, { ...using(credential), ...settings });
}

/** Customers with different numbers, each with a salesperson's phone of its own, so that rings can be told apart. */
function customers(count: number): IDataObject[] {
	return Array.from({ length: count }, (_, index) => ({
		phone: `1372000${String(index).padStart(4, '0')}`,
		caller1: `1391814${String(index).padStart(4, '0')}`,
	}));
}

/** The sales phone is the one that rings at once, when the call is placed. */
function timesRung(items: IDataObject[]): number[] {
	return items.map(({ caller1 }) => bench.sandbox.world.phones.timesRung(String(caller1)));
}

function nodeError(execution: Execution): { message: string; description?: string | null } {
	const error = execution.data.resultData.error;
	if (!error) throw new Error('The execution did not fail');
	return error;
}

describe('the credential', () => {
	test('is tested with a call that the vendor answers', async () => {
		expect(await bench.n8n.testCredential(key)).toMatchObject({ status: 'OK' });
		expect(bench.sandbox.alibaba.requests).toBe(1);
	});

	test('with a wrong secret fails with a sentence that says what to do', async () => {
		const saved = await bench.credential(TYPE, { accessKeySecret: 'wrong-secret' });
		const { status, message } = await bench.n8n.testCredential(saved);
		expect(status).toBe('Error');
		expect(message).toMatch(/secret/i);
		expect(message).not.toContain('wrong-secret');
	});

	test('with a temporary key works', async () => {
		const saved = await bench.credential(TYPE, { securityToken: 'sandbox-sts-token' });
		const execution = await bench.feed(customers(1), startCall({}, {}, saved));
		expect(execution.status).toBe('success');
	});

	test('signs what the HTTP Request node sends', async () => {
		const request = node(
			'List Instances',
			'n8n-nodes-base.httpRequest',
			{
				method: 'POST',
				url: bench.sandbox.alibaba.url,
				authentication: 'predefinedCredentialType',
				nodeCredentialType: 'alibabaCloudAccessKeyApi',
				sendQuery: true,
				queryParameters: {
					parameters: [
						{ name: 'Action', value: 'ListInstances' },
						{ name: 'Version', value: '2020-07-01' },
						{ name: 'PageNumber', value: '1' },
						{ name: 'PageSize', value: '10' },
					],
				},
				options: {},
			},
			{ ...using(key), typeVersion: 4.2 },
		);
		const execution = await bench.feed([{}], request);
		expect(JSON.stringify(itemsOf(execution, 'List Instances'))).toContain('Sandbox call center');
		expect(bench.sandbox.alibaba.refused()).toEqual([]);
	});
});

test.each([
	['instanceId', 'searchInstances', 'sandbox', ['ccc-test']],
	['broker', 'searchBrokers', undefined, ['01021570000', '01021560000']],
	['contactFlowId', 'searchContactFlows', 'survey', ['survey-flow-1']],
])('the list of %s comes from the account', async (parameter, method, filter, values) => {
	const found = await bench.n8n.searchList(startCall(), { parameter, method, filter });
	expect(found.map(({ value }) => value).sort()).toEqual([...values].sort());
});

describe('a call', () => {
	test('is placed, and its legs are returned; the execution is found by it', async () => {
		const execution = await bench.feed(customers(1), startCall());
		expect(execution.status).toBe('success');
		const [item] = itemsOf(execution, 'Call');
		const [placed] = bench.sandbox.alibaba.calls();
		expect(item?.json).toMatchObject({ jobId: placed?.jobId, instanceId: 'ccc-test', callType: 'BACK2BACK' });
		expect(item?.json.channels).toHaveLength(2);
		expect(execution.customData).toEqual({ callId: placed?.jobId });
	});

	test('that is throttled waits and is placed once', async () => {
		bench.sandbox.world.faults.add({ vendor: 'alibaba', kind: 'throttle', times: 2 });
		const items = customers(1);
		const execution = await bench.feed(items, startCall());
		expect(execution.status).toBe('success');
		expect(bench.sandbox.alibaba.requests).toBe(3);
		expect(timesRung(items)).toEqual([1]);
	});

	test('with a wrong secret fails without revealing it', async () => {
		const saved = await bench.credential(TYPE, { accessKeySecret: 'wrong-secret' });
		const execution = await bench.feed(customers(1), startCall({}, {}, saved));
		expect(execution.status).toBe('error');
		const { message, description } = nodeError(execution);
		expect(message).toMatch(/secret/i);
		expect(description).toContain('SignatureDoesNotMatch');
		expect(JSON.stringify(execution)).not.toMatch(/wrong-secret|Signature=/);
	});

	test('to a vendor that is down fails with the address to check', async () => {
		const saved = await bench.credential(TYPE, { endpoint: 'http://127.0.0.1:9' });
		const execution = await bench.feed(customers(1), startCall({ onError: 'continueRegularOutput' }, {}, saved));
		const [item] = itemsOf(execution, 'Call');
		expect(item?.json).toMatchObject({
			error: expect.stringContaining('127.0.0.1:9'),
			details: { code: 'ECONNREFUSED', outcome: 'rejected' },
		});
	});

	test('whose answer is lost is reported as unknown, and says so in plain words', async () => {
		bench.sandbox.world.faults.add({ vendor: 'alibaba', kind: 'cutAfter' });
		const items = customers(1);
		const execution = await bench.feed(items, startCall());
		expect(execution.status).toBe('error');
		expect(nodeError(execution).message).toMatch(/phones may have rung/);
		expect(timesRung(items)).toEqual([1]);
		expect(JSON.stringify(execution)).not.toContain(SECRET);
	});
});

describe('many calls', () => {
	test('1,000 items with continue on fail keep their order and their pairing', async () => {
		bench.sandbox.world.faults.add({ vendor: 'alibaba', kind: 'refuse', every: 10 });
		const items = customers(1000);
		const execution = await bench.feed(items, startCall({ onError: 'continueRegularOutput' }, { concurrency: 50 }), 180_000);
		const results = itemsOf(execution, 'Call');
		expect(results.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
		const failed = results.filter(({ json }) => json.error);
		expect(failed).toHaveLength(100);
		for (const { json } of failed) expect(json.details).toMatchObject({ code: 'NoPermission', outcome: 'rejected' });
		const calls = new Map(bench.sandbox.alibaba.calls().map(({ jobId, callee }) => [jobId, callee]));
		results.forEach(({ json }, index) => {
			if (!json.error) expect(calls.get(String(json.jobId))).toBe(items[index]?.phone);
		});
		expect(calls.size).toBe(900);
	});

	test('send failed items to the error output', async () => {
		bench.sandbox.world.faults.add({ vendor: 'alibaba', kind: 'refuse', times: 1, match: { Callee: '13720000002' } });
		const execution = await bench.feed(customers(4), startCall({ onError: 'continueErrorOutput' }));
		expect(itemsOf(execution, 'Done').map(({ json }) => json.jobId)).toHaveLength(3);
		expect(itemsOf(execution, 'Failed').map(({ json }) => json)).toMatchObject([
			{ phone: '13720000002', error: expect.any(String), details: { code: 'NoPermission', outcome: 'rejected' } },
		]);
	});

	describe('200 with the line cut after every third, under Retry on Fail', () => {
		const retries = { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };

		test.each(['continueRegularOutput', 'continueErrorOutput'] as const)('%s: nobody is called twice', async (onError) => {
			bench.sandbox.world.faults.add({ vendor: 'alibaba', kind: 'cutAfter', every: 3 });
			const items = customers(200);
			const execution = await bench.feed(items, startCall({ ...retries, onError }), 120_000);
			expect(timesRung(items)).toEqual(items.map(() => 1));
			const failed = itemsOf(execution, 'Call', onError === 'continueErrorOutput' ? 1 : 0).filter(({ json }) => json.error);
			expect(failed).toHaveLength(66);
			for (const { json } of failed) expect(json.details).toMatchObject({ outcome: 'unknown' });
		});

		test('stop at the first failure: nobody is called twice, and the error says what is unknown', async () => {
			bench.sandbox.world.faults.add({ vendor: 'alibaba', kind: 'cutAfter', every: 3 });
			const items = customers(200);
			const execution = await bench.feed(items, startCall(retries), 120_000);
			expect(execution.status).toBe('error');
			expect(Math.max(...timesRung(items))).toBe(1);
			expect(nodeError(execution).message).toMatch(/phones may have rung/);
		});
	});
});

test('keys and a survey reach the call that was placed', async () => {
	bench.sandbox.world.phones.setBehaviour(SALES, { talkMs: 60_000 });
	bench.sandbox.world.phones.setBehaviour('13720000000', { talkMs: 60_000 });
	const placed = await bench.feed([{ phone: '13720000000' }], startCall());
	const { jobId, channels } = itemsOf(placed, 'Call')[0]?.json as { jobId: string; channels: Array<{ channelId: string; userId?: string }> };
	const channelId = channels.find(({ userId }) => !userId)?.channelId ?? '';

	const call = { resource: 'call', instanceId: id('ccc-test'), jobId, additionalFields: {}, options: {} };
	const type = 'n8n-nodes-call-center.alibabaCloudCallCenter';
	const keys = await bench.feed([{}], node('Keys', type, { ...call, operation: 'sendDtmfSignaling', channelId, dtmf: '12#' }, using(key)));
	expect(itemsOf(keys, 'Keys')[0]?.json).toMatchObject({ jobId });
	expect(bench.sandbox.alibaba.pressed()).toMatchObject([{ jobId, dtmf: '12#', phone: '13720000000' }]);

	const flow = { ...call, operation: 'launchSurvey', contactFlowId: id('survey-flow-1') };
	const survey = await bench.feed([{}], node('Survey', type, flow, using(key)));
	expect(itemsOf(survey, 'Survey')[0]?.json).toMatchObject({ jobId });
	expect(bench.sandbox.alibaba.surveys()).toMatchObject([{ jobId, contactFlowId: 'survey-flow-1' }]);
});

describe('call records', () => {
	const records = (additionalFields: INodeParameters): INode =>
		node(
			'Records',
			'n8n-nodes-call-center.alibabaCloudCallCenter',
			{
				resource: 'callRecord',
				operation: 'listCallDetailRecordsV2',
				instanceId: id('ccc-test'),
				returnAll: true,
				additionalFields: { startTime: '={{ $now.minus({ hours: 12 }) }}', ...additionalFields },
			},
			using(key),
		);

	async function ended(): Promise<void> {
		const deadline = Date.now() + 30_000;
		while (bench.sandbox.alibaba.calls().some(({ endedAt }) => endedAt === undefined)) {
			if (Date.now() > deadline) throw new Error('Some calls do not end');
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
	}

	test('of all calls, page by page, and of one customer', async () => {
		for (const { phone } of customers(120)) bench.sandbox.world.phones.setBehaviour(String(phone), { answer: 'busy' });
		await bench.feed(customers(120), startCall({}, { concurrency: 50 }));
		await ended();
		const all = itemsOf(await bench.feed([{}], records({})), 'Done').map(({ json }) => json);
		expect(new Set(all.map(({ calledNumber }) => calledNumber))).toEqual(new Set(customers(120).map(({ phone }) => phone)));
		expect(all[0]).toMatchObject({ jobId: expect.stringMatching(/^job-/), contactType: 'BACK2BACK', earlyMediaState: 'Busy' });
		const one = await bench.feed(customers(1), records({ calledNumber: '={{ $json.phone }}' }));
		expect(itemsOf(one, 'Done').map(({ json }) => json.calledNumber)).toEqual(customers(1).map(({ phone }) => phone));
	});

	test('of an invalid time: the error names the field', async () => {
		const execution = await bench.feed([{}], records({ startTime: 'yesterday' }));
		expect(nodeError(execution).message).toMatch(/'Start Time' is "yesterday": enter a date and time/);
	});
});
