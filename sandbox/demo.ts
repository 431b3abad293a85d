import type { IDataObject } from 'n8n-workflow';
import type { Sandbox } from '.';
import type { Campaign, Customer } from './baiying';
import { example, sandboxCredentials, saveCredentials } from './n8n/examples';
import { itemsOf, type Execution, type RestClient, type SavedCredential, type SavedWorkflow } from './n8n/rest';

/** One thing that has to happen. `run` causes it or waits for it, and returns the evidence. It rejects if the thing does not happen. */
export interface Step {
	title: string;
	run(): Promise<string>;
}

const SALES = '13918140000';
const INTERESTED = '13720000010';
const BUSY = '13720000013';
const AGENTS_CUSTOMERS = ['13720000001', '13720000002'] as const;
const CAMPAIGN_CUSTOMERS = ['13720000020', '13720000021', '13720000022', '13720000023'];
const TOKEN = 'sandbox-callback-token';

const CUSTOMERS: Customer[] = [
	{ phone: INTERESTED, name: 'Chen', grade: 'A' },
	{ phone: '13720000011', name: 'Lin', grade: 'C' },
	{ phone: '13720000012', name: 'Zhao', grade: 'B' },
	{ phone: BUSY, name: 'Sun' },
];

const NODE_TYPES = ['alibabaCloudCallCenter', 'baiying', 'baiyingTrigger', 'huaweiContactCenter'];

/** What the steps pass to one another. */
interface Findings {
	credentials: SavedCredential[];
	followUp: SavedWorkflow;
	agentCalls: SavedWorkflow;
	events: SavedWorkflow;
	campaign: Campaign;
	/** The runs of the follow-up workflow, one for each callback. */
	runs: Execution[];
	/** The one of them that passes the filter. */
	interested: Execution;
	jobId: string;
}

/**
 * Runs the example workflows in a real n8n against the vendors of the sandbox. Each step compares n8n's executions with the vendors'
 * own records.
 */
export function demoSteps({ world, alibaba, huawei, aicc, iSales, baiying }: Sandbox, n8n: RestClient): Step[] {
	const found: Partial<Findings> = {};
	const known = <K extends keyof Findings>(name: K): Findings[K] => {
		const value = found[name];
		if (value === undefined) throw new Error('an earlier step failed');
		return value as Findings[K];
	};

	return [
		{
			title: 'n8n has loaded the nodes',
			async run() {
				const types = await n8n.nodeTypes();
				const missing = NODE_TYPES.filter((name) => !types.includes(`n8n-nodes-call-center.${name}`));
				expect(missing.length === 0, `missing: ${missing.join(', ')}`);
				return NODE_TYPES.join(', ');
			},
		},
		{
			title: 'the credentials work',
			async run() {
				const saved = await saveCredentials(n8n, sandboxCredentials({ alibaba, huawei, aicc, iSales, baiying }));
				for (const credential of saved) {
					const { status, message } = await n8n.testCredential(credential);
					expect(status === 'OK', `${credential.name}: ${message}`);
				}
				found.credentials = saved;
				return saved.map(({ name }) => name).join(', ');
			},
		},
		{
			title: 'the example workflows are imported and published',
			async run() {
				const create = async (file: string) => await n8n.createWorkflow(example(file, known('credentials')));
				found.followUp = await create('campaign-follow-up.json');
				found.events = await create('baiying-events.json');
				found.agentCalls = await create('huawei-agent-call.json');
				await n8n.publish(found.followUp);
				await n8n.publish(found.events);
				return [found.followUp, found.events, found.agentCalls].map(({ name }) => name.split(':')[0]).join(', ');
			},
		},
		{
			title: "Baiying's robot has called the customers and sent its callbacks",
			async run() {
				// Long enough for keys and a survey.
				for (const phone of [SALES, INTERESTED]) world.phones.setBehaviour(phone, { talkMs: 20_000 });
				world.phones.setBehaviour(BUSY, { answer: 'busy' });
				const campaign = await baiying.runCampaign({
					targetUrl: `${n8n.webhookUrl(known('followUp'))}?token=${TOKEN}`,
					jobStatusUrl: `${n8n.webhookUrl(known('events'))}?token=${TOKEN}`,
					customers: CUSTOMERS,
					jobName: 'Spring campaign',
				});
				found.campaign = campaign;
				const answers = baiying.state().deliveries.map(({ attempts }) => attempts[0]);
				expect(answers.length === CUSTOMERS.length + 1, `${answers.length} callbacks were sent`);
				for (const answer of answers) {
					expect(answer?.body === 'success' && answer.accepted, `one was answered ${answer?.status} ${answer?.body ?? answer?.error}`);
				}
				return `${answers.length} callbacks, each answered "success" at once`;
			},
		},
		{
			title: 'callback received: every call record started a run',
			async run() {
				const runs = await n8n.waitForExecutions(known('followUp').id, CUSTOMERS.length);
				found.runs = runs;
				const failed = runs.filter(({ status }) => status !== 'success');
				expect(failed.length === 0, `${failed.length} runs failed: ${failed[0]?.data.resultData.error?.message}`);
				const records = runs.map((run) => callRecord(run));
				expect(sameSet(records.map(({ phone }) => phone), CUSTOMERS.map(({ phone }) => phone)), 'the phone numbers differ');
				return records.map(({ phone, outcome, grade }) => `${phone} ${outcome}, grade ${grade ?? 'none'}`).join('; ');
			},
		},
		{
			title: 'a repeated callback starts no run',
			async run() {
				const [{ deliveryId = '' } = {}] = known('campaign').calls;
				const attempts = (await baiying.resend(deliveryId))?.attempts ?? [];
				expect(attempts.length === 2 && attempts[1]?.accepted === true, 'the repetition was not acknowledged');
				const count = (await n8n.executions(known('followUp').id)).length;
				expect(count === CUSTOMERS.length, `there are ${count} runs`);
				return `sent twice, acknowledged twice, still ${count} runs`;
			},
		},
		{
			title: 'grade A filtered: one customer is passed on to sales',
			async run() {
				const passed = known('runs').filter((run) => itemsOf(run, 'Intention Grade A').length > 0);
				const [interested] = passed;
				if (!interested || passed.length > 1) throw new Error(`${passed.length} passed the filter`);
				found.interested = interested;
				const { phone, grade } = callRecord(interested);
				expect(phone === INTERESTED && grade === 'A', `it was ${phone} with grade ${grade}`);
				return `${phone}, grade ${grade}; ${known('runs').length - 1} others did not`;
			},
		},
		{
			title: 'back-to-back call placed',
			async run() {
				const item = only(known('interested'), 'Start Back-to-Back Call');
				const jobId = String(item.jobId);
				const calls = alibaba.calls();
				expect(calls.length === 1 && calls[0]?.jobId === jobId, `the vendor knows ${calls.length} calls`);
				const rung = world.phones.rings().filter(({ callId }) => callId === jobId).map(({ phone }) => phone);
				expect(rung.join() === [SALES, INTERESTED].join(), `these phones rang: ${rung.join(', ')}`);
				const talked = world.phones.talks().some((talk) => talk.callId === jobId && sameSet(talk.parties, rung));
				expect(talked, 'the two did not talk');
				found.jobId = jobId;
				return `${jobId}: ${rung.join(' rang, then ')} rang, once each, and the two talked`;
			},
		},
		{
			title: 'DTMF sent',
			async run() {
				expect(only(known('interested'), 'Send DTMF Keys').jobId === known('jobId'), 'n8n shows another call');
				const [pressed, ...others] = alibaba.pressed();
				expect(pressed?.jobId === known('jobId') && others.length === 0, 'the vendor did not receive the key');
				expect(pressed?.phone === INTERESTED, `the key went to ${pressed?.phone}`);
				return `key ${pressed?.dtmf} to ${pressed?.phone}`;
			},
		},
		{
			title: 'survey launched',
			async run() {
				expect(only(known('interested'), 'Launch Satisfaction Survey').jobId === known('jobId'), 'n8n shows another call');
				const [survey, ...others] = alibaba.surveys();
				expect(survey?.jobId === known('jobId') && others.length === 0, 'the vendor launched no survey');
				return `flow ${survey?.contactFlowId}`;
			},
		},
		{
			title: "the job's end reached the campaign desk",
			async run() {
				const [run] = await n8n.waitForExecutions(known('events').id, 1);
				if (!run) throw new Error('there is no run');
				const note = String(only(run, 'Tell the Campaign Desk').note);
				expect(note.includes('Spring campaign') && note.includes('completed'), note);
				return note;
			},
		},
		{
			title: 'a campaign started by one node: job created, customers imported, calls made, report written',
			async run() {
				for (const phone of CAMPAIGN_CUSTOMERS) world.phones.setBehaviour(phone, { ringMs: 500, talkMs: 1000 });
				const workflow = await n8n.createWorkflow(example('baiying-campaign.json', known('credentials')));
				await n8n.publish(workflow);
				const url = `${n8n.webhookUrl(workflow)}?token=${TOKEN}`;
				baiying.apis.jobs.callbackUrls = { calls: url, jobs: url };
				const start = await n8n.run(workflow, 'Start by Hand');
				expect(start.status === 'success', start.data.resultData.error?.message ?? start.status);
				const job = only(start, 'Run Campaign');
				expect(job.imported === CAMPAIGN_CUSTOMERS.length && job.started === true, JSON.stringify(job));
				const runs = await n8n.waitForExecutions(workflow.id, CAMPAIGN_CUSTOMERS.length + 2);
				const report = runs.flatMap((run) => itemsOf(run, 'Report')).map(({ json }) => (json.calls as string[]).join(', '));
				expect(report.join() === `answered: ${CAMPAIGN_CUSTOMERS.length}`, `the report says: ${report.join()}`);
				return `job ${String(job.jobId)}, ${String(job.imported)} customers; report: ${report.join()}`;
			},
		},
		{
			title: 'Huawei agent calls made, with their outcomes',
			async run() {
				const [answers, busy] = AGENTS_CUSTOMERS;
				world.phones.setBehaviour(answers, { talkMs: 6000 });
				world.phones.setBehaviour(busy, { answer: 'busy' });
				const run = await n8n.run(known('agentCalls'), 'Start by Hand', 120_000);
				expect(run.status === 'success', run.data.resultData.error?.message ?? run.status);
				const calls = itemsOf(run, 'Call Customer').map(({ json }) => json);
				const ids = huawei.calls().map(({ callId }) => callId);
				expect(ids.join() === calls.map(({ callId }) => callId).join(), 'n8n and the vendor report different calls');
				expect(only(run, 'Reached').called === answers && only(run, 'Not Reached').called === busy, 'the outcomes were mixed up');
				expect(calls[0]?.outcome === 'ended' && calls[1]?.outcome === 'failed', calls.map(({ outcome }) => outcome).join(', '));
				expect(huawei.agents().every(({ signedIn }) => !signedIn), 'the agent is still signed in');
				return calls.map(outcomeText).join('; ');
			},
		},
	];
}

function expect(condition: boolean, otherwise: string): void {
	if (!condition) throw new Error(otherwise);
}

function sameSet(left: string[], right: string[]): boolean {
	return [...left].sort().join() === [...right].sort().join();
}

/** The only item of a node's output. */
function only(run: Execution, node: string): IDataObject {
	const [item, ...others] = itemsOf(run, node);
	if (!item || others.length > 0) throw new Error(`${node} returned ${others.length + (item ? 1 : 0)} items`);
	return item.json;
}

interface CallRecord {
	phone: string;
	outcome: string;
	grade?: string;
}

function callRecord(run: Execution): CallRecord {
	const { customer, intention, outcome } = only(run, 'Robot Call Completed') as {
		customer: { phone: string };
		intention?: { grade?: string };
		outcome: string;
	};
	return { phone: customer.phone, outcome, grade: intention?.grade };
}

function outcomeText({ called, outcome, durationSeconds, failureReason }: IDataObject): string {
	const detail = durationSeconds === undefined ? failureReason : `after ${String(durationSeconds)} s`;
	return `${String(called)} ${String(outcome)} (${String(detail)})`;
}
