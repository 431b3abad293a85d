import { randomUUID } from 'node:crypto';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { example } from '../../sandbox/n8n/examples';
import { itemsOf, type Execution, type SavedCredential, type SavedWorkflow } from '../../sandbox/n8n/rest';
import { node, openBench, using, type Bench } from './bench';
import { submitForm } from './form';

const TOKEN = 'sandbox-callback-token';
const CREDENTIALS = ['alibabaCloudAccessKeyApi', 'huaweiCcApi', 'baiyingHmacApi', 'baiyingCallbackApi'];
const [LI, WANG, ZHAO, SUN] = ['13720000031', '13720000032', '13720000033', '13720000034'] as const;
const ON_BLOCK_LIST = 'The number is on the block list already';
const ON_BLACKLIST = 'The number is on the blacklist already';
const EVERYWHERE = { alibabaCloud: 'Listed', huawei: 'Listed', baiying: 'Listed', listedEverywhere: true };

let bench: Bench;
let workflow: SavedWorkflow;
let credentials: SavedCredential[];
let ended = 0;

beforeAll(async () => {
	bench = await openBench({ speed: 1 });
	credentials = await Promise.all(CREDENTIALS.map(async (type) => await bench.credential(type)));
	workflow = await published();
});
afterAll(async () => await bench.close());

/** The example as it stands in the repository, except that it waits for a second where it would wait for an hour. */
async function published(): Promise<SavedWorkflow> {
	const file = example('unsubscribe-everywhere.json', credentials);
	const nodes = file.nodes.map((each) => ({ ...each, ...(each.webhookId === undefined ? {} : { webhookId: randomUUID() }) }));
	const wait = nodes.find(({ name }) => name === 'Wait an Hour');
	expect(wait?.parameters).toEqual({ amount: 1, unit: 'hours' });
	Object.assign(wait?.parameters ?? {}, { unit: 'seconds' });
	const saved = await bench.n8n.createWorkflow({ ...file, nodes });
	await bench.n8n.publish(saved);
	return saved;
}

/** The next execution, once it has ended. */
async function next(): Promise<Execution> {
	ended += 1;
	const executions = await bench.n8n.waitForExecutions(workflow.id, ended, 60_000);
	expect(executions.map(({ status }) => status)).toEqual(Array(ended).fill('success'));
	return executions.at(-1) as Execution;
}

const reports = (execution: Execution) => itemsOf(execution, 'Report').map(({ json }) => json);

function lists(): Record<string, string[]> {
	const { alibaba, iSales, baiying } = bench.sandbox;
	return { alibaba: alibaba.doNotCallNumbers('ccc-test'), huawei: iSales.blocked(), baiying: baiying.apis.blacklist.mobiles() };
}

function reportCall(overrides: IDataObject): void {
	bench.sandbox.baiying.begin(`${bench.n8n.webhookUrl(workflow)}?token=${TOKEN}`, 'callRecord', overrides);
}

async function dial(type: string, credential: string, items: IDataObject[], parameters: INodeParameters): Promise<IDataObject[]> {
	const chosen = credentials.find((each) => each.type === credential) as SavedCredential;
	const all = { ...parameters, callingRules: { checkVendorList: true }, additionalFields: {}, options: {} };
	const execution = await bench.feed(items, node('Call', `n8n-nodes-call-center.${type}`, all, using(chosen)));
	return itemsOf(execution, 'Done').map(({ json }) => json);
}

it('puts the number of the form onto all three lists, and tells a vendor that failed again', async () => {
	expect(workflow.nodes.filter(({ type }) => type === 'n8n-nodes-base.code')).toEqual([]);
	bench.sandbox.world.faults.add({ vendor: 'huawei', kind: 'cutAfter', operation: 'addToBlocklist', times: 1 });
	await submitForm(bench.n8n, workflow, ['+86 137-2000-0031', 'Asked our shop']);
	expect(reports(await next())).toMatchObject([
		{ attempt: 1, alibabaCloud: 'Listed', huawei: expect.stringMatching(/not known whether the numbers are listed/), baiying: 'Listed', listedEverywhere: false },
		{ attempt: 2, alibabaCloud: 'Listed', huawei: ON_BLOCK_LIST, baiying: ON_BLACKLIST, listedEverywhere: true },
	]);
	for (const list of Object.values(lists())) expect(list.filter((number) => number === LI)).toEqual([LI]);
}, 120_000);

it('changes nothing when it runs again', async () => {
	const before = lists();
	await submitForm(bench.n8n, workflow, [LI, '']);
	expect(reports(await next())).toMatchObject([{ attempt: 1, alibabaCloud: 'Listed', huawei: ON_BLOCK_LIST, baiying: ON_BLACKLIST, listedEverywhere: true }]);
	expect(lists()).toEqual(before);
}, 60_000);

it('hears from the robot who wants no more calls, and lets all other customers be', async () => {
	const labels = (label: string) => ({ taskResult: [{ resultName: '客户标签', resultLabels: label }] });
	reportCall({ sceneInstance: { customerTelephone: WANG }, ...labels('有效用户') });
	expect(itemsOf(await next(), 'Customer')).toEqual([]);
	reportCall({ sceneInstance: { customerTelephone: ZHAO }, ...labels('不再来电') });
	expect(reports(await next())).toMatchObject([{ phone: ZHAO, ...EVERYWHERE }]);
	reportCall({ sceneInstance: { customerTelephone: SUN, finishStatus: 11 } });
	expect(reports(await next())).toMatchObject([{ phone: SUN, ...EVERYWHERE }]);
	for (const list of Object.values(lists())) expect(list).toEqual(expect.arrayContaining([LI, ZHAO, SUN]));
	for (const list of Object.values(lists())) expect(list).not.toContain(WANG);
}, 120_000);

it("is what calls with 'Check Vendor List' go by", async () => {
	const { world, iSales } = bench.sandbox;
	const customers = [LI, WANG, SUN].map((phone) => ({ phone }));
	const skipped = { skipped: true, verdict: 'doNotCall' };
	const id = (value: string) => ({ __rl: true, mode: 'id', value });
	const call = { resource: 'call', operation: 'startBack2BackCall', instanceId: id('ccc-test'), caller: '13918140000', callee: '={{ $json.phone }}', broker: id('01021570000') };
	for (const phone of [WANG, '13918140000']) world.phones.setBehaviour(phone, { ringMs: 100, talkMs: 300 });
	expect(await dial('alibabaCloudCallCenter', 'alibabaCloudAccessKeyApi', customers, call)).toMatchObject([skipped, { jobId: expect.any(String) }, skipped]);
	expect(bench.sandbox.alibaba.calls().map(({ callee }) => callee)).toEqual([WANG]);

	const reserve = { resource: 'reservedCall', operation: 'create', taskId: id(iSales.seeds.campaignId), callType: 'automatic', calledNo: '={{ $json.phone }}', appointTime: '2099-12-24T10:00:00Z' };
	expect(await dial('huaweiContactCenter', 'huaweiCcApi', customers, reserve)).toMatchObject([skipped, { id: expect.any(String) }, skipped]);
	const reserved = iSales.admitted().filter(({ operation }) => operation === 'createReservedCall');
	expect(reserved.map(({ params }) => params.calledNo)).toEqual([WANG]);
}, 120_000);
