import type { IDataObject, INode, NodeParameterValueType } from 'n8n-workflow';
import { AlibabaCloudAccessKeyApi } from '../../credentials/AlibabaCloudAccessKeyApi.credentials';
import { AlibabaCloudCallCenter } from '../../nodes/AlibabaCloudCallCenter/AlibabaCloudCallCenter.node';
import { knownAction } from '../../nodes/AlibabaCloudCallCenter/api/catalogue';
import { resources } from '../../nodes/AlibabaCloudCallCenter/resources';
import { sentBy } from '../../nodes/AlibabaCloudCallCenter/resources/vendorAction';
import { startAlibaba, type AlibabaVendor } from '../../sandbox/alibaba';
import { createWorld, type World } from '../../sandbox/world';
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
import { instance } from './alibaba/instance';
import { notification } from './alibaba/notification';
import { phoneNumber } from './alibaba/phoneNumber';
import { skillGroup } from './alibaba/skillGroup';
import { smsMetadata } from './alibaba/smsMetadata';
import { ticket } from './alibaba/ticket';
import { user } from './alibaba/user';

// The pauses between tries are not waited for.
jest.mock('n8n-workflow', () => ({ ...jest.requireActual('n8n-workflow'), sleep: async () => {} }));

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
	skillGroup,
	smsMetadata,
	ticket,
	user,
};

const KEY = { accessKeyId: 'sandbox-key-id', accessKeySecret: 'sandbox-key-secret', securityToken: '', regionId: 'cn-shanghai' };
const goOn: Partial<INode> = { onError: 'continueRegularOutput' };
const item = { phone: '13720000000' };

let world: World;
let vendor: AlibabaVendor;

beforeAll(async () => {
	world = createWorld({ speed: 100 });
	vendor = await startAlibaba(world, { quirks: 'clean' });
});
beforeEach(() => {
	vendor.reset();
	world.faults.clear();
});
afterAll(async () => await vendor.close());

/** The item that an action gets, after what has to happen before it. */
async function itemFor({ withCall, afterCall }: Case): Promise<IDataObject> {
	if (!withCall && !afterCall) return item;
	const [start] = call;
	if (!start) throw new Error('no row for the start of a call');
	const { json } = await run('call', start);
	const [placed] = json;
	while (afterCall && vendor.calls().some(({ endedAt }) => endedAt === undefined)) await new Promise((resolve) => setTimeout(resolve, 20));
	const channels = placed?.channels as IDataObject[];
	return { ...item, jobId: placed?.jobId, channelId: channels.at(-1)?.channelId };
}

async function run(resource: string, { operation, parameters }: Case, items: IDataObject[] = [item], settings?: Partial<INode>): Promise<NodeRun> {
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
		const { json, error } = await run(resource, row, [given]);
		expect(error).toBeUndefined();
		expect(requests()[0]?.params).toEqual(typeof row.sends === 'function' ? row.sends(given) : row.sends);
		expect(json).toHaveLength(row.count ?? 1);
		expect(json[0]).toMatchObject(row.returns);
	});

	it('pairs the output with the input', async () => {
		const { outputs } = await run(resource, row, [await itemFor(row), await itemFor(row)]);
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
		world.faults.add({ vendor: 'alibaba', kind: 'cutAfter', operation: sender, times: 1 });
		const { json } = await run(resource, row, [given], goOn);
		if (effect === 'read') {
			expect(json[0]).toMatchObject(row.returns);
		} else {
			expect(json[0]).toMatchObject({ details: { outcome: 'unknown' } });
			expect(requests()).toHaveLength(1);
		}
	});
});
