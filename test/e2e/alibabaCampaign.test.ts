import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { example } from '../../sandbox/n8n/examples';
import { itemsOf, type Execution, type SavedCredential, type SavedWorkflow } from '../../sandbox/n8n/rest';
import { Center } from '../sandbox/alibaba/center';
import { openBench, type Bench } from './bench';
import { submitForm } from './form';

const [SATISFIED, SURVEYED, BUSY, GONE] = ['13720000001', '13720000002', '13720000003', '13720000004'] as const;
const AGENTS = ['agent@ccc-test', 'user-test@ccc-test'];
const SPREADSHEET = `phone,name
${SATISFIED},李娜
${SURVEYED},Wang
${BUSY},Zhao
${GONE},Chen
${SURVEYED},Wang again
,Nobody
`;

let bench: Bench;
let key: SavedCredential;
let campaign: SavedWorkflow;
let results: SavedWorkflow;

beforeAll(async () => {
	bench = await openBench({ speed: 10 });
	key = await bench.credential('alibabaCloudAccessKeyApi');
	// At any time of day, and each customer once.
	campaign = await imported('alibaba-campaign.json', 'Create Campaign', {
		callableTime: { windows: [{ beginTime: '00:00', endTime: '23:59:59' }] },
		maxAttemptCount: 0,
	});
	results = await imported('alibaba-campaign-results.json', 'Call Ended', { pollTimes: { item: [{ mode: 'custom', cronExpression: '* * * * * *' }] } });
	const { phones } = bench.sandbox.world;
	phones.setBehaviour(SATISFIED, { ringMs: 0, talkMs: 30_000 });
	phones.setBehaviour(SURVEYED, { ringMs: 0, talkMs: 10_000_000 });
	phones.setBehaviour(BUSY, { answer: 'busy' });
	phones.setBehaviour(GONE, { answer: 'emptyNumber' });
	const center = new Center(bench.sandbox.alibaba);
	for (const agent of AGENTS) await center.ready(agent);
});
afterAll(async () => await bench.close());

/** An example, saved in n8n with some parameters of one of its nodes changed. */
async function imported(file: string, name: string, changes: INodeParameters): Promise<SavedWorkflow> {
	const workflow = example(file, [key]);
	const changed = workflow.nodes.find((node) => node.name === name);
	Object.assign(changed?.parameters ?? {}, changes);
	return await bench.n8n.createWorkflow(workflow);
}

async function until<Found>(find: () => Found | undefined): Promise<Found> {
	const deadline = Date.now() + 60_000;
	for (;;) {
		const found = find();
		if (found !== undefined) return found;
		if (Date.now() > deadline) throw new Error(`Waited a minute in vain: ${find.toString()}`);
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
}

async function upload(): Promise<void> {
	await submitForm(bench.n8n, campaign, ['Renewals November', new File([SPREADSHEET], 'customers.csv', { type: 'text/csv' })]);
}

const json = (execution: Execution | undefined, node: string): IDataObject[] => (execution ? itemsOf(execution, node).map((item) => item.json) : []);
const rung = () => [SATISFIED, SURVEYED, BUSY, GONE].map((phone) => bench.sandbox.world.phones.timesRung(phone));
const views = () => bench.sandbox.alibaba.state().campaigns;

test('a spreadsheet becomes a campaign, and says who is not called', async () => {
	await bench.n8n.publish(results);
	await bench.n8n.publish(campaign);
	await upload();
	const [run] = await bench.n8n.waitForExecutions(campaign.id, 1);

	expect(run?.status).toBe('success');
	expect(json(run, 'Submit Campaign')).toMatchObject([{ success: true }]);
	expect(json(run, 'Not Accepted')).toEqual([
		{ name: 'Wang again', phone: SURVEYED, reason: expect.stringMatching(/rejected this case/) },
		{ name: 'Nobody', reason: expect.stringMatching(/'Phone Number' is empty/) },
	]);
	expect(views()).toMatchObject([{ name: 'Renewals November', cases: 4 }]);
});

test('an agent ends a call with a survey', async () => {
	const agent = await until(() => {
		const call = bench.sandbox.alibaba.calls().find(({ callee }) => callee === SURVEYED);
		return call?.channels.find(({ userId, state }) => userId !== '' && state === 'ANSWERED')?.userId;
	});
	await submitForm(bench.n8n, results, [agent]);
	const survey = await until(() => bench.sandbox.alibaba.surveys()[0]);
	const surveyed = bench.sandbox.alibaba.calls().find(({ jobId }) => jobId === survey.jobId);

	expect(survey.channel).toBe('SMS');
	expect(surveyed?.callee).toBe(SURVEYED);
});

test('each call that has ended becomes a summary, or a customer to try again', async () => {
	const runs = await bench.n8n.waitForExecutions(results.id, 5);
	const summarized = runs.flatMap((run) => (json(run, 'Summarize the Call').length > 0 ? json(run, 'Call Ended') : []));
	const unreached = runs.flatMap((run) => json(run, 'Not Reached'));

	expect(runs.map(({ status }) => status)).toEqual(runs.map(() => 'success'));
	expect(summarized.map(({ calledNumber }) => calledNumber).sort()).toEqual([SATISFIED, SURVEYED]);
	expect(summarized.find(({ calledNumber }) => calledNumber === SURVEYED)).toMatchObject({ satisfaction: { channel: 'SMS' } });
	expect(unreached.sort((a, b) => String(a.phone).localeCompare(String(b.phone)))).toEqual([
		{ phone: BUSY, result: 'busy', tryAgain: 'soon' },
		{ phone: GONE, result: 'invalidNumber', tryAgain: 'never' },
	]);
	const summaries = bench.sandbox.alibaba.admitted().filter(({ action }) => action === 'CreateCallSummary');
	expect(summaries.map(({ params }) => params.Context)).toEqual([
		expect.stringMatching(/(agent|user-test)@ccc-test talked to 1372000000\d for \d+ s/),
		expect.stringMatching(/(agent|user-test)@ccc-test talked to 1372000000\d for \d+ s/),
	]);
});

test('the report has the figures of the campaign and its customers by state', async () => {
	await until(() => views().find(({ state }) => state === 'Completed'));
	const run = await bench.n8n.run(results, 'Every Evening');

	expect(run.status).toBe('success');
	expect(json(run, 'Report')).toMatchObject([{ campaign: 'Renewals November', callsDialed: 4, callsConnected: 2, callsAbandoned: 0 }]);
	expect(json(run, 'Customers by State')).toEqual([
		{ campaign: 'Renewals November', state: 'Connected', count_phone: 2 },
		{ campaign: 'Renewals November', state: 'Failed', count_phone: 2 },
	]);
});

test('a spreadsheet that is uploaded twice is called once', async () => {
	await upload();
	const runs = await bench.n8n.waitForExecutions(campaign.id, 2);
	await bench.n8n.unpublish(campaign);
	await bench.n8n.unpublish(results);

	expect(json(runs[1], 'Submit Campaign')).toMatchObject([{ skipped: true }]);
	expect(views().map(({ state }) => state).sort()).toEqual(['Completed', 'Draft']);
	expect(rung()).toEqual([1, 1, 1, 0]);
	expect(bench.sandbox.alibaba.refused()).toEqual([]);
});
