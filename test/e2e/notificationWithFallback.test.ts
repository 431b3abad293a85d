import type { IDataObject } from 'n8n-workflow';
import { example } from '../../sandbox/n8n/examples';
import { itemsOf, type Execution, type SavedWorkflow } from '../../sandbox/n8n/rest';
import { openBench, type Bench } from './bench';
import { submitForm } from './form';

const TOKEN = 'sandbox-callback-token';
const [REACHED, LATER, BUSY, NEVER, FORBIDDEN] = ['13720000041', '13720000042', '13720000043', '13720000044', '13700000000'] as const;
const CUSTOMERS = [REACHED, LATER, BUSY, NEVER, FORBIDDEN];
const SPREADSHEET = `phone,name,time\n${CUSTOMERS.map((phone) => `${phone},Customer ${phone.slice(-1)},10:30`).join('\n')}\n`;
const ALWAYS = { window: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '00:00', to: '24:00' }] };

let bench: Bench;
let workflow: SavedWorkflow;

beforeAll(async () => {
	bench = await openBench({ speed: 5 });
	const { n8n, sandbox } = bench;
	const credentials = [await bench.credential('huaweiAiccApi', { callbackToken: TOKEN }), await bench.credential('huaweiCcGatewayApi')];
	const file = example('notification-with-fallback.json', credentials);
	for (const { name, parameters } of file.nodes) {
		// At any time of day, and after seconds in the place of minutes.
		if (parameters.callingRules) (parameters.callingRules as IDataObject).hours = ALWAYS;
		if (name === 'Huawei Reports the Results') Object.assign(parameters, { amount: 6, unit: 'seconds' });
	}
	workflow = await n8n.createWorkflow(file);
	await n8n.run(workflow, 'Set Up by Hand');
	await n8n.publish(workflow);
	sandbox.aicc.callbacks.console.notificationEnded = `${n8n.webhookUrl(workflow)}?${TOKEN}`;
});
afterAll(async () => {
	await bench.n8n.unpublish(workflow);
	await bench.close();
});

const upload = async () => await submitForm(bench.n8n, workflow, ['Appointments 24 November', new File([SPREADSHEET], 'customers.csv', { type: 'text/csv' })]);
const reportOf = (run: Execution) => Object.fromEntries(itemsOf(run, 'Report').map(({ json }) => [json.result, json.count_phone])) as IDataObject;
const rung = () => CUSTOMERS.map((phone) => bench.sandbox.world.phones.timesRung(phone));

/** The runs that a form started, once so many have ended. */
async function uploads(count: number): Promise<Execution[]> {
	for (;;) {
		const ended = await bench.n8n.waitForExecutions(workflow.id, 1);
		const started = ended.filter(({ data }) => data.resultData.runData['Upload the Spreadsheet']);
		if (started.length >= count) return started;
		await new Promise((resolve) => setTimeout(resolve, 500));
	}
}

it('reminds everybody once, and lets an agent call those who were not reached', async () => {
	const { sandbox } = bench;
	const { phones } = sandbox.world;
	for (const phone of CUSTOMERS) phones.setBehaviour(phone, { ringMs: 1000, talkMs: 5000 });
	for (const phone of [LATER, NEVER]) phones.setBehaviour(phone, { answer: 'noAnswer' });
	phones.setBehaviour(BUSY, { answer: 'busy' });
	await upload();
	while (sandbox.aicc.callbacks.sent.length < 4) await new Promise((resolve) => setTimeout(resolve, 50));
	expect(rung()).toEqual([1, 1, 1, 1, 0]);
	for (const phone of [LATER, BUSY]) phones.setBehaviour(phone, { answer: 'answers' });
	const [run] = await uploads(1);

	expect(run?.data.resultData.error).toBeUndefined();
	expect(rung()).toEqual([1, 2, 2, 2, 0]);
	expect(sandbox.aicc.calls().map(({ called }) => called).sort()).toEqual([REACHED, LATER, BUSY, NEVER]);
	expect(sandbox.huawei.calls().map(({ called }) => called)).toEqual([LATER, BUSY, NEVER]);
	expect(run && reportOf(run)).toEqual({ reached: 1, 'agent: answered': 2, 'agent: unknown': 1, doNotCall: 1 });
}, 180_000);

it('rings nobody again when the spreadsheet is uploaded again', async () => {
	await upload();
	const runs = await uploads(2);

	expect(itemsOf(runs[1]!, 'Remind by Voice').map(({ json }) => json.verdict)).toEqual(['keyUsed', 'keyUsed', 'keyUsed', 'keyUsed', 'doNotCall']);
	expect(itemsOf(runs[1]!, 'Customers Not Reached')).toEqual([]);
	expect(rung()).toEqual([1, 2, 2, 2, 0]);
}, 120_000);
