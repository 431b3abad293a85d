import { DataDeduplicationService } from 'n8n-core';
import type { IDataObject } from 'n8n-workflow';
import { startISales, type ISalesVendor } from '../../../../sandbox/huawei/isales';
import { createWorld, type World } from '../../../../sandbox/world';
import { ProcessedDataTable } from '../../../support/processedData';
import { retried, type NodeRun } from '../../../support/runNode';
import { runISales, type ToRun } from '../support/isales';

let world: World;
let vendor: ISalesVendor;

// A vendor second lasts 20 ms; the node waits for a real one, unless sleeping is skipped.
jest.mock('n8n-workflow', () => ({ ...jest.requireActual('n8n-workflow'), sleep: async () => await new Promise((resolve) => setTimeout(resolve, 8)) }));

beforeAll(async () => {
	world = createWorld({ speed: 50 });
	vendor = await startISales(world);
});
beforeEach(() => {
	vendor.reset();
	world.faults.clear();
});
afterAll(async () => await vendor.close());

function customers(count: number, first = 0): IDataObject[] {
	return Array.from({ length: count }, (_, place) => ({ phone: String(13_720_000_100 + first + place) }));
}

async function add(items: IDataObject[], additionalFields: IDataObject = {}, rest: Partial<ToRun> = {}): Promise<NodeRun> {
	const campaignId = { __rl: true, mode: 'id', value: vendor.seeds.campaignId };
	const options = rest.parameters ?? {};
	return await runISales(vendor, { resource: 'campaignNumber', operation: 'add', items, ...rest, parameters: { campaignId, called: '={{ $json.phone }}', additionalFields, ...options } });
}

const requests = () => vendor.admitted().filter(({ operation }) => operation === 'addNumbers');
const sizes = () => requests().map(({ params }) => (params.callDataList as unknown[]).length);

function inCampaign(): string[] {
	const [campaign] = vendor.campaigns();
	return (campaign?.customers ?? []).slice(1).map(({ numbers }) => numbers[0]?.calledNo ?? '');
}

it('go out 20 at a time, a second apart, each once and with the ID of its own', async () => {
	const { json, error } = await add(customers(45));
	expect(error).toBeUndefined();
	expect(sizes()).toEqual([20, 20, 5]);
	expect(vendor.tooEarly()).toBe(0);
	expect(inCampaign()).toEqual(customers(45).map(({ phone }) => phone));
	const [campaign] = vendor.campaigns();
	const ids = new Map(campaign?.customers.map(({ numbers, dataId }) => [numbers[0]?.calledNo, dataId]));
	expect(json.map(({ called, dataId }) => ids.get(String(called)) === dataId)).toEqual(Array(45).fill(true));
	expect(new Set(json.map(({ sessionId }) => sessionId)).size).toBe(45);
});

it('that are on the block list are named, and the others are added', async () => {
	vendor.block('13720000103');
	const { json } = await add(customers(6));
	expect(json.filter(({ accepted }) => accepted === false)).toEqual([{ called: '13720000103', sessionId: expect.any(String), accepted: false, reason: expect.stringContaining('block list') }]);
	expect(inCampaign()).toEqual(customers(6).map(({ phone }) => phone).filter((phone) => phone !== '13720000103'));
	expect(sizes()).toEqual([6, 5]);
	expect(vendor.tooEarly()).toBe(0);
});

it('that are all on the block list need no second request', async () => {
	vendor.block('13720000100');
	const { json, error } = await add(customers(1));
	expect(error).toBeUndefined();
	expect(json).toMatchObject([{ accepted: false }]);
	expect(requests()).toHaveLength(1);
});

it.each([
	['V1: the same number', { apiVersion: 'v1' }, [{ phone: '13720000100' }, { phone: '13720000100' }]],
	['V2: the same session', { sessionId: 'mine' }, customers(2)],
])('that the vendor would refuse as repeated are left out and named (%s)', async (_, fields, items) => {
	const { json } = await add(items, fields);
	expect(json).toMatchObject([{ accepted: true }, { accepted: false, reason: expect.stringContaining('same number or session ID') }]);
	expect(sizes()).toEqual([1]);
});

it('fail with what the vendor says where no number is to blame', async () => {
	const { error } = await add(customers(2), { batchId: '999' });
	expect(error?.message).toContain('There is no such batch');
	expect(requests()).toHaveLength(1);
});

it('are never sent again after an unknown outcome; the rest is, with the same sessions', async () => {
	world.faults.add({ vendor: 'huawei', kind: 'cutAfter', operation: 'addNumbers' });
	world.faults.add({ vendor: 'huawei', kind: 'refuse', operation: 'addNumbers', times: 1 });
	const first = await add(customers(40), {}, { executionId: '7' });
	expect(first.error?.message).toMatch(/so the phones may have rung/);
	expect(inCampaign()).toHaveLength(20);
	const second = await add(customers(40), {}, { settings: { onError: 'continueRegularOutput' }, executionId: '7', resume: retried(first) });
	expect(second.json).toHaveLength(40);
	expect(second.json.slice(0, 20).every(({ details }) => (details as IDataObject | undefined)?.outcome === 'unknown')).toBe(true);
	expect(second.json.slice(20).every(({ accepted }) => accepted === true)).toBe(true);
	expect(inCampaign()).toEqual(customers(40).map(({ phone }) => phone));
	const sessions = requests().map(({ params }) => (params.callDataList as IDataObject[]).map(({ sessionId }) => sessionId).join());
	expect(sessions).toHaveLength(3);
	expect(sessions[2]).toBe(sessions[1]);
});

describe('with Only Once per Key', () => {
	const options = { options: { onceKey: '=november-{{ $json.phone }}' } };

	it('go out once across executions, and a number that was refused keeps its chance', async () => {
		await DataDeduplicationService.init(new ProcessedDataTable());
		vendor.block('13720000101');
		await add(customers(3), {}, { parameters: options });
		const { json } = await add(customers(4), {}, { parameters: options });
		expect(json.map(({ verdict, accepted }) => verdict ?? accepted)).toEqual(['keyUsed', false, 'keyUsed', true]);
		expect(inCampaign()).toEqual(['13720000100', '13720000102', '13720000103']);
	});
});

it.each([
	[{ apiVersion: 'v1', batchId: '17' }, "'Batch ID' exists only in the second edition"],
	[{ apiVersion: 'v1', delayTime: 5 }, "'Delay' exists only in the second edition"],
	[{ customField: 'a,b' }, "'Custom Field' is \"a,b\": remove the punctuation"],
	[{ sessionId: 'x'.repeat(33) }, 'shorten it to at most 32'],
])('says what is wrong with %j', async (fields, message) => {
	const { error } = await add(customers(1), fields);
	expect(error?.message).toContain(message);
	expect(requests()).toHaveLength(0);
});
