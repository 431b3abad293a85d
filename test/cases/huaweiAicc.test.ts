import type { IDataObject, INode } from 'n8n-workflow';
import { readAiccFacts } from '../../catalogue/aiccFacts';
import { OPERATIONS, type AiccOperation, type OperationName } from '../../nodes/HuaweiContactCenter/aicc/operations';
import { resources } from '../../nodes/HuaweiContactCenter/resources';
import { startAicc, type AiccVendor } from '../../sandbox/huawei/aicc';
import { createWorld, type World } from '../../sandbox/world';
import { runAicc } from '../nodes/HuaweiContactCenter/aicc/support';
import { api } from './huawei/api';
import type { Case } from './huawei/case';
import { configuration } from './huawei/configuration';
import { twoPartyCall } from './huawei/twoPartyCall';
import { voiceNotification } from './huawei/voiceNotification';

// The pauses between tries are not waited for.
jest.mock('n8n-workflow', () => ({ ...jest.requireActual('n8n-workflow'), sleep: async () => {} }));

const CASES: Record<string, Case[]> = { api, configuration, twoPartyCall, voiceNotification };
const DAY = 24 * 60 * 60 * 1000;
const goOn: Partial<INode> = { onError: 'continueRegularOutput' };

let world: World;
let vendor: AiccVendor;

beforeAll(async () => {
	world = createWorld({ speed: 1000 });
	vendor = await startAicc(world);
});
beforeEach(() => {
	vendor.reset();
	world.faults.clear();
	world.phones.reset();
});
afterAll(async () => await vendor.close());

async function itemFor({ given }: Case, place = 0): Promise<IDataObject> {
	const now = world.clock.now();
	return { phone: `1372000000${place}`, dayBefore: now - DAY, dayAfter: now + DAY, ...(await given?.(vendor)) };
}

const actions = resources.filter(({ value }) => value in CASES).flatMap(({ value, actions: own }) => own.map((action) => ({ resource: value, action })));
const rows = actions.flatMap(({ resource, action }) =>
	(CASES[resource] ?? []).filter(({ operation }) => operation === action.operation).map((row) => ({ resource, action, row, name: [action.action, row.name].filter(Boolean).join(' ') })),
);

test('every action has a row, and every interface is used', () => {
	const without = actions.filter(({ resource, action }) => !rows.some((row) => row.resource === resource && row.action === action));
	expect(without.map(({ resource, action }) => `${resource}.${action.operation}`)).toEqual([]);
	const used = rows.map(({ row }) => row.sends.operation as OperationName);
	expect(Object.keys(OPERATIONS).filter((name) => !used.includes(name as OperationName))).toEqual([]);
});

test('paths and wrappers are those of the catalogue', () => {
	const ours = Object.entries(OPERATIONS).map(([name, { path, wrapper }]: [string, AiccOperation]) => ({ name, path, wrapper }));
	expect(ours).toEqual(readAiccFacts().map(({ name, path, wrapper }) => ({ name, path, wrapper })));
});

describe.each(rows)('$name', ({ resource, action, row }) => {
	const { operation, parameters, sends, returns, count = 1 } = row;
	const isRead = action.effect === 'read';
	const requests = () => vendor.requests.filter((request) => request.operation === sends.operation);
	const run = async (items: IDataObject[], settings?: Partial<INode>) => await runAicc(vendor, { resource, operation, parameters, items, settings });

	it('sends exactly what was entered, and returns what came', async () => {
		const { json, error } = await run([await itemFor(row)]);
		expect(error).toBeUndefined();
		expect(requests()[0]?.fields).toEqual(sends.fields);
		expect(json).toHaveLength(count);
		expect(json[0]).toMatchObject(returns);
	});

	it('pairs the output with the input', async () => {
		const { outputs, error } = await run([await itemFor(row), await itemFor(row, 1)]);
		expect(error).toBeUndefined();
		const paired = (outputs[0] ?? []).map(({ pairedItem }) => (pairedItem as { item: number }).item);
		expect([...new Set(paired)]).toEqual([0, 1]);
	});

	it('explains a refusal', async () => {
		const given = await itemFor(row);
		world.faults.add({ vendor: 'huawei', kind: 'refuse', operation: sends.operation });
		const { json } = await run([given], goOn);
		expect(json[0]).toMatchObject({ error: expect.stringMatching(/HTTP status 403.*Check/), details: { code: 'HTTP 403', outcome: 'rejected' } });
	});

	it(isRead ? 'reads again when the answer was lost' : 'is not sent again when the answer was lost', async () => {
		const given = await itemFor(row);
		world.faults.add({ vendor: 'huawei', kind: 'cutAfter', operation: sends.operation });
		const { json } = await run([given], goOn);
		if (isRead) expect(json[0]).toMatchObject(returns);
		else expect(json[0]).toMatchObject({ details: { outcome: 'unknown' } });
		expect(requests()).toHaveLength(isRead ? 2 : 1);
	});
});
