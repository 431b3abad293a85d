import type { IDataObject, INode } from 'n8n-workflow';
import type { Execution, SavedCredential } from '../../sandbox/n8n/rest';
import { agentWorkflow } from './agentBench';
import { Reviewer, type Decision } from './agentReviewer';
import { node, openBench, using, type Bench } from './bench';
import { ModelServer, type Turn } from './modelServer';

const SALES = '13918140000';
const CUSTOMER: IDataObject = { phone: '13720000000' };
const CALL: Turn = { calls: [CUSTOMER] };
const CALL_TWICE: Turn = { calls: [CUSTOMER, CUSTOMER] };
const RETRY: Partial<INode> = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
const CONTINUE: Partial<INode> = { onError: 'continueRegularOutput' };
const UNKNOWN = /phones may have rung/;

const model = new ModelServer();
const reviewer = new Reviewer();
let bench: Bench;
let credentials: Record<'key' | 'model' | 'reviewer', SavedCredential>;

beforeAll(async () => {
	[bench] = await Promise.all([openBench(), model.open(), reviewer.open()]);
	credentials = {
		key: await bench.credential('alibabaCloudAccessKeyApi'),
		model: await bench.n8n.createCredential('Model', 'openAiApi', { apiKey: 'sandbox', url: model.url, header: false }),
		reviewer: await bench.n8n.createCredential('Reviewer', 'telegramApi', { accessToken: 'sandbox', baseUrl: reviewer.url }),
	};
});
afterAll(async () => await Promise.all([bench.close(), model.close(), reviewer.close()]));
beforeEach(() => {
	bench.sandbox.alibaba.reset();
	bench.sandbox.world.phones.reset();
	bench.sandbox.world.faults.clear();
});

const id = (value: string) => ({ __rl: true, mode: 'id', value });

/** "Start back-to-back call" from the salesperson to whom the model names. */
function callTool(settings: Partial<INode> = {}): INode {
	const parameters = {
		resource: 'call',
		operation: 'startBack2BackCall',
		instanceId: id('ccc-test'),
		caller: SALES,
		callee: "={{ $fromAI('phone', 'The number of the customer', 'string') }}",
		broker: id('01021570000'),
		additionalFields: {},
		options: {},
	};
	return node('Call', 'n8n-nodes-call-center.alibabaCloudCallCenterTool', parameters, { ...using(credentials.key), ...settings });
}

interface AgentRun {
	tool?: Partial<INode>;
	agent?: Partial<INode>;
	items?: IDataObject[];
	decision?: Decision;
	hasSubAgent?: boolean;
}

/** Runs the agent while the model takes these turns. */
async function runAgent(turns: Turn[], { tool, agent, items, decision, hasSubAgent }: AgentRun = {}): Promise<Execution> {
	model.play(...turns);
	if (decision) reviewer.decide(decision);
	const workflow = agentWorkflow({
		tool: callTool(tool),
		model: credentials.model,
		settings: agent,
		items,
		hasSubAgent,
		reviewer: decision && credentials.reviewer,
	});
	return await bench.n8n.run(await bench.n8n.createWorkflow(workflow), 'Items');
}

function loseAnswers(times: number): void {
	bench.sandbox.world.faults.add({ vendor: 'alibaba', kind: 'cutAfter', times });
}

/** The salesperson's phone rings at once when a call is placed. */
function timesRung(): number {
	return bench.sandbox.world.phones.timesRung(SALES);
}

test('the model reads that the tool rings real people and must not repeat a call whose outcome is unknown', async () => {
	await runAgent([]);
	expect(model.toolDescription()).toMatch(/^Start back-to-back call\. Ring the caller first.*real people.*unknown.*do not repeat/);
});

test('a call that the model asks for is placed, and so is a second one that it makes on purpose', async () => {
	const { status } = await runAgent([CALL, CALL]);
	expect(status).toBe('success');
	expect(timesRung()).toBe(2);
	expect(model.toolResults()).toEqual([expect.stringContaining('jobId'), expect.stringContaining('jobId')]);
});

describe('when the answer to a call is lost and the model repeats the call', () => {
	test.each<[string, AgentRun]>([
		['by default', {}],
		['the tool continues on error', { tool: CONTINUE }],
		['the tool retries on fail', { tool: RETRY }],
		['the tool retries on fail and continues on error', { tool: { ...RETRY, ...CONTINUE } }],
		['the agent retries on fail', { agent: RETRY }],
	])('%s: the phone rings once, and the model is told so both times', async (_, settings) => {
		loseAnswers(1);
		const { status } = await runAgent([CALL, CALL], settings);
		expect(status).toBe('success');
		expect(timesRung()).toBe(1);
		expect(model.toolResults()).toEqual([expect.stringMatching(UNKNOWN), expect.stringMatching(UNKNOWN)]);
	});

	test('the tool has an error output, which hides the error from the model: the phone rings once', async () => {
		loseAnswers(1);
		await runAgent([CALL, CALL], { tool: { onError: 'continueErrorOutput' } });
		expect(model.turnsTaken()).toBe(3);
		expect(timesRung()).toBe(1);
	});

	test('the tool stops the workflow, even after retries: the phone rings once', async () => {
		loseAnswers(1);
		const { status } = await runAgent([CALL, CALL], { tool: { ...RETRY, onError: 'stopWorkflow' } });
		expect(status).toBe('error');
		expect(timesRung()).toBe(1);
	});

	test('the agent is run again with what it knows, because the model broke down: the phone rings once', async () => {
		loseAnswers(1);
		const { status } = await runAgent([CALL, 'breaksDown', CALL], { agent: RETRY });
		expect(status).toBe('success');
		expect(timesRung()).toBe(1);
	});

	test('the agent starts over and has forgotten the call, because the model broke down: the phone rings once', async () => {
		loseAnswers(1);
		const { status } = await runAgent([CALL, 'breaksDown', CALL], { agent: { ...RETRY, ...CONTINUE } });
		expect(status).toBe('success');
		expect(timesRung()).toBe(1);
		expect(model.toolResults()).toEqual([expect.stringMatching(UNKNOWN)]);
	});

	test('another customer can still be called', async () => {
		loseAnswers(1);
		await runAgent([CALL, { calls: [{ phone: '13720000001' }] }]);
		expect(timesRung()).toBe(2);
		expect(model.toolResults()[1]).toContain('jobId');
	});
});

describe('the identical call twice in one message, with both answers lost: the phone rings once', () => {
	test('for an agent', async () => {
		loseAnswers(2);
		const { status } = await runAgent([CALL_TWICE]);
		expect(status).toBe('success');
		expect(timesRung()).toBe(1);
		expect(model.toolResults()).toEqual([expect.stringMatching(UNKNOWN), expect.stringMatching(UNKNOWN)]);
	});

	test('for a sub-agent', async () => {
		loseAnswers(2);
		const { status } = await runAgent([{ calls: [{}] }, CALL_TWICE], { hasSubAgent: true });
		expect(status).toBe('success');
		expect(timesRung()).toBe(1);
	});

	test('for an agent of an older version, which makes both calls in parallel', async () => {
		loseAnswers(2);
		await runAgent([CALL_TWICE], { agent: { typeVersion: 2.2 } });
		expect(timesRung()).toBe(1);
	});
});

describe('behind a human review', () => {
	test('a call that is declined rings nobody', async () => {
		const { status } = await runAgent([CALL], { decision: 'decline' });
		expect(status).toBe('success');
		expect(timesRung()).toBe(0);
		expect(model.toolResults()).toEqual([expect.stringMatching(/rejected/)]);
	});

	test('a call that is approved rings once', async () => {
		const { status } = await runAgent([CALL], { decision: 'approve' });
		expect(status).toBe('success');
		expect(timesRung()).toBe(1);
		expect(model.toolResults()).toEqual([expect.stringContaining('jobId')]);
	});

	test('a call whose answer is lost, which the model repeats and the reviewer approves again, rings once', async () => {
		loseAnswers(1);
		const { status } = await runAgent([CALL, CALL], { decision: 'approve' });
		expect(status).toBe('success');
		expect(reviewer.timesAsked()).toBe(2);
		expect(timesRung()).toBe(1);
		expect(model.toolResults()).toEqual([expect.stringMatching(UNKNOWN), expect.stringMatching(UNKNOWN)]);
	});

	test('one approval, which n8n applies to both items of an agent, rings once', async () => {
		await runAgent([CALL], { decision: 'approve', items: [{ order: 1 }, { order: 2 }] });
		expect(reviewer.timesAsked()).toBe(1);
		expect(timesRung()).toBe(1);
	});
});
