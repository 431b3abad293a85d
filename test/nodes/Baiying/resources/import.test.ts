import type { IDataObject, INode } from 'n8n-workflow';
import { Baiying } from '../../../../nodes/Baiying/Baiying.node';
import { startBaiying, type BaiyingVendor } from '../../../../sandbox/baiying';
import { createWorld, type World } from '../../../../sandbox/world';
import type { NodeRun } from '../../../support/runNode';
import { CurrentTable } from '../../../support/processedTable';
import { mappedFields } from '../../../support/searchList';
import { credentialFor, runBaiying } from '../support/node';

// The pauses between tries are not waited for.
jest.mock('n8n-workflow', () => ({ ...jest.requireActual('n8n-workflow'), sleep: async () => {} }));

const IMPORT = 'byai.openapi.calljob.customer.import';
const goOn: Partial<INode> = { onError: 'continueRegularOutput' };

let world: World;
let vendor: BaiyingVendor;

beforeAll(async () => {
	world = createWorld();
	vendor = await startBaiying(world);
});
beforeEach(() => {
	vendor.reset();
	world.faults.clear();
});
afterAll(async () => await vendor.close());

const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const customers = (count: number) => Array.from({ length: count }, (_, index): IDataObject => ({ phone: String(13_900_000_000 + index), order: `A-${index}` }));

async function run(items: IDataObject[], settings: Partial<INode> = {}, changes: IDataObject = {}): Promise<NodeRun> {
	const parameters = { callJobId: byId(vendor.apis.seeds.waitingJobId), phone: '={{ $json.phone }}', propertyMode: 'json', propertiesJson: '={{ { "订单号": $json.order } }}', ...changes };
	return await runBaiying(vendor, { api: 'openPlatform', resource: 'customer', operation: 'import', parameters, items, settings });
}

const imports = () => vendor.admitted().filter(({ operation }) => operation === IMPORT).map(({ params }) => (params.customerInfoVOList as unknown[]).length);

test('10,500 customers go out in two requests, each with one item paired with all of its customers', async () => {
	const { outputs, error } = await run(customers(10_500));
	expect(error).toBeUndefined();
	expect(imports()).toEqual([10_000, 500]);
	expect(outputs[0]?.map(({ json }) => json)).toMatchObject([{ total: 10_000, imported: 10_000 }, { total: 500, imported: 500 }]);
	expect(outputs[0]?.map(({ pairedItem }) => [pairedItem].flat().length)).toEqual([10_000, 500]);
	expect(outputs[0]?.[1]?.pairedItem).toContainEqual({ item: 10_499 });
}, 60_000);

test('counts repeated and rejected customers', async () => {
	const { json } = await run([{ phone: '13720000000', order: 'A' }, { phone: '13900000001', order: 'B' }, { phone: '123456', order: 'C' }]);
	expect(json).toEqual([{ jobId: vendor.apis.seeds.waitingJobId, total: 3, imported: 1, repeated: 1, rejected: 1 }]);
});

test.each<[string, IDataObject, RegExp]>([
	['a number that is none', { phone: 'unknown' }, /'Phone' is "unknown".*13720000000/],
	['a variable without a value', { order: ' ' }, /'Properties \(JSON\)' has no value for '订单号'/],
	['a list for a variable', { order: [1] }, /holds a list or an object as '订单号'/],
])('%s is found before anything is sent', async (_, fault, message) => {
	const { error } = await run([...customers(2), { phone: '13900000009', order: 'A', ...fault }]);
	expect(error?.message).toMatch(message);
	expect(vendor.admitted()).toEqual([]);
});

test('a column of the mapper without a value is found as well', async () => {
	const { error } = await run(customers(1), {}, { propertyMode: 'fields', properties: { mappingMode: 'defineBelow', value: { 订单号: '' } } });
	expect(error?.message).toMatch(/'Properties' has no value for '订单号'/);
});

test('an unknown job is refused before anybody is imported', async () => {
	const { error } = await run(customers(1), {}, { callJobId: byId('1') });
	expect(error?.message).toMatch(/does not know the job 1/);
	expect(imports()).toEqual([]);
});

test.each([
	['cutAfter', /has 3 customers now, 2 more than before the request; the request had 2\. The customers were not sent again/],
	['cutBefore', /has 1 customers now, 0 more than before the request; the request had 2\. The customers were not sent again/],
] as const)('an import that was %s is never repeated, and the message says what was found', async (kind, message) => {
	world.faults.add({ vendor: 'baiying', kind, operation: IMPORT, times: 1 });
	const { json } = await run(customers(2), { ...goOn, retryOnFail: true, maxTries: 3, waitBetweenTries: 1 });
	expect(imports()).toEqual([2]);
	expect(json).toEqual([{ error: expect.stringMatching(message), details: expect.objectContaining({ outcome: 'unknown', jobId: vendor.apis.seeds.waitingJobId }) }]);
});

describe('with calling rules', () => {
	const current = new CurrentTable();
	const callingRules = { doNotCall: ['+86-139-0000-0001'], limits: { limit: [{ calls: 1, per: 'day' }] } };

	beforeAll(async () => await current.install());
	beforeEach(() => current.renew());

	test('whom they deny is left out of the request and of its item', async () => {
		const { outputs } = await run(customers(3), {}, { callingRules });
		expect(imports()).toEqual([2]);
		expect(outputs[0]).toEqual([
			{ json: { jobId: vendor.apis.seeds.waitingJobId, total: 2, imported: 2, repeated: 0, rejected: 0 }, pairedItem: [{ item: 0 }, { item: 2 }] },
			{ json: expect.objectContaining({ skipped: true, verdict: 'doNotCall' }), pairedItem: { item: 1 } },
		]);
	});

	test.each([
		['refuse', 0, 3],
		['cutAfter', 2, 1],
	] as const)('an import that meets %s keeps %s places, so that the next one has %s customers', async (kind, places, next) => {
		world.faults.add({ vendor: 'baiying', kind, operation: IMPORT, times: 1 });
		await run(customers(3), goOn, { callingRules });
		expect(current.table.rows.size).toBe(places);
		vendor.reset();
		const { json } = await run(customers(4), {}, { callingRules });
		expect(json).toContainEqual(expect.objectContaining({ total: next }));
	});

	test('a dry run sends nothing', async () => {
		const { json } = await run(customers(2), {}, { callingRules: { ...callingRules, dryRun: true } });
		expect(json).toMatchObject([{ skipped: false, dryRun: true, reason: 'The customer would be handed over now' }, { skipped: true, dryRun: true }]);
		expect(imports()).toEqual([]);
	});
});

test("the editor offers the variables of the robot's script as columns", async () => {
	const parameters = { authentication: 'openPlatform', resource: 'customer', operation: 'import', robotDefId: byId('180') };
	const { fields } = await mappedFields(new Baiying(), 'mapVariables', credentialFor('openPlatform', vendor), parameters);
	expect(fields).toEqual([expect.objectContaining({ id: '订单号', required: true, type: 'string' })]);
	const none = await mappedFields(new Baiying(), 'mapVariables', credentialFor('openPlatform', vendor), { ...parameters, robotDefId: byId('') });
	expect(none).toEqual({ fields: [], emptyFieldsNotice: 'Choose a robot first.' });
});
