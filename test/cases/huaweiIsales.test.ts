import type { IDataObject, INode } from 'n8n-workflow';
import { readISalesFacts } from '../../catalogue/huaweiISalesFacts';
import { iSalesResources } from '../../nodes/HuaweiContactCenter/resources';
import { startISales, type ISalesVendor } from '../../sandbox/huawei/isales';
import { createWorld, type World } from '../../sandbox/world';
import { runISales } from '../nodes/HuaweiContactCenter/support/isales';
import { campaign } from './huawei/campaign';
import { blocklist, campaignBatch, campaignNumber, campaignResult, reservedCall } from './huawei/campaignParts';
import type { Case } from './huawei/campaignCase';

// The pauses between tries are not waited for.
jest.mock('n8n-workflow', () => ({ ...jest.requireActual('n8n-workflow'), sleep: async () => {} }));

const CASES: Record<string, Case[]> = { blocklist, campaign, campaignBatch, campaignNumber, campaignResult, reservedCall };
const goOn: Partial<INode> = { onError: 'continueRegularOutput' };

let world: World;
let vendor: ISalesVendor;

beforeAll(async () => {
	world = createWorld({ speed: 1000 });
	vendor = await startISales(world);
});
beforeEach(() => {
	vendor.reset();
	world.faults.clear();
});
afterAll(async () => await vendor.close());

function items(count: number): IDataObject[] {
	return Array.from({ length: count }, (_, place) => ({ ...vendor.seeds, phone: `1372000010${place}`, name: `Campaign ${place}` }));
}

/** The parameters with the IDs of the sandbox under their names. */
function named(params: Record<string, unknown>): Record<string, unknown> {
	const names = new Map(Object.entries(vendor.seeds).map(([name, id]) => [id as string, name]));
	return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, names.get(String(value)) ?? value]));
}

const actions = iSalesResources.flatMap(({ value, actions: own }) => own.map((action) => ({ resource: value, action })));
const rows = actions.flatMap(({ resource, action }) =>
	(CASES[resource] ?? [])
		.filter(({ operation }) => operation === action.operation)
		.map((row, index) => ({ resource, action, row, name: `${action.action} (${index + 1})` })),
);

test('every action has a row', () => {
	const without = actions.filter(({ action }) => !rows.some((row) => row.action === action));
	expect(without.map(({ resource, action }) => `${resource}.${action.operation}`)).toEqual([]);
});

test('every operation of the catalogue that the pack knows has a row', () => {
	const sent = new Set(rows.flatMap(({ row: { sends } }) => `${sends.operation} ${sends.version ?? 'v1'}`));
	const known = readISalesFacts().flatMap(({ name, versions }) => versions.map((version) => `${name} ${version}`));
	expect(known.filter((operation) => !sent.has(operation))).toEqual([]);
});

test.each(rows)('$name has the effect of what it sends', ({ action, row }) => {
	expect(action.effect).toBe(readISalesFacts().find(({ name }) => name === row.sends.operation)?.effect);
});

describe.each(rows)('$name', ({ resource, action, row }) => {
	const { operation: sender, version = 'v1', params } = row.sends;
	const requests = () => vendor.admitted().filter(({ operation }) => operation === sender);
	const run = async (count: number, settings?: Partial<INode>) => {
		row.prepare?.(vendor);
		return await runISales(vendor, { resource, operation: row.operation, parameters: row.parameters, items: items(count), settings });
	};

	it('sends exactly what was entered, and returns what came', async () => {
		const { json, error } = await run(1);
		expect(error).toBeUndefined();
		expect(requests()).toMatchObject([{ version }]);
		expect(named(requests()[0]?.params ?? {})).toEqual(params);
		expect(json).toHaveLength(1);
		expect(json[0]).toMatchObject(row.returns);
	});

	it('pairs the output with the input', async () => {
		const { outputs, json } = await run(2, goOn);
		expect((outputs[0] ?? []).map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect(requests()).toHaveLength(row.isBatch ? 1 : 2);
		if (!row.isOnce) expect(json.filter(({ error }) => error !== undefined)).toEqual([]);
	});

	it('explains a refusal', async () => {
		world.faults.add({ vendor: 'huawei', kind: 'refuse', operation: sender });
		const { json } = await run(1, goOn);
		expect(json[0]).toMatchObject({ error: expect.stringMatching(/\w+ \w+ \w+/), details: { code: '0200001', outcome: 'rejected' } });
	});

	it(action.effect === 'read' ? 'reads again when the answer was lost' : 'is not sent again when the answer was lost', async () => {
		world.faults.add({ vendor: 'huawei', kind: 'cutAfter', operation: sender, times: 1 });
		const { json } = await run(1, goOn);
		if (action.effect === 'read') return expect(json[0]).toMatchObject(row.returns);
		expect(json[0]).toMatchObject({ details: { outcome: 'unknown' } });
		expect(requests()).toHaveLength(1);
	});
});
