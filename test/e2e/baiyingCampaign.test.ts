import { randomUUID } from 'node:crypto';
import { example } from '../../sandbox/n8n/examples';
import { itemsOf, type Execution, type SavedWorkflow } from '../../sandbox/n8n/rest';
import { openBench, type Bench } from './bench';

const TOKEN = 'sandbox-callback-token';
const SALES = '13918140000';
const CHEN = '13720000020';
const LIN = '13720000021';
const ZHAO = '13720000022';
const SUN = '13720000023';
const CREDENTIALS = ['alibabaCloudAccessKeyApi', 'baiyingCallbackApi', 'baiyingOpenPlatformApi'];

let bench: Bench;
let workflow: SavedWorkflow;

beforeAll(async () => {
	bench = await openBench({ speed: 1 });
	workflow = await published();
});
afterAll(async () => await bench.close());

/** The example as it stands in the repository, published, and its address in Baiying's console. */
async function published(): Promise<SavedWorkflow> {
	const { n8n, sandbox } = bench;
	const credentials = await Promise.all(CREDENTIALS.map(async (type) => await bench.credential(type)));
	const file = example('baiying-campaign.json', credentials);
	// The demo publishes the same example in the same n8n.
	const nodes = file.nodes.map((node) => (node.webhookId === undefined ? node : { ...node, webhookId: randomUUID() }));
	const saved = await n8n.createWorkflow({ ...file, nodes });
	await n8n.publish(saved);
	const url = `${n8n.webhookUrl(saved)}?token=${TOKEN}`;
	sandbox.baiying.apis.jobs.callbackUrls = { calls: url, jobs: url };
	return saved;
}

const json = (execution: Execution | undefined, name: string) => (execution ? itemsOf(execution, name).map((item) => item.json) : []);

it('leads from a list of customers to a connected call, a survey and a report', async () => {
	const { n8n, sandbox } = bench;
	const { baiying, alibaba, world } = sandbox;
	for (const phone of [LIN, ZHAO]) world.phones.setBehaviour(phone, { ringMs: 100, talkMs: 300 });
	for (const phone of [CHEN, SALES]) world.phones.setBehaviour(phone, { ringMs: 100, talkMs: 12_000 });
	world.phones.setBehaviour(SUN, { answer: 'busy' });
	baiying.apis.jobs.grades.set(CHEN, 'A');
	expect(workflow.nodes.filter(({ type }) => type === 'n8n-nodes-base.code')).toEqual([]);

	const start = await n8n.run(workflow, 'Start by Hand', 60_000);
	expect(start.status).toBe('success');
	const [job] = json(start, 'Run Campaign');
	expect(job).toMatchObject({ total: 4, imported: 4, repeated: 0, rejected: 0, started: true });
	expect(json(start, 'Tell the Campaign Desk')).toEqual([{ note: `${String(job?.jobName)} calls 4 of 4 customers` }]);

	// The start, four calls, and the end of the job.
	const runs = await n8n.waitForExecutions(workflow.id, 6, 90_000);
	expect(runs.map(({ status }) => status)).toEqual(runs.map(() => 'success'));
	const reports = runs.flatMap((run) => json(run, 'Baiying Reports'));
	expect(reports.filter(({ event }) => event === 'callCompleted').map(({ callResult, jobId }) => [jobId, callResult]).sort()).toEqual([
		[job?.jobId, 'answered'],
		[job?.jobId, 'answered'],
		[job?.jobId, 'answered'],
		[job?.jobId, 'busy'],
	]);

	const connected = runs.flatMap((run) => json(run, 'Start Back-to-Back Call'));
	expect(connected.map(({ jobId }) => jobId)).toEqual(alibaba.calls().map(({ jobId }) => jobId));
	expect(connected).toHaveLength(1);
	expect(world.phones.rings().filter(({ callId }) => callId === connected[0]?.jobId).map(({ phone }) => phone)).toEqual([SALES, CHEN]);
	expect(alibaba.surveys()).toMatchObject([{ jobId: connected[0]?.jobId, contactFlowId: 'survey-flow-1' }]);
	expect(runs.flatMap((run) => json(run, 'Report'))).toEqual([{ campaign: job?.jobName, calls: ['answered: 3', 'busy: 1'] }]);
}, 180_000);

it("other people's jobs are acknowledged and start nothing", async () => {
	const { n8n, sandbox } = bench;
	const { baiying, world } = sandbox;
	const known = (await n8n.executions(workflow.id)).length;
	for (const phone of [LIN, ZHAO]) world.phones.setBehaviour(phone, { ringMs: 100, talkMs: 300 });
	const { apis } = baiying;
	const foreign = apis.jobs.create({ platform: 'open', companyId: 1, jobName: 'Somebody else', jobType: 2, robotDefId: 180, userPhoneIds: [7], seats: 2, remark: '' });
	foreign.waiting.push({ phone: LIN }, { phone: ZHAO, properties: { campaign: 'spring-2026' } });
	apis.jobs.callbackUrls = { calls: apis.jobs.callbackUrls.calls };
	apis.jobs.start(foreign);
	const before = baiying.state().deliveries.length;
	while (baiying.state().deliveries.length < before + 2) await new Promise((resolve) => setTimeout(resolve, 100));
	await new Promise((resolve) => setTimeout(resolve, 1000));
	expect(baiying.state().deliveries.slice(before).map(({ attempts }) => attempts.map(({ accepted }) => accepted))).toEqual([[true], [true]]);
	expect(await n8n.executions(workflow.id)).toHaveLength(known);
}, 60_000);
