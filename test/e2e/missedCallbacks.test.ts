import { example } from '../../sandbox/n8n/examples';
import { itemsOf, type Execution, type SavedWorkflow } from '../../sandbox/n8n/rest';
import { openBench, type Bench } from './bench';

const TOKEN = 'sandbox-callback-token';
const [LOST, LOST_YES, LONG, YES, NO] = ['13720000031', '13720000032', '13720000033', '13720000034', '13720000035'] as const;
const CUSTOMERS = [LOST, LOST_YES, LONG, YES, NO];
const HOUR_MS = 3_600_000;

let bench: Bench;
let workflow: SavedWorkflow;

beforeAll(async () => {
	// Baiying's retries last for hours.
	bench = await openBench({ speed: 1800 });
	const { n8n, sandbox } = bench;
	const credentials = await Promise.all(['baiyingCallbackApi', 'baiyingOpenPlatformApi'].map(async (type) => await bench.credential(type)));
	workflow = await n8n.createWorkflow(example('missed-callbacks.json', credentials));
	await n8n.run(workflow, 'Set Up by Hand');
	await n8n.publish(workflow);
	sandbox.baiying.apis.jobs.callbackUrls = { calls: `${n8n.webhookUrl(workflow)}?token=${TOKEN}` };
});
afterAll(async () => {
	await bench.n8n.unpublish(workflow);
	await bench.close();
});

async function until(condition: () => boolean): Promise<void> {
	while (!condition()) await new Promise((resolve) => setTimeout(resolve, 50));
}

const phonesOf = (runs: Execution[], node: string) => runs.flatMap((run) => itemsOf(run, node).map(({ json }) => json.phone ?? (json.customer as { phone: string }).phone));

/** One robot calls the customers in turn. The callbacks of the first two never arrive, however often Baiying sends them. */
async function runJob(): Promise<void> {
	const { baiying, world } = bench.sandbox;
	for (const phone of CUSTOMERS) world.phones.setBehaviour(phone, { talkMs: 60_000 });
	world.phones.setBehaviour(LONG, { talkMs: 8 * HOUR_MS });
	for (const phone of [LOST_YES, YES]) baiying.apis.jobs.grades.set(phone, 'A');
	const job = baiying.apis.jobs.create({ platform: 'open', companyId: 1, jobName: 'Autumn', jobType: 2, robotDefId: 180, userPhoneIds: [7], seats: 1, remark: '' });
	job.waiting.push(...CUSTOMERS.map((phone) => ({ phone })));
	world.faults.add({ vendor: 'baiying', operation: 'deliver', kind: 'cutBefore', every: 1 });
	baiying.apis.jobs.start(job);
	await until(() => baiying.state().deliveries.filter(({ state }) => state === 'failed').length === 2);
	world.faults.clear();
	await until(() => job.status === 2);
}

/** A customer who said yes three days ago, before anybody listened to callbacks. */
function callFromBefore(): string {
	const { jobs, seeds } = bench.sandbox.baiying.apis;
	const [call] = jobs.find(seeds.doneJobId)?.calls ?? [];
	if (!call) throw new Error('the seeds have no call');
	const endedAt = Date.now() - 72 * HOUR_MS;
	Object.assign(call, { grade: 'A', startedAt: endedAt - 60_000, endedAt });
	return call.phone;
}

it('finds at night exactly the calls whose callbacks never came, and handles them like the others', async () => {
	const { n8n, sandbox } = bench;
	const before = callFromBefore();
	await runJob();
	const arrived = (await n8n.waitForExecutions(workflow.id, 4)).slice(1);
	expect(arrived.map(({ status }) => status)).toEqual(['success', 'success', 'success']);
	expect(phonesOf(arrived, 'Remember the Call').sort()).toEqual([LONG, YES, NO]);
	expect(phonesOf(arrived, 'Lead for Sales')).toEqual([YES]);

	const night = await n8n.run(workflow, 'Every Night');
	expect(night.data.resultData.error).toBeUndefined();
	expect(phonesOf([night], 'Find Missed Callbacks')).toEqual([LOST, LOST_YES, before]);
	expect(itemsOf(night, 'Lead for Sales').map(({ json }) => json)).toEqual([{ phone: LOST_YES, grade: 'A', calledAt: expect.any(String) }]);
	expect(phonesOf([night], 'Remember the Call')).toEqual([LOST, LOST_YES, before]);

	const nextNight = await n8n.run(workflow, 'Every Night');
	expect(nextNight.status).toBe('success');
	expect(phonesOf([nextNight], 'Find Missed Callbacks')).toEqual([]);
	expect(itemsOf(nextNight, 'Calls That Arrived')).toHaveLength(CUSTOMERS.length + 1);
	expect(sandbox.world.phones.rings().map(({ phone }) => phone)).toEqual(CUSTOMERS);
}, 180_000);
