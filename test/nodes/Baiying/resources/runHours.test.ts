import type { IDataObject } from 'n8n-workflow';
import { startBaiying, type BaiyingVendor } from '../../../../sandbox/baiying';
import { createWorld, type World } from '../../../../sandbox/world';
import { CurrentTable } from '../../../support/processedTable';
import { retried, runNode, type NodeRun, type NodeToRun } from '../../../support/runNode';
import { nodeToRun } from '../support/node';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual('n8n-workflow'), sleep: async () => {} }));

/** The node's clock, which its pauses move on. */
let mockNow = 0;
jest.mock('../../../../nodes/common/vendor/clock', () => ({
	wallClock: { now: () => mockNow, sleep: async (ms: number) => void (mockNow += ms) },
}));

const START = 'byai.openapi.calljob.execute';
const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const parameters: IDataObject = {
	jobName: 'Evening',
	robotDefId: byId('180'),
	userPhoneIds: ['7'],
	jobType: 'manual',
	phone: '={{ $json.phone }}',
	propertyMode: 'json',
	propertiesJson: '{ "订单号": "A" }',
	onPartialImport: 'stop',
};
const callingRules = { timeZone: 'Asia/Shanghai', hours: { window: [{ days: ['sat'], from: '09:00', to: '18:00' }] }, limits: { limit: [{ calls: 1, per: 'day' }] } };

const current = new CurrentTable();
let world: World;
let vendor: BaiyingVendor;

beforeAll(async () => {
	await current.install();
	world = createWorld();
	vendor = await startBaiying(world);
});
beforeEach(() => {
	vendor.reset();
	world.faults.clear();
	current.renew();
	// A Saturday, half a second before the end of the hours. A busy vendor makes the node wait until they are over.
	mockNow = Date.parse('2026-11-21T09:59:59.5Z');
	world.faults.add({ vendor: 'baiying', kind: 'throttle', operation: 'byai.openapi.calljob.customer.import', times: 2 });
});
afterAll(async () => await vendor.close());

const order = (rules: IDataObject): NodeToRun =>
	nodeToRun(vendor, { api: 'openPlatform', resource: 'job', operation: 'run', parameters: { ...parameters, callingRules: { ...callingRules, ...rules } }, items: [{ phone: '13900000000' }, { phone: '13900000001' }] });
const run = async (rules: IDataObject = {}): Promise<NodeRun> => await runNode(order(rules));
const job = () => vendor.jobs().find(({ jobName }) => jobName === 'Evening');
const starts = () => vendor.admitted().filter(({ operation }) => operation === START);

it('a job whose hours are over when it is set up is not started, and the output says how to', async () => {
	const { json, error } = await run();
	expect(error).toBeUndefined();
	expect(json).toEqual([
		{
			jobId: String(job()?.jobId),
			jobName: 'Evening',
			total: 2,
			imported: 2,
			repeated: 0,
			rejected: 0,
			started: false,
			skipped: true,
			verdict: 'outsideHours',
			nextAllowedAt: '2026-11-28T01:00:00.000Z',
			reason: 'It is outside the calling hours, so the job was set up but not started. Start it with the operation Start',
		},
	]);
	expect(job()).toMatchObject({ status: 0, customers: [expect.anything(), expect.anything()] });
	expect(starts()).toEqual([]);
	expect(current.table.rows.size).toBe(2);
});

it('fails there if the user wants that, and the retry within the hours only starts it', async () => {
	const first = await run({ outsideRules: 'error' });
	expect(first.error?.message).toBe(
		`It is outside the calling hours, so nobody was called. The next call is possible at 2026-11-28T01:00:00.000Z. Job ${job()?.jobId} exists, and 2 of 2 customers are known to be imported. It was not started, so it calls nobody`,
	);
	mockNow = Date.parse('2026-11-28T01:00:00Z');
	const imported = job()?.customers.length;
	const { json } = await runNode({ ...order({ outsideRules: 'error' }), resume: retried(first) });
	expect(json).toMatchObject([{ jobId: String(job()?.jobId), started: true }]);
	expect(job()?.customers).toHaveLength(imported ?? 0);
	expect(starts()).toHaveLength(1);
});
