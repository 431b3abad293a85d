import { NodeConnectionTypes, type IDataObject, type INode, type INodeType } from 'n8n-workflow';
import { defineAction } from '../../../../nodes/common/action/action';
import { text } from '../../../../nodes/common/action/fields';
import { runActions } from '../../../../nodes/common/run/runner';
import type { Api } from '../../../../nodes/Baiying/api/catalogue';
import type { BaiyingClient } from '../../../../nodes/Baiying/api/client';
import { companyId } from '../../../../nodes/Baiying/fields';
import { customer } from '../../../../nodes/Baiying/resources/customer';
import { job } from '../../../../nodes/Baiying/resources/job';
import { startBaiying, type BaiyingVendor } from '../../../../sandbox/baiying';
import { createWorld, type World } from '../../../../sandbox/world';
import { runNode, type NodeRun } from '../../../support/runNode';
import { credentialFor, nodeToRun, runBaiying } from '../support/node';

// The pauses between tries are not waited for.
jest.mock('n8n-workflow', () => ({ ...jest.requireActual('n8n-workflow'), sleep: async () => {} }));

const goOn: Partial<INode> = { onError: 'continueRegularOutput' };
const COMPANY = { __rl: true, mode: 'id', value: '1' };
const LISTED = '13720000001';
const FREE = '13720000002';
const skipped = { skipped: true, verdict: 'doNotCall', nextAllowedAt: null, reason: 'The customer is on the do-not-call list' };
const PAGE = '/company/blacklist/info/page';

let world: World;
let vendor: BaiyingVendor;
let called: unknown[];

beforeAll(async () => {
	world = createWorld({ speed: 1000 });
	vendor = await startBaiying(world);
});
beforeEach(() => {
	vendor.reset();
	world.faults.clear();
	called = [];
});
afterAll(async () => await vendor.close());

const itemsOf = (...phones: string[]) => phones.map((phone) => ({ phone }));
const pages = () => vendor.admitted().filter(({ operation }) => operation === PAGE);

/** A node that calls one customer per item, with the connection of a resource. */
function dialing({ name, value, connect }: typeof customer): INodeType {
	const dial = defineAction<BaiyingClient>()({
		operation: 'dial',
		name: 'Dial',
		action: 'Dial',
		description: 'Dials',
		effect: 'dial',
		simplify: false,
		fields: { companyId, phone: text({ displayName: 'Phone', description: 'Who is called' }) },
		async perform(_client, { phone }) {
			called.push(phone);
			return await Promise.resolve([{ called: phone }]);
		},
	});
	const property = { displayName: 'Any', type: 'json' as const, default: '' };
	return {
		description: {
			displayName: 'Dialing',
			name: 'tested',
			group: ['output'],
			version: 1,
			description: 'Dials',
			defaults: { name: 'Dialing' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials: [{ name: 'baiyingHmacApi' }, { name: 'baiyingOpenPlatformApi' }],
			properties: ['authentication', 'resource', 'operation', 'companyId', 'phone', 'callingRules'].map((field) => ({ ...property, name: field })),
		},
		async execute() {
			return await runActions(this, [{ name, value, defaultOperation: 'dial', connect, actions: [dial] }] as never);
		},
	};
}

async function dialAll(phones: string[], { api = 'hmac' as Api, resource = customer } = {}): Promise<NodeRun> {
	const order = { api, resource: resource.value, operation: 'dial', items: itemsOf(...phones), settings: goOn, parameters: { companyId: '1', phone: '={{ $json.phone }}', callingRules: { checkVendorList: true } } };
	return await runNode({ ...nodeToRun(vendor, order), type: dialing(resource), credentials: [credentialFor(api, vendor)] });
}

describe('Check Vendor List', () => {
	it.each([customer, job])('keeps a blacklisted customer from being called, and reads all groups once ($value)', async (resource) => {
		vendor.apis.blacklist.add({ mobile: '+86 137-2000-0003' });
		const { json } = await dialAll([FREE, LISTED, '13720000003', '13720000004'], { resource });
		expect([json[1], json[2]]).toEqual([skipped, skipped]);
		expect(called.sort()).toEqual([FREE, '13720000004']);
		expect(pages().map(({ params }) => params.blacklistInfoGroupId)).toEqual([-1, 12]);
	});

	it('reads all pages, each again if no answer came', async () => {
		for (let place = 0; place < 45; place++) vendor.apis.blacklist.add({ mobile: String(13_720_000_100 + place) });
		world.faults.add({ vendor: 'baiying', kind: 'cutAfter', operation: PAGE, times: 1 });
		const { json } = await dialAll(['13720000144', '13720000145']);
		expect(json).toEqual([skipped, { called: '13720000145' }]);
		expect(pages().map(({ params }) => params.pageNum)).toEqual([1, 1, 2, 3, 1]);
	});

	it.each([PAGE, '/company/blacklist/group/list'])('lets nobody be called if %s is refused', async (operation) => {
		world.faults.add({ vendor: 'baiying', kind: 'refuse', operation });
		const { json } = await dialAll([FREE, LISTED]);
		expect(json.map(({ error }) => error)).toEqual(Array(2).fill(expect.stringMatching(/do-not-call list could not be read, so nobody was called/)));
		expect(called).toEqual([]);
	});

	it('lets nobody be called on the open platform, which cannot read the blacklist', async () => {
		const { json } = await dialAll([FREE], { api: 'openPlatform' });
		expect(json[0]).toMatchObject({ error: expect.stringMatching(/^'Check Vendor List' works only with the older API, so nobody was called/), details: { outcome: 'rejected' } });
		expect(called).toEqual([]);
	});
});

describe('Add to Do-Not-Call List', () => {
	const BATCH = '/company/addBlackList/batch';
	const add = async (...phones: string[]) =>
		await runBaiying(vendor, { api: 'hmac', resource: 'blacklist', operation: 'addToDoNotCallList', items: itemsOf(...phones), parameters: { companyId: COMPANY, phone: '={{ $json.phone }}' }, settings: goOn });
	const results = (json: IDataObject[]) => json.map(({ phone, added, alreadyListed }) => [phone, added, alreadyListed]);

	it('sends many numbers in one request, each once, to the default group', async () => {
		const { json } = await add(FREE, '+86 137 2000 0003', FREE);
		expect(results(json)).toEqual([[FREE, true, false], ['13720000003', true, false], [FREE, true, false]]);
		const requests = vendor.admitted().filter(({ operation }) => operation === BATCH);
		expect(requests).toMatchObject([{ params: { blacklistInfoGroupId: -1, blacklist: [{ mobile: FREE }, { mobile: '13720000003' }] } }]);
		expect(pages()).toEqual([]);
	});

	it('takes a number that is listed already for no failure', async () => {
		await add(FREE);
		const { json } = await add(FREE);
		expect(json).toEqual([{ phone: FREE, added: false, alreadyListed: true, reason: 'The number is on the blacklist already' }]);
	});

	it('says of each number whether it is listed if Baiying did not add all of them', async () => {
		await add(FREE);
		const { json } = await add(FREE, '13720000003');
		expect(json).toEqual([FREE, '13720000003'].map((phone) => ({ phone, added: null, reason: 'The number is on the blacklist, perhaps from before' })));
	});

	it('says that it does not know if the blacklist cannot be read', async () => {
		await add(FREE);
		world.faults.add({ vendor: 'baiying', kind: 'refuse', operation: PAGE });
		expect((await add(FREE)).json).toEqual([{ phone: FREE, added: null, reason: expect.stringMatching(/could not be read/) }]);
	});

	it('names the numbers that Baiying did not take', async () => {
		jest.spyOn(vendor.apis.blacklist, 'add').mockReturnValueOnce({ id: 0, isNew: false });
		expect((await add(FREE)).json).toEqual([{ phone: FREE, added: false, alreadyListed: false, reason: expect.stringMatching(/did not add the number/) }]);
	});
});
