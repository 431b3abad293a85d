import type { IDataObject, INode, NodeParameterValueType } from 'n8n-workflow';
import { AlibabaCloudAccessKeyApi } from '../../credentials/AlibabaCloudAccessKeyApi.credentials';
import { AlibabaCloudCallCenter } from '../../nodes/AlibabaCloudCallCenter/AlibabaCloudCallCenter.node';
import { knownAction } from '../../nodes/AlibabaCloudCallCenter/api/catalogue';
import { resources } from '../../nodes/AlibabaCloudCallCenter/resources';
import { sentBy } from '../../nodes/AlibabaCloudCallCenter/resources/vendorAction';
import { startAlibaba, type AlibabaVendor } from '../../sandbox/alibaba';
import { createWorld, type World } from '../../sandbox/world';
import { Center } from '../sandbox/alibaba/center';
import { runNode, type NodeRun } from '../support/runNode';
import { agent } from './alibaba/agent';
import { api } from './alibaba/api';
import { blacklistedNumber } from './alibaba/blacklistedNumber';
import { call } from './alibaba/call';
import { callRecord } from './alibaba/callRecord';
import { campaign } from './alibaba/campaign';
import type { Case } from './alibaba/case';
import { contactFlow } from './alibaba/contactFlow';
import { doNotCallNumber } from './alibaba/doNotCallNumber';
import { accountOfCases, BRIEF, CUSTOMER, SALES, userAt } from './alibaba/given';
import { instance } from './alibaba/instance';
import { notification } from './alibaba/notification';
import { phoneNumber } from './alibaba/phoneNumber';
import { recording } from './alibaba/recording';
import { skillGroup } from './alibaba/skillGroup';
import { smsMetadata } from './alibaba/smsMetadata';
import { ticket } from './alibaba/ticket';
import { user } from './alibaba/user';

// Pauses are 50 times as short. The vendor gets its turn in each of them.
jest.mock('n8n-workflow', () => ({
	...jest.requireActual('n8n-workflow'),
	sleep: async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms / 50)),
}));

const CASES: Record<string, Case[]> = {
	agent,
	api,
	blacklistedNumber,
	call,
	callRecord,
	campaign,
	contactFlow,
	doNotCallNumber,
	instance,
	notification,
	phoneNumber,
	recording,
	skillGroup,
	smsMetadata,
	ticket,
	user,
};

const KEY = { accessKeyId: 'sandbox-key-id', accessKeySecret: 'sandbox-key-secret', securityToken: '', regionId: 'cn-shanghai' };
const PHONES = [SALES, CUSTOMER, '80320001', '80011475'];
const goOn: Partial<INode> = { onError: 'continueRegularOutput' };
const itemAt = (place: number) => ({ phone: CUSTOMER, userId: userAt(place) });

let world: World;
let vendor: AlibabaVendor;

beforeAll(async () => {
	world = createWorld({ speed: 10 });
	vendor = await startAlibaba(world, { quirks: 'clean', account: accountOfCases(), recordingLagMs: 0 });
});
beforeEach(() => {
	vendor.reset();
	world.faults.clear();
	world.phones.reset();
	// Answered long before any time-out, on a busy machine too.
	for (const phone of PHONES) world.phones.setBehaviour(phone, BRIEF);
});
afterAll(async () => await vendor.close());

/** The item that an action gets, after what has to happen before it. */
async function itemFor({ given }: Case, place = 0): Promise<IDataObject> {
	return { ...itemAt(place), ...(await given?.(new Center(vendor), world, place)) };
}

async function run(resource: string, { operation, parameters }: Case, items: IDataObject[] = [itemAt(0)], settings?: Partial<INode>): Promise<NodeRun> {
	const data = { ...KEY, endpoint: vendor.url };
	return await runNode({
		type: new AlibabaCloudCallCenter(),
		credentials: [{ type: new AlibabaCloudAccessKeyApi(), data }],
		parameters: { resource, operation, ...parameters } as Record<string, NodeParameterValueType>,
		items,
		settings,
	});
}

const actions = resources.flatMap(({ value, actions: own }) => own.map((action) => ({ resource: value, action })));
const rows = actions.flatMap(({ resource, action }) =>
	(CASES[resource] ?? []).filter(({ operation }) => operation === action.operation).map((row) => ({ resource, action, row, name: [action.action, row.sentAs].filter(Boolean).join(' ') })),
);

test('every action has a row', () => {
	const without = actions.filter(({ resource, action }) => !rows.some((row) => row.resource === resource && row.action === action));
	expect(without.map(({ resource, action }) => `${resource}.${action.operation}`)).toEqual([]);
});

describe.each(rows)('$name', ({ resource, action, row }) => {
	const sender = row.sentAs ?? sentBy(action);
	const effect = row.sentAs ? knownAction(row.sentAs).effect : action.effect;
	const requests = () => vendor.admitted().filter((request) => request.action === sender);

	it('sends exactly what was entered, and returns what came', async () => {
		const given = await itemFor(row);
		const before = requests().length;
		const { json, error } = await run(resource, row, [given]);
		expect(error).toBeUndefined();
		expect(requests()[before]?.params).toEqual(typeof row.sends === 'function' ? row.sends(given) : row.sends);
		expect(json).toHaveLength(row.count ?? 1);
		expect(json[0]).toMatchObject(row.returns);
	});

	it('pairs the output with the input', async () => {
		const { outputs } = await run(resource, row, [await itemFor(row), await itemFor(row, 1)]);
		const count = row.count ?? 1;
		const paired = (outputs[0] ?? []).map(({ pairedItem }) => pairedItem);
		expect(paired).toEqual([...Array(count).fill({ item: 0 }), ...Array(count).fill({ item: 1 })]);
	});

	it('explains a refusal', async () => {
		const given = await itemFor(row);
		world.faults.add({ vendor: 'alibaba', kind: 'refuse', operation: sender });
		const { json } = await run(resource, row, [given], goOn);
		expect(json[0]).toMatchObject({ error: expect.stringMatching(/\w+ \w+ \w+/), details: { code: expect.any(String), outcome: 'rejected' } });
	});

	it(effect === 'read' ? 'reads again when the answer was lost' : 'is not sent again when the answer was lost', async () => {
		const given = await itemFor(row);
		const before = requests().length;
		world.faults.add({ vendor: 'alibaba', kind: 'cutAfter', operation: sender, times: 1 });
		const { json } = await run(resource, row, [given], goOn);
		if (effect === 'read') {
			expect(json[0]).toMatchObject(row.returns);
		} else {
			expect(json[0]).toMatchObject({ details: { outcome: 'unknown' } });
			expect(requests()).toHaveLength(before + 1);
		}
	});
});
