import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { HuaweiCcGatewayApi } from '../../credentials/HuaweiCcGatewayApi.credentials';
import { HuaweiContactCenter } from '../../nodes/HuaweiContactCenter/HuaweiContactCenter.node';
import { resources } from '../../nodes/HuaweiContactCenter/resources';
import { sessions } from '../../nodes/HuaweiContactCenter/session/registry';
import { startHuawei, type HuaweiVendor } from '../../sandbox/huawei';
import { createWorld, type World } from '../../sandbox/world';
import { eventually, PASSWORD } from '../nodes/HuaweiContactCenter/agents';
import { SPEED, type FAST } from '../nodes/HuaweiContactCenter/timing';
import { runNode, type NodeRun } from '../support/runNode';
import { agent } from './huawei/agent';
import { call } from './huawei/call';
import type { Case, Step } from './huawei/agentCase';

jest.mock('../../nodes/HuaweiContactCenter/session/timing', () => ({
	TIMING: jest.requireActual<{ FAST: typeof FAST }>('../nodes/HuaweiContactCenter/timing').FAST,
}));

const CASES: Record<string, Case[]> = { agent, call };

const EXECUTION = 'execution-of-cases';
const goOn: Partial<INode> = { onError: 'continueRegularOutput' };

let world: World;
let vendor: HuaweiVendor;

beforeAll(async () => {
	world = createWorld({ speed: SPEED });
	vendor = await startHuawei(world);
});
beforeEach(() => {
	vendor.reset();
	world.faults.clear();
	world.phones.reset();
});
afterEach(async () => {
	world.faults.clear();
	await run('agent', { operation: 'forceSignOut' });
	await eventually(() => sessions.size === 0);
	expect(vendor.agents().filter(({ pollsInFlight }) => pollsInFlight > 0)).toEqual([]);
});
afterAll(async () => await vendor.close());

interface Run {
	operation: string;
	parameters?: INodeParameters;
}

async function run(resource: string, { operation, parameters }: Run, items: IDataObject[] = [{}], settings?: Partial<INode>): Promise<NodeRun> {
	const data = { baseUrl: vendor.url, agentId: '291', password: PASSWORD, phoneNumber: '40038', takeOverSession: true };
	return await runNode({
		type: new HuaweiContactCenter(),
		credentials: [{ type: new HuaweiCcGatewayApi(), data }],
		parameters: { resource, operation, ...parameters },
		items,
		settings,
		executionId: EXECUTION,
	});
}

async function take(step: Step): Promise<void> {
	if (typeof step === 'function') return step(vendor, world);
	const { error } = await run(step.resource, step);
	if (error) throw error;
}

/** The item that an operation gets, after what has to happen before it. */
async function itemAfter({ before = [] }: Case): Promise<IDataObject> {
	for (const step of before) await take(step);
	return { callId: vendor.calls()[0]?.callId };
}

/** The row with the ID of the first call in the place of `{callId}`. */
function filled<T>(value: T, callId: unknown): T {
	if (typeof value === 'string') return value.replace('{callId}', String(callId)) as T;
	if (typeof value !== 'object' || value === null || 'asymmetricMatch' in value) return value;
	if (Array.isArray(value)) return value.map((entry: unknown) => filled(entry, callId)) as T;
	return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, filled(entry as unknown, callId)])) as T;
}

const actions = resources.filter(({ value }) => CASES[value]).flatMap(({ value, actions: own }) => own.map((action) => ({ resource: value, action })));
const rows = actions.flatMap(({ resource, action }) =>
	(CASES[resource] ?? []).filter(({ operation }) => operation === action.operation).map((row) => ({ resource, action, row, name: action.action })),
);

test('every action of an agent has a row', () => {
	const without = actions.filter(({ action }) => !rows.some((row) => row.action === action));
	expect(without.map(({ resource, action }) => `${resource}.${action.operation}`)).toEqual([]);
});

describe.each(rows)('$name', ({ resource, action, row }) => {
	const requests = () => vendor.requests.filter(({ operation }) => operation === row.sentAs);

	it('sends exactly what was entered, and returns what came', async () => {
		const item = await itemAfter(row);
		const before = requests().length;
		const { json, error } = await run(resource, row, [item]);
		expect(error).toBeUndefined();
		const [sent, ...more] = requests().slice(before);
		const callId = item.callId ?? vendor.calls()[0]?.callId;
		expect({ method: sent?.method, path: sent?.path, body: sent?.body }).toEqual({ body: {}, ...filled(row.sends, callId) });
		expect(more).toEqual([]);
		expect(json).toHaveLength(1);
		expect(json[0]).toMatchObject(filled(row.returns, callId));
	});

	it('pairs the output with the input', async () => {
		const item = await itemAfter(row);
		const { outputs } = await run(resource, row, [item, item], goOn);
		expect((outputs[0] ?? []).map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	});

	it('explains a refusal', async () => {
		const item = await itemAfter(row);
		world.faults.add({ vendor: 'huawei', kind: 'refuse', operation: row.sentAs, match: { retcode: '000-002' } });
		const { json } = await run(resource, row, [item], goOn);
		expect(json[0]).toMatchObject({ error: expect.stringMatching(/Check the fields of the node/), details: { code: '000-002', outcome: 'rejected' } });
	});

	it(action.effect === 'read' || row.isHarmless ? 'is sent again when the answer was lost' : 'is not sent again when the answer was lost', async () => {
		const item = await itemAfter(row);
		const before = requests().length;
		world.faults.add({ vendor: 'huawei', kind: 'cutAfter', operation: row.sentAs, times: 1 });
		const { json } = await run(resource, row, [item], goOn);
		if (action.effect === 'read' || row.isHarmless) {
			expect(json[0]).toMatchObject(filled(row.returns, item.callId));
		} else {
			expect(json[0]).toMatchObject({ details: { outcome: 'unknown' } });
			expect(requests()).toHaveLength(before + 1);
		}
	});
});
