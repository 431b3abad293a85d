import { example } from '../../sandbox/n8n/examples';
import type { Execution, SavedWorkflow } from '../../sandbox/n8n/rest';
import { Center } from '../sandbox/alibaba/center';
import { openBench, type Bench } from './bench';
import { Mailbox } from './mailbox';

const CREDENTIALS = ['alibabaCloudAccessKeyApi', 'baiyingOpenPlatformApi', 'huaweiAiccApi'];
const SALES = '13918140000';
const [ANSWERS, ANSWERS_TOO, BUSY, SILENT, GONE] = ['13720000001', '13720000002', '13720000003', '13720000004', '13720000005'] as const;
const EVERYBODY = [ANSWERS, ANSWERS_TOO, BUSY, SILENT, GONE];

const DAY_MS = 24 * 60 * 60 * 1000;

const mailbox = new Mailbox();
let bench: Bench;
let workflow: SavedWorkflow;

beforeAll(async () => {
	[bench] = await Promise.all([openBench(), mailbox.open()]);
	const { n8n } = bench;
	const vendors = await Promise.all(CREDENTIALS.map(async (type) => await bench.credential(type)));
	const mail = await n8n.createCredential('Mail server', 'smtp', mailbox.credential);
	workflow = await n8n.createWorkflow(example('campaign-report.json', [...vendors, mail]));
});
afterAll(async () => await Promise.all([bench.close(), mailbox.close()]));
beforeEach(() => {
	const { alibaba, aicc, world } = bench.sandbox;
	alibaba.reset();
	aicc.reset();
	world.phones.reset();
	for (const phone of [SALES, ...EVERYBODY]) world.phones.setBehaviour(phone, { ringMs: 10, talkMs: 1200 });
	world.phones.setBehaviour(BUSY, { answer: 'busy' });
	world.phones.setBehaviour(SILENT, { answer: 'noAnswer' });
	world.phones.setBehaviour(GONE, { answer: 'emptyNumber' });
	mailbox.mails.length = 0;
});

async function until(isSo: () => boolean): Promise<void> {
	while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 50));
}

async function callAtAlibaba(numbers: string[]): Promise<void> {
	const center = new Center(bench.sandbox.alibaba);
	for (const Callee of numbers) {
		await center.ask('StartBack2BackCall', { Caller: SALES, Callee, Broker: '01021570000', TimeoutSeconds: '1' });
		await until(() => center.isQuiet());
	}
}

async function callAtBaiying(numbers: string[]): Promise<void> {
	const { jobs } = bench.sandbox.baiying.apis;
	const job = jobs.create({ platform: 'open', companyId: 1, jobName: 'Renewals', jobType: 2, robotDefId: 180, userPhoneIds: [7], seats: 5, remark: '' });
	job.waiting.push(...numbers.map((phone) => ({ phone })));
	jobs.start(job);
	await until(() => job.status === 2);
}

async function callAtHuawei(numbers: string[]): Promise<void> {
	for (const called of numbers) await bench.sandbox.aicc.place({ kind: 'twoParty', caller: SALES, called });
}

async function reported(): Promise<Execution> {
	return await bench.n8n.run(workflow, 'Every Evening');
}

/** The cells of the table in the only mail. */
function table(): string[][] {
	const [mail, ...others] = mailbox.mails;
	expect(others).toEqual([]);
	const rows = (mail?.html ?? '').split('</tr>').slice(0, -1);
	return rows.map((row) => [...row.matchAll(/<t[hd][^>]*>([^<]*)<\/t[hd]>/g)].map(([, cell = '']) => cell));
}

test("the calls of three vendors are counted by the same words, without yesterday's and those that are still going on", async () => {
	const { aicc, baiying, world } = bench.sandbox;
	await Promise.all([callAtAlibaba([ANSWERS, ANSWERS_TOO, BUSY, GONE]), callAtBaiying(EVERYBODY), callAtHuawei([ANSWERS, SILENT, SILENT])]);
	const { jobs, seeds } = baiying.apis;
	Object.assign(jobs.call(seeds.callId) ?? {}, { startedAt: Date.now() - DAY_MS, endedAt: Date.now() - DAY_MS });
	world.phones.setBehaviour(ANSWERS, { talkMs: 600_000 });
	const goingOn = callAtHuawei([ANSWERS]).catch(() => 'ended with the sandbox');
	await until(() => aicc.calls().at(-1)?.state === 2);
	const { status } = await reported();
	aicc.reset();
	await goingOn;

	expect(status).toBe('success');
	expect(table()).toEqual([
		['Vendor', 'Result', 'Try again', 'Calls'],
		['Alibaba Cloud', 'answered', 'never', '2'],
		['Alibaba Cloud', 'busy', 'soon', '1'],
		['Alibaba Cloud', 'invalidNumber', 'never', '1'],
		['Baiying', 'answered', 'never', '2'],
		['Baiying', 'busy', 'soon', '1'],
		['Baiying', 'invalidNumber', 'never', '1'],
		['Baiying', 'noAnswer', 'later', '1'],
		['Huawei', 'noAnswer', 'later', '2'],
		['Huawei', 'answered', 'never', '1'],
	]);
	expect(mailbox.mails[0]?.subject).toBe(`Calls of ${new Date().toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' })}`);
});

test('a vendor without calls is left out of the table', async () => {
	await callAtAlibaba([BUSY]);
	const { status } = await reported();

	expect(status).toBe('success');
	expect(table().slice(1)).toContainEqual(['Alibaba Cloud', 'busy', 'soon', '1']);
	expect(table().map(([vendor]) => vendor)).not.toContain('Huawei');
});

test('a vendor that cannot be asked fails the run, and no report is sent', async () => {
	await callAtAlibaba([BUSY]);
	bench.sandbox.world.faults.add({ vendor: 'huawei', kind: 'refuse', every: 1 });
	const { status } = await reported();
	bench.sandbox.world.faults.clear();

	expect(status).toBe('error');
	expect(mailbox.mails).toEqual([]);
});
