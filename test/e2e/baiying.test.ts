import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axios from 'axios';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { itemsOf, type SavedCredential, type SavedWorkflow } from '../../sandbox/n8n/rest';
import { node, openBench, using, type Bench } from './bench';

const TOKEN = 'sandbox-callback-token';

let bench: Bench;
let credential: SavedCredential;

beforeAll(async () => {
	bench = await openBench();
	credential = await bench.credential('baiyingCallbackApi');
});
afterAll(async () => await bench.close());

/** A sample from the vendor's page, byte for byte. */
function sample(name: string): Buffer {
	return readFileSync(join(__dirname, '..', 'fixtures', 'baiying', `${name}.json`));
}

interface Listening {
	workflow: SavedWorkflow;
	/** Sends a callback. */
	post(body: Buffer | string, options?: { token?: string | null; type?: string }): Promise<{ status: number; body: string; type: string }>;
	/** The items of every run so far; waits until there are as many runs as expected. */
	runs(count: number): Promise<IDataObject[]>;
}

interface TriggerChoice {
	typeVersion?: number;
	/** False: the node has no credential chosen. */
	hasCredential?: boolean;
}

/** A workflow that starts with a Baiying Trigger. */
async function withTrigger(parameters: INodeParameters, { typeVersion = 1.1, hasCredential = true }: TriggerChoice): Promise<SavedWorkflow> {
	const chosen = hasCredential ? using(credential) : {};
	const settings = { ...chosen, webhookId: randomUUID(), typeVersion };
	const trigger = node('Callback', 'n8n-nodes-call-center.baiyingTrigger', { options: {}, ...parameters }, settings);
	const done = node('Done', 'n8n-nodes-base.noOp', {});
	const connections = { Callback: { main: [[{ node: 'Done', type: 'main' as const, index: 0 }]] } };
	return await bench.n8n.createWorkflow({ name: 'Callbacks', nodes: [trigger, done], connections, settings: { executionOrder: 'v1' } });
}

/** The same, published. */
async function listen(parameters: INodeParameters = {}, choice: TriggerChoice = {}): Promise<Listening> {
	const workflow = await withTrigger({ authentication: 'callbackToken', ...parameters }, choice);
	await bench.n8n.publish(workflow);
	return {
		workflow,
		post: async (body, { token = TOKEN, type = 'application/json' } = {}) => {
			const query = token === null ? '' : `?token=${token}`;
			const headers = { 'content-type': type };
			const answer = await axios.post<string>(`${bench.n8n.webhookUrl(workflow)}${query}`, body, {
				headers,
				proxy: false,
				responseType: 'text',
				validateStatus: () => true,
			});
			return { status: answer.status, body: answer.data, type: String(answer.headers['content-type']) };
		},
		runs: async (count) => {
			const executions = await bench.n8n.waitForExecutions(workflow.id, count);
			return executions.flatMap((execution) => itemsOf(execution, 'Done').map(({ json }) => json));
		},
	};
}

const SUCCESS = { status: 200, body: 'success', type: 'text/plain; charset=utf-8' };

describe.each([true, false])("the vendor page's samples, simplify %s", (simplify) => {
	test.each([
		['callRecord', 'callCompleted', { callId: '1', customer: { id: '1', name: '2989', phone: '137xxxxxxxx' }, intention: { grade: 'C' } }],
		['jobStatus', 'jobStatusChanged', { jobId: '535', jobName: '测试-问题学习', status: 2 }],
		['intentionChange', 'intentionChanged', { callId: '2016', intention: { grade: 'B' } }],
	])('%s', async (name, event, fields) => {
		const { post, runs } = await listen({ simplify });
		expect(await post(sample(name))).toEqual(SUCCESS);
		const [item] = await runs(1);
		expect(item).toMatchObject({ event, deliveryId: expect.stringMatching(/\S/) });
		expect(item).toMatchObject(simplify ? fields : { payload: { code: 200, data: expect.anything() } });
	});
});

test.each(['text/plain', 'application/octet-stream', 'application/x-www-form-urlencoded'])('%s is read as well', async (type) => {
	const { post, runs } = await listen();
	expect(await post(sample('callRecord'), { type })).toEqual(SUCCESS);
	expect(await runs(1)).toMatchObject([{ event: 'callCompleted', callId: '1' }]);
});

test('a call that found the line busy has a next attempt, within the hours of the plan', async () => {
	const hours = { window: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '09:00', to: '18:00' }] };
	const { post, runs } = await listen({ retryPlan: { afterMinutes: '30', timeZone: 'Asia/Shanghai', hours } });
	const busy = sample('callRecord').toString('utf8').replace('"finishStatus": 0', '"finishStatus": 6');
	expect(await post(busy)).toEqual(SUCCESS);
	const [item] = await runs(1);
	expect(item).toMatchObject({ callResult: 'busy', nextAttempt: { number: 2, at: expect.stringMatching(/T0[1-9]:.*Z$|T10:00:00/) } });
});

test('a workflow saved with version 1 of the node still works', async () => {
	const { post, runs } = await listen({}, { typeVersion: 1 });
	for (const type of ['application/json', 'application/octet-stream']) {
		expect(await post(sample(type === 'application/json' ? 'callRecord' : 'jobStatus'), { type })).toEqual(SUCCESS);
	}
	expect(await runs(2)).toHaveLength(2);
});

test('a refused body starts nothing', async () => {
	const { post, runs } = await listen();
	expect(await post(sample('callRecord'), { token: 'wrong' })).toMatchObject({ status: 401 });
	expect(await post(sample('callRecord'), { token: null })).toMatchObject({ status: 401 });
	expect(await post('not JSON', { type: 'text/plain' })).toMatchObject({ status: 400, body: expect.stringContaining('JSON') });
	expect(await post('{"hello":1}')).toMatchObject({ status: 400, body: expect.stringContaining('callback') });
	expect(await post(sample('jobStatus'))).toEqual(SUCCESS);
	expect(await runs(1)).toMatchObject([{ event: 'jobStatusChanged' }]);
});

test('an address that is not allowed is refused', async () => {
	const { post, runs } = await listen({ options: { allowedIps: '192.0.2.0/24' } });
	expect(await post(sample('callRecord'))).toMatchObject({ status: 403 });
	expect(await runs(0)).toEqual([]);
});

test('a filtered-out callback is acknowledged and starts nothing', async () => {
	const { post, runs } = await listen({ events: ['callCompleted', 'jobStatusChanged'], options: { intentionGrades: ['A'] } });
	expect(await post(sample('callRecord'))).toEqual(SUCCESS);
	expect(await post(sample('intentionChange'))).toEqual(SUCCESS);
	expect(await post(sample('jobStatus'))).toEqual(SUCCESS);
	expect(await runs(1)).toMatchObject([{ event: 'jobStatusChanged' }]);
});

describe('without a token', () => {
	test.each<[string, INodeParameters, TriggerChoice]>([
		['nothing chosen', {}, { hasCredential: false }],
		['nothing chosen, version 1', {}, { hasCredential: false, typeVersion: 1 }],
		['Callback Token without a credential', { authentication: 'callbackToken' }, { hasCredential: false }],
	])('%s: n8n refuses to publish the workflow', async (_, parameters, choice) => {
		const workflow = await withTrigger(parameters, choice);
		await expect(bench.n8n.publish(workflow)).rejects.toThrow(/credential/i);
	});

	test('with the default and a credential, the token is expected', async () => {
		const workflow = await withTrigger({}, {});
		await bench.n8n.publish(workflow);
		const answer = await axios.post<string>(bench.n8n.webhookUrl(workflow), sample('callRecord'), { proxy: false, validateStatus: () => true });
		expect(answer.status).toBe(401);
	});

	test('None accepts callbacks from anybody, even if a credential is still chosen', async () => {
		for (const hasCredential of [false, true]) {
			const { post, runs } = await listen({ authentication: 'none' }, { hasCredential });
			expect(await post(sample('callRecord'), { token: null })).toEqual(SUCCESS);
			expect(await runs(1)).toMatchObject([{ event: 'callCompleted' }]);
		}
	});
});

describe('the same callback many times', () => {
	test('starts one run, and every copy is acknowledged', async () => {
		const { post, runs } = await listen();
		const atOnce = await Promise.all(Array.from({ length: 8 }, async () => await post(sample('callRecord'))));
		const later = [await post(sample('callRecord')), await post(sample('callRecord'))];
		for (const answer of [...atOnce, ...later]) expect(answer).toEqual(SUCCESS);
		expect(await post(sample('jobStatus'))).toEqual(SUCCESS);
		expect((await runs(2)).map(({ event }) => event).sort()).toEqual(['callCompleted', 'jobStatusChanged']);
	});

	test('starts a run each time with Skip Duplicates off, all with the same deliveryId', async () => {
		const { post, runs } = await listen({ options: { skipDuplicates: false } });
		for (let copy = 0; copy < 3; copy++) expect(await post(sample('callRecord'))).toEqual(SUCCESS);
		const ids = (await runs(3)).map(({ deliveryId }) => deliveryId);
		expect(ids).toEqual([ids[0], ids[0], ids[0]]);
	});
});
