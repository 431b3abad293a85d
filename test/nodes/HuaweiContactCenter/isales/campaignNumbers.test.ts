import type { IDataObject } from 'n8n-workflow';
import { startISales, type ISalesVendor } from '../../../../sandbox/huawei/isales';
import { createWorld, type World } from '../../../../sandbox/world';
import { CurrentTable } from '../../../support/processedTable';
import { retried, type NodeRun } from '../../../support/runNode';
import { runISales, type ToRun } from '../support/isales';

const current = new CurrentTable();
let world: World;
let vendor: ISalesVendor;

// A vendor second lasts 20 ms; the node waits for a real one, unless sleeping is skipped.
jest.mock('n8n-workflow', () => ({ ...jest.requireActual('n8n-workflow'), sleep: async () => await new Promise((resolve) => setTimeout(resolve, 8)) }));

beforeAll(async () => {
	await current.install();
	world = createWorld({ speed: 50 });
	vendor = await startISales(world);
});
beforeEach(() => {
	vendor.reset();
	world.faults.clear();
	current.renew();
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
		vendor.block('13720000101');
		await add(customers(3), {}, { parameters: options });
		const { json } = await add(customers(4), {}, { parameters: options });
		expect(json.map(({ verdict, accepted }) => verdict ?? accepted)).toEqual(['keyUsed', false, 'keyUsed', true]);
		expect(inCampaign()).toEqual(['13720000100', '13720000102', '13720000103']);
	});
});

describe('with calling rules', () => {
	const rules = (more: IDataObject = {}) => ({ parameters: { callingRules: { limits: { limit: [{ calls: 1, per: 'day' }] }, ...more } } });
	const places = () => current.table.rows.size;

	it('go out without those who are denied, and give back the places of those who are not accepted', async () => {
		vendor.block('13720000102');
		const { json } = await add(customers(4), {}, rules({ doNotCall: ['+8613720000101'] }));
		expect(json.map(({ verdict, accepted }) => verdict ?? accepted)).toEqual([true, 'doNotCall', false, true]);
		expect(inCampaign()).toEqual(['13720000100', '13720000103']);
		expect(places()).toBe(2);
	});

	it('of one customer all count, and one that is forbidden keeps the customer from being called', async () => {
		await add([{ phone: '13720000100,13720000101' }], {}, rules());
		const items = [{ phone: '13720000101' }, { phone: '13720000104,13720000105' }, { phone: '13720000105,13720000104' }, { phone: '13720000102,13720000103' }];
		const { json } = await add(items, {}, rules({ doNotCall: ['13720000103'] }));
		expect(json.map(({ verdict, accepted }) => verdict ?? accepted).sort()).toEqual(['doNotCall', 'limitReached', 'limitReached', true]);
		expect(json[0]).toMatchObject({ verdict: 'limitReached' });
		expect(inCampaign()).toHaveLength(2);
		expect(places()).toBe(4);
	});

	it('keep their places after an unknown outcome, and lose them after a refusal', async () => {
		world.faults.add({ vendor: 'huawei', kind: 'cutAfter', operation: 'addNumbers', times: 1 });
		await add(customers(2), {}, { ...rules(), settings: { onError: 'continueRegularOutput' } });
		expect(places()).toBe(2);
		world.faults.add({ vendor: 'huawei', kind: 'refuse', operation: 'addNumbers', times: 1 });
		await add(customers(2, 2), {}, { ...rules(), settings: { onError: 'continueRegularOutput' } });
		expect(places()).toBe(2);
	});

	it('are only checked in a dry run', async () => {
		const { json } = await add(customers(2), {}, rules({ dryRun: true, doNotCall: ['13720000100'] }));
		expect(json).toMatchObject([{ skipped: true, dryRun: true }, { skipped: false, dryRun: true, reason: 'The customer would be handed over now' }]);
		expect([requests().length, places()]).toEqual([0, 0]);
	});
});

it('a reserved call counts for its number', async () => {
	await add(customers(1), {}, { parameters: { callingRules: { limits: { limit: [{ calls: 1, per: 'day' }] } } } });
	const callingRules = { limits: { limit: [{ calls: 1, per: 'day' }] } };
	const taskId = { __rl: true, mode: 'id', value: vendor.seeds.campaignId };
	const parameters = { taskId, callType: 'automatic', calledNo: '13720000100', appointTime: '2099-01-01T00:00:00', callingRules };
	const { json } = await runISales(vendor, { resource: 'reservedCall', operation: 'create', parameters });
	expect(json).toMatchObject([{ skipped: true, verdict: 'limitReached' }]);
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
