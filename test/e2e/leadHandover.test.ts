import type { IDataObject } from 'n8n-workflow';
import type { SavedWorkflow } from '../../sandbox/n8n/rest';
import { AGENT, Center, SECOND } from '../sandbox/alibaba/center';
import { openBench, type Bench } from './bench';
import { closed, json, OPEN, saveExample, until, withRules } from './exampleFile';

const TOKEN = 'sandbox-callback-token';
const CALL = 'Connect Sales and Customer';
const [FIRST_SALES, SECOND_SALES, DESK] = ['13900000001', '13900000002', '13918140000'] as const;
const [INTERESTED, REFUSES, MISSED, LATE, FORBIDDEN, NIGHT] = ['13720000101', '13720000102', '13720000103', '13720000104', '13720000105', '13720000106'] as const;

let bench: Bench;
let center: Center;
let workflow: SavedWorkflow;

async function published(rules: IDataObject): Promise<SavedWorkflow> {
	const saved = await saveExample(bench, 'lead-handover.json', ['baiyingCallbackApi', 'alibabaCloudAccessKeyApi'], { [CALL]: withRules(rules) });
	await bench.n8n.publish(saved);
	return saved;
}

beforeAll(async () => {
	bench = await openBench({ speed: 10 });
	center = new Center(bench.sandbox.alibaba);
	for (const agent of [AGENT, SECOND]) await center.ready(agent);
	workflow = await published({ hours: OPEN });
});
afterAll(async () => await bench.close());

const callbackUrl = (target = workflow) => `${bench.n8n.webhookUrl(target)}?token=${TOKEN}`;

/** Whom Alibaba Cloud has rung, in this order. */
function rungBySales(since = 0): string[] {
	return bench.sandbox.world.phones.rings().filter(({ vendor }) => vendor === 'alibaba').slice(since).map(({ phone }) => phone);
}

/** The robot reports a call to a customer. The leads take turns by the number of the call, and the first salesperson has the odd ones. */
async function report(phone: string, callInstanceId: number, target = workflow): Promise<void> {
	const { baiying } = bench.sandbox;
	await baiying.deliver(callbackUrl(target), baiying.callback('callRecord', { sceneInstance: { callInstanceId, customerTelephone: phone } }));
}

test('it has no Code node', () => {
	expect(workflow.nodes.filter(({ type }) => type === 'n8n-nodes-base.code')).toEqual([]);
});

test('an interested customer talks to sales within a minute, and once, however often Baiying reports it', async () => {
	const { baiying } = bench.sandbox;
	const customers = [{ phone: INTERESTED, grade: 'A' as const }, { phone: REFUSES, grade: 'C' as const }];
	const campaign = await baiying.runCampaign({ targetUrl: callbackUrl(), customers, copies: 2 });
	const reportedAt = Date.now();
	await until(() => rungBySales().includes(INTERESTED) || undefined);
	expect(Date.now() - reportedAt).toBeLessThan(60_000);

	const [run] = await bench.n8n.waitForExecutions(workflow.id, 1);
	const lead = campaign.calls.find(({ phone }) => phone === INTERESTED);
	const isOdd = Number(lead?.callId) % 2 === 1;
	expect(json(run, 'Add to the CRM')).toEqual([
		{ lead: lead?.callId, attempts: 1, salesperson: isOdd ? 'Agent of the sandbox' : 'Second agent', result: 'answered', talkSeconds: expect.any(Number) },
	]);

	// The same delivery once more, and another report of the same call.
	await baiying.resend(lead?.deliveryId ?? '');
	const again = { sceneInstance: { callInstanceId: Number(lead?.callId), customerTelephone: INTERESTED, duration: 99 } };
	await baiying.deliver(callbackUrl(), baiying.callback('callRecord', again));
	const runs = await bench.n8n.waitForExecutions(workflow.id, 2);
	expect(json(runs[1], 'Add to the CRM')).toMatchObject([{ lead: lead?.callId, result: 'keyUsed' }]);
	expect(rungBySales()).toEqual([isOdd ? FIRST_SALES : SECOND_SALES, INTERESTED]);
});

test('if a salesperson does not answer, the next one gets the call a minute later', async () => {
	const { phones } = bench.sandbox.world;
	phones.setBehaviour(FIRST_SALES, { answer: 'noAnswer' });
	const [before, runs] = [rungBySales().length, (await bench.n8n.executions(workflow.id)).length];
	await report(MISSED, 101);
	const run = (await bench.n8n.waitForExecutions(workflow.id, runs + 1, 180_000)).at(-1);
	phones.setBehaviour(FIRST_SALES, { answer: 'answers' });

	expect(rungBySales(before)).toEqual([FIRST_SALES, SECOND_SALES, MISSED]);
	expect(json(run, CALL).map(({ callResult, nextAttempt }) => [callResult, nextAttempt])).toEqual([
		['unreachable', { number: 2, at: expect.stringMatching(/Z$/) }],
		['answered', null],
	]);
	expect(json(run, 'Add to the CRM')).toMatchObject([{ attempts: 2, salesperson: 'Second agent', result: 'answered' }]);
}, 240_000);

test('if nobody is ready, the sales desk gets the call', async () => {
	for (const UserId of [AGENT, SECOND]) await center.ask('TakeBreak', { UserId, Code: 'lunch' });
	const [before, runs] = [rungBySales().length, (await bench.n8n.executions(workflow.id)).length];
	await report(LATE, 103);
	await bench.n8n.waitForExecutions(workflow.id, runs + 1);
	expect(rungBySales(before)).toEqual([DESK, LATE]);
});

test('a customer who must not be called is written down and not called', async () => {
	await center.ask('ImportDoNotCallNumbers', { NumberList: JSON.stringify([FORBIDDEN]) });
	const [before, runs] = [rungBySales().length, (await bench.n8n.executions(workflow.id)).length];
	await report(FORBIDDEN, 105);
	const run = (await bench.n8n.waitForExecutions(workflow.id, runs + 1)).at(-1);
	expect(json(run, 'Add to the CRM')).toMatchObject([{ result: 'doNotCall' }]);
	expect(rungBySales(before)).toEqual([]);
});

test('at night, the lead waits for the hours', async () => {
	const night = await published(closed());
	const before = rungBySales().length;
	await report(NIGHT, 107, night);
	await until(async () => (await bench.n8n.executions(night.id)).find(({ status }) => status === 'waiting'));
	expect(rungBySales(before)).toEqual([]);
	expect(bench.sandbox.alibaba.refused()).toEqual([]);
});
