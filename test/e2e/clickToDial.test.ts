import type { IDataObject } from 'n8n-workflow';
import type { SavedWorkflow } from '../../sandbox/n8n/rest';
import { openBench, type Bench } from './bench';
import { closed, json, OPEN, saveExample, withRules } from './exampleFile';
import { lastPage, submitForm } from './form';

const [CUSTOMER, BUSY, NIGHT] = ['13720000301', '13720000302', '13720000303'] as const;

let bench: Bench;
let workflow: SavedWorkflow;

async function published(rules: IDataObject): Promise<SavedWorkflow> {
	const saved = await saveExample(bench, 'click-to-dial.json', ['huaweiCcGatewayApi'], { 'Call Customer': withRules(rules) });
	await bench.n8n.publish(saved);
	return saved;
}

beforeAll(async () => {
	bench = await openBench({ speed: 10 });
	workflow = await published({ hours: OPEN });
});
afterAll(async () => await bench.close());

/** What the last page says after a click. */
async function click(number: string, target = workflow): Promise<string> {
	const page = await submitForm(bench.n8n, target, [number, 'Offer 4711']);
	return textOf(await lastPage(page ?? ''));
}

function textOf(html: string): string {
	return html.replace(/<(style|script)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' ').replace(/&#x27;/g, "'").replace(/&quot;/g, '"').replace(/\s+/g, ' ');
}

const called = () => bench.sandbox.huawei.calls().map(({ called: number }) => number);

/** The agent is signed out, and the gateway gets no more polls. */
async function agentHasLeft(): Promise<void> {
	const { huawei } = bench.sandbox;
	const isIn = () => huawei.agents().some(({ signedIn, pollsInFlight }) => signedIn || pollsInFlight > 0);
	const deadline = Date.now() + 10_000;
	while (isIn() && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
	expect(isIn()).toBe(false);
	const requests = huawei.requests.length;
	await new Promise((resolve) => setTimeout(resolve, 700));
	expect(huawei.requests).toHaveLength(requests);
}

test('it has no Code node', () => {
	expect(workflow.nodes.filter(({ type }) => type === 'n8n-nodes-base.code')).toEqual([]);
});

test('a double click is one call, and both pages say what happened', async () => {
	const pages = await Promise.all([click(CUSTOMER), click(CUSTOMER)]);

	expect(called()).toEqual([CUSTOMER]);
	expect(bench.sandbox.world.phones.timesRung(CUSTOMER)).toBe(1);
	expect(bench.sandbox.huawei.calls()[0]?.callAppData).toBe('Offer 4711');
	expect(pages.sort().map((page) => /Call to 13720000301 (.*?\.) /.exec(page)?.[1])).toEqual([
		'The customer was called less than 2 minutes ago, and the minimum gap is 1 minute.',
		'You talked for 10 seconds.',
	]);
	await agentHasLeft();
});

test('the note in the CRM has what was said before the call, and how it went', async () => {
	const runs = await bench.n8n.waitForExecutions(workflow.id, 2);
	const notes = runs.flatMap((run) => json(run, 'Note in the CRM')).sort((a, b) => String(a.result).localeCompare(String(b.result)));
	expect(notes).toMatchObject([{ customer: CUSTOMER, note: 'Offer 4711', result: 'ended' }, { customer: CUSTOMER, result: 'gapTooShort' }]);
});

test('a customer who is busy is told in plain words', async () => {
	bench.sandbox.world.phones.setBehaviour(BUSY, { answer: 'busy' });
	expect(await click(BUSY)).toContain('The called party is busy.');
	await agentHasLeft();
});

test('a number that cannot be dialed is explained, and nobody is called', async () => {
	expect(await click('+86 137')).toMatch(/'Called Number' is "\+86 137": enter 1 to 24 digits/);
	expect(called()).toEqual([CUSTOMER, BUSY]);
});

test('outside the calling hours nobody is called', async () => {
	const night = await published(closed());
	expect(await click(NIGHT, night)).toContain('It is outside the calling hours.');
	expect(called()).toEqual([CUSTOMER, BUSY]);
	expect(bench.sandbox.huawei.agents().flatMap(({ signIns }) => signIns)).toHaveLength(2);
	await agentHasLeft();
});
