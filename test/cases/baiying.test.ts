import type { IDataObject, INode } from 'n8n-workflow';
import type { Api } from '../../nodes/Baiying/api/catalogue';
import { resources } from '../../nodes/Baiying/resources';
import { startBaiying, type BaiyingVendor } from '../../sandbox/baiying';
import { createWorld, type World } from '../../sandbox/world';
import { BAIYING_OPERATIONS } from '../../scripts/baiyingOperations';
import { runBaiying } from '../nodes/Baiying/support/node';
import { callRecord, customer, line, robot, smsTemplate } from './baiying/accountParts';
import { api } from './baiying/api';
import { blacklist } from './baiying/blacklist';
import type { Case } from './baiying/case';
import { company } from './baiying/company';
import { job } from './baiying/job';

// The pauses between tries are not waited for.
jest.mock('n8n-workflow', () => ({ ...jest.requireActual('n8n-workflow'), sleep: async () => {} }));

const CASES: Record<string, Case[]> = { api, blacklist, callRecord, company, customer, job, line, robot, smsTemplate };
const APIS: Api[] = ['openPlatform', 'hmac'];
const goOn: Partial<INode> = { onError: 'continueRegularOutput' };

let world: World;
let vendor: BaiyingVendor;

beforeAll(async () => {
	world = createWorld({ speed: 1000 });
	vendor = await startBaiying(world);
});
beforeEach(() => {
	vendor.reset();
	world.faults.clear();
});
afterAll(async () => await vendor.close());

function item(): IDataObject {
	return { phone: '13720000000', ...vendor.apis.seeds };
}

/** A job that a pause can act on must be running. */
function prepare({ operation }: Case): void {
	const waiting = vendor.apis.jobs.find(vendor.apis.seeds.waitingJobId);
	if (operation === 'pause' && waiting) waiting.status = 1;
}

/** The parameters with the IDs of the sandbox under their names. */
function named(params: Record<string, unknown>): Record<string, unknown> {
	const names = new Map(Object.entries(vendor.apis.seeds).map(([name, id]) => [id as string, name]));
	return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, names.get(String(value)) ?? value]));
}

const actions = resources.flatMap(({ value, actions: own }) => own.map((action) => ({ resource: value, action })));
const rows = actions.flatMap(({ resource, action }) =>
	(CASES[resource] ?? [])
		.filter(({ operation }) => operation === action.operation)
		.flatMap((row) => APIS.map((one) => ({ resource, action, row, name: `${action.action} (${one})`, by: one }))),
);

test('every action has a row', () => {
	const without = actions.filter(({ resource, action }) => !rows.some((row) => row.resource === resource && row.action === action));
	expect(without.map(({ resource, action }) => `${resource}.${action.operation}`)).toEqual([]);
});

describe.each(rows.filter(({ row, by }) => row.sends[by]))('$name', ({ resource, action, row, by }) => {
	const sender = row.sends[by]?.operation ?? '';
	const effect = row.effect ?? action.effect;
	const requests = () => vendor.admitted().filter(({ operation }) => operation === sender);
	const returns = typeof row.returns === 'function' ? row.returns(by) : row.returns;
	const run = async (items: IDataObject[], settings?: Partial<INode>) => {
		prepare(row);
		return await runBaiying(vendor, { api: by, resource, operation: row.operation, parameters: row.parameters, items, settings });
	};

	it('sends exactly what was entered, and returns what came', async () => {
		const { json, error } = await run([item()]);
		expect(error).toBeUndefined();
		expect(named(requests()[0]?.params ?? {})).toEqual(row.sends[by]?.params);
		expect(json).toHaveLength(row.count ?? 1);
		expect(json[0]).toMatchObject(returns);
	});

	it('pairs the output with the input', async () => {
		const { outputs } = await run([item(), item()], goOn);
		const count = row.isOnce ? 1 : (row.count ?? 1);
		const paired = (outputs[0] ?? []).map(({ pairedItem }) => pairedItem);
		const shared = [[{ item: 0 }, { item: 1 }]];
		const first = [{ item: 0 }];
		expect(paired).toEqual(row.isFirst ? first : row.isShared ? shared : [...Array(count).fill({ item: 0 }), ...Array(count).fill({ item: 1 })]);
		if (row.isBatch || row.isShared) expect(requests()).toHaveLength(1);
	});

	it('explains a refusal', async () => {
		world.faults.add({ vendor: 'baiying', kind: 'refuse', operation: sender });
		const { json } = await run([item()], goOn);
		expect(json[0]).toMatchObject({ error: expect.stringMatching(/\w+ \w+ \w+/), details: { code: expect.any(String), outcome: 'rejected' } });
	});

	it(effect === 'read' ? 'reads again when the answer was lost' : 'is not sent again when the answer was lost', async () => {
		world.faults.add({ vendor: 'baiying', kind: 'cutAfter', operation: sender, times: 1 });
		const { json } = await run([item()], goOn);
		if (effect === 'read' || row.isFound) expect(json[0]).toMatchObject(returns);
		else expect(json[0]).toMatchObject({ details: { outcome: 'unknown' } });
		if (effect !== 'read') expect(requests()).toHaveLength(1);
	});
});

describe.each(rows.filter(({ row, by }) => !row.sends[by]))('$name', ({ resource, action, row, by }) => {
	it('says which API can do it', async () => {
		const { json } = await runBaiying(vendor, { api: by, resource, operation: row.operation, parameters: row.parameters, items: [item()], settings: goOn });
		expect(json[0]).toMatchObject({ error: expect.stringContaining("set 'Authentication' to"), details: { outcome: 'rejected' } });
		expect(action.description).toMatch(by === 'hmac' ? /Only the open platform/ : /Only the older API/);
	});
});

test('the coverage table names what the rows send', () => {
	const sent = rows.flatMap(({ row, by, resource }) => {
		const name = resource === 'api' ? undefined : row.sends[by]?.operation;
		return name === undefined ? [] : [`${name}: ${resource} / ${row.operation}`];
	});
	const listed = Object.entries(BAIYING_OPERATIONS).flatMap(([name, operations]) => operations.map((operation) => `${name}: ${operation}`));
	expect(sent.filter((entry) => !listed.includes(entry))).toEqual([]);
});
