import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox, type Sandbox } from '../../sandbox';
import { example, sandboxCredentials, saveCredentials } from '../../sandbox/n8n/examples';
import { ensureN8n } from '../../sandbox/n8n/install';
import { installPack } from '../../sandbox/n8n/pack';
import { itemsOf, type Execution, type SavedWorkflow } from '../../sandbox/n8n/rest';
import { startN8n, type N8nServer } from '../../sandbox/n8n/server';
import { sharedClock } from '../../sandbox/n8n/sharedClock';
import { call } from '../sandbox/alibaba/request';
import { submitForm } from './form';

const [AT_ONCE, BUSY_ONCE, AT_LAST, NEVER, FORBIDDEN, GONE] = ['13720000001', '13720000002', '13720000003', '13720000004', '13720000005', '13720000006'] as const;
const CUSTOMERS = [AT_ONCE, BUSY_ONCE, AT_LAST, NEVER, FORBIDDEN, GONE];
const SPREADSHEET = `phone,name\n${CUSTOMERS.map((phone) => `${phone},Customer ${phone.slice(-1)}`).join('\n')}\n`;
const MINUTE_MS = 60_000;
/** A Monday, half an hour before the calling hours. */
const STARTS_AT = Date.parse('2026-11-23T08:30:00+08:00');
/** Half an hour passes in a second. */
const { clock, settings, begin } = sharedClock({ speed: 1800, startsAt: STARTS_AT });

let userFolder: string;
let sandbox: Sandbox;
let server: N8nServer;
let workflow: SavedWorkflow;

beforeAll(async () => {
	const log = (line: string) => process.stderr.write(`${line}\n`);
	const installation = await ensureN8n(log);
	userFolder = await mkdtemp(join(tmpdir(), 'call-center-e2e-'));
	await installPack(userFolder, log);
	sandbox = await startSandbox({ clock });
	server = await startN8n({ installation, userFolder, settings });
	const credentials = await saveCredentials(server.rest, sandboxCredentials(sandbox));
	workflow = await server.rest.createWorkflow(example('campaign-with-retries.json', credentials));
	await server.rest.publish(workflow);
});

afterAll(async () => {
	await server?.stop();
	await sandbox?.close();
	await rm(userFolder, { recursive: true, force: true });
});

async function upload(): Promise<void> {
	await submitForm(server.rest, workflow, ['Renewals November', new File([SPREADSHEET], 'customers.csv', { type: 'text/csv' })]);
}

/** How many customers the report counts for each result. */
function reportOf(run: Execution | undefined): Record<string, unknown> {
	const rows = run ? itemsOf(run, 'Report').map(({ json }) => [json.result, json.count_phone] as const) : [];
	return Object.fromEntries(rows) as Record<string, unknown>;
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
	while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 50));
}

async function forbid(phone: string): Promise<void> {
	const date = new Date(clock.now()).toISOString().replace(/\.\d+/, '');
	const { data } = await call(sandbox.alibaba.url, 'ImportDoNotCallNumbers', { InstanceId: 'ccc-test', NumberList: JSON.stringify([phone]) }, { date });
	expect(data.Code).toBe('OK');
}

const ringsOf = (phone: string) => sandbox.world.phones.rings().filter((ring) => ring.phone === phone).map(({ at }) => at);

/** Half an hour after a phone has rung that often, its owner is there. */
async function answersAfter(phone: string, times: number): Promise<void> {
	await until(() => clock.now() > (ringsOf(phone)[times - 1] ?? Infinity) + 30 * MINUTE_MS);
	sandbox.world.phones.setBehaviour(phone, { answer: 'answers' });
}

/** The day of the month and the time in Shanghai. */
function inShanghai(at: number): { day: number; time: string } {
	const local = new Date(at + 8 * 60 * MINUTE_MS).toISOString();
	return { day: Number(local.slice(8, 10)), time: local.slice(11, 16) };
}

function isInHours(at: number): boolean {
	const { time } = inShanghai(at);
	return (time >= '09:00' && time < '12:00') || (time >= '14:00' && time < '18:00');
}

it('calls each customer up to three times, at the right times, until they answer', async () => {
	const { phones } = sandbox.world;
	for (const phone of CUSTOMERS) phones.setBehaviour(phone, { talkMs: 60_000 });
	phones.setBehaviour(BUSY_ONCE, { answer: 'busy' });
	phones.setBehaviour(AT_LAST, { answer: 'noAnswer' });
	phones.setBehaviour(NEVER, { answer: 'noAnswer' });
	phones.setBehaviour(GONE, { answer: 'emptyNumber' });
	await forbid(FORBIDDEN);
	await upload();
	await until(async () => (await server.rest.executions(workflow.id))[0]?.status === 'waiting');
	expect(phones.rings()).toEqual([]);

	begin();
	await Promise.all([answersAfter(BUSY_ONCE, 1), answersAfter(AT_LAST, 2)]);
	const [run] = await server.rest.waitForExecutions(workflow.id, 1, 200_000);

	expect(run?.data.resultData.error).toBeUndefined();
	expect(run?.status).toBe('success');
	expect(CUSTOMERS.map((phone) => [phone, ringsOf(phone).length])).toEqual([
		[AT_ONCE, 1],
		[BUSY_ONCE, 2],
		[AT_LAST, 3],
		[NEVER, 3],
		[FORBIDDEN, 0],
		[GONE, 0],
	]);
	const rings = phones.rings().map(({ at }) => at);
	expect(rings.filter((at) => !isInHours(at)).map(inShanghai)).toEqual([]);
	expect([...new Set(rings.map((at) => inShanghai(at).day))]).toEqual([23, 24]);
	for (const phone of [BUSY_ONCE, AT_LAST, NEVER]) {
		const [first = 0, second = 0, third = Infinity] = ringsOf(phone);
		expect(second - first).toBeGreaterThanOrEqual(240 * MINUTE_MS);
		expect(third - second).toBeGreaterThanOrEqual(1440 * MINUTE_MS);
	}
	expect(reportOf(run)).toEqual({ answered: 3, doNotCall: 1, invalidNumber: 1, noAnswer: 1 });
	expect(sandbox.alibaba.refused()).toEqual([]);
});

it('calls nobody again when the spreadsheet is uploaded again', async () => {
	const rings = sandbox.world.phones.rings().length;
	await upload();
	const [, run] = await server.rest.waitForExecutions(workflow.id, 2, 200_000);

	expect(reportOf(run)).toEqual({ doNotCall: 1, keyUsed: 5 });
	expect(sandbox.world.phones.rings()).toHaveLength(rings);
});
