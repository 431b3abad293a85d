import type { CallRecord } from '../../sandbox/alibaba/callRecord';
import type { SavedWorkflow } from '../../sandbox/n8n/rest';
import { Center } from '../sandbox/alibaba/center';
import { openBench, type Bench } from './bench';
import { closed, json, OPEN, saveExample, withRules } from './exampleFile';
import { inboundCall } from './inboundCall';

const CALL = 'Call with the Survey';
const EVERY_SECOND = { item: [{ mode: 'custom', cronExpression: '* * * * * *' }] };
const [HAPPY, UNHAPPY, SILENT, FORBIDDEN, GAVE_UP, NIGHT] = ['13720000201', '13720000202', '13720000203', '13720000204', '13720000205', '13720000206'] as const;

let bench: Bench;
let workflow: SavedWorkflow;

async function published(rules: object): Promise<SavedWorkflow> {
	const saved = await saveExample(bench, 'survey-after-call.json', ['alibabaCloudAccessKeyApi'], {
		[CALL]: withRules({ ...rules }),
		'Call Ended': (parameters) => ({ ...parameters, pollTimes: EVERY_SECOND }),
	});
	await bench.n8n.publish(saved);
	const { alibaba } = bench.sandbox;
	const polled = alibaba.requests + 2;
	while (alibaba.requests < polled) await new Promise((resolve) => setTimeout(resolve, 100));
	return saved;
}

beforeAll(async () => {
	bench = await openBench({ speed: 10 });
	const { alibaba, world } = bench.sandbox;
	for (const phone of [HAPPY, UNHAPPY, SILENT]) world.phones.setBehaviour(phone, { ringMs: 0 });
	alibaba.ivr.answers.set(HAPPY, 'Answer: satisfied').set(UNHAPPY, 'Answer: not satisfied');
	await new Center(alibaba).ask('ImportDoNotCallNumbers', { NumberList: JSON.stringify([FORBIDDEN]) });
	workflow = await published({ hours: OPEN });
});
afterAll(async () => await bench.close());

let ended = 0;

/** A customer's call to the center ends. */
function end(phone: string, more: Partial<CallRecord> = {}): void {
	ended += 1;
	bench.sandbox.alibaba.records.push({ ...inboundCall(`job-inbound-${ended}`, phone), ...more });
}

const rung = () => bench.sandbox.world.phones.rings().map(({ phone }) => phone);

test('it has no Code node', () => {
	expect(workflow.nodes.filter(({ type }) => type === 'n8n-nodes-base.code')).toEqual([]);
});

test('customers are asked after a call with an agent: once a day, and not against their wish', async () => {
	end(HAPPY);
	end(UNHAPPY);
	end(SILENT);
	end(FORBIDDEN);
	end(GAVE_UP, { ContactDisposition: 'AbandonedInQueue' });
	await bench.n8n.waitForExecutions(workflow.id, 4);
	end(HAPPY);
	const runs = await bench.n8n.waitForExecutions(workflow.id, 5);

	expect(runs.map(({ status }) => status)).toEqual(runs.map(() => 'success'));
	expect(rung().sort()).toEqual([HAPPY, UNHAPPY, SILENT]);
	const skipped = runs.filter((run) => json(run, CALL)[0]?.skipped === true);
	expect(skipped.map((run) => [json(run, 'Call Ended')[0]?.callingNumber, json(run, CALL)[0]?.verdict])).toEqual([
		[FORBIDDEN, 'doNotCall'],
		[HAPPY, 'limitReached'],
	]);
});

test('the evening has the figures of the day', async () => {
	while (bench.sandbox.alibaba.calls().some(({ endedAt }) => endedAt === undefined)) await new Promise((resolve) => setTimeout(resolve, 100));
	const run = await bench.n8n.run(workflow, 'Every Evening');

	expect(run.status).toBe('success');
	expect(json(run, 'Daily Figures')).toEqual([{ day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), called: 3, answers: ['not satisfied: 1', 'satisfied: 1'] }]);
});

test("the survey's own calls start nothing, and nobody is asked at night", async () => {
	expect(await bench.n8n.executions(workflow.id)).toHaveLength(6);
	await bench.n8n.unpublish(workflow);
	const night = await published(closed());
	const before = rung().length;
	end(NIGHT);
	const [run] = await bench.n8n.waitForExecutions(night.id, 1);
	await bench.n8n.unpublish(night);

	expect(json(run, CALL)).toMatchObject([{ skipped: true, verdict: 'outsideHours' }]);
	expect(rung()).toHaveLength(before);
	expect(bench.sandbox.alibaba.refused()).toEqual([]);
});
