import type { IDataObject, INode } from 'n8n-workflow';
import type { Api } from '../../../../nodes/Baiying/api/catalogue';
import { startBaiying, type BaiyingVendor } from '../../../../sandbox/baiying';
import { createWorld, type World } from '../../../../sandbox/world';
import type { NodeRun } from '../../../support/runNode';
import { runBaiying } from '../support/node';

// The pauses between tries are not waited for.
jest.mock('n8n-workflow', () => ({ ...jest.requireActual('n8n-workflow'), sleep: async () => {} }));

const goOn: Partial<INode> = { onError: 'continueRegularOutput' };
const LISTED = '13720000001';
const FREE = '13720000002';
const skipped = { skipped: true, verdict: 'doNotCall', nextAllowedAt: null, reason: 'The customer is on the do-not-call list' };
const PAGE = '/company/blacklist/info/page';

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

const itemsOf = (...phones: string[]) => phones.map((phone) => ({ phone }));
const pages = () => vendor.admitted().filter(({ operation }) => operation === PAGE);

const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const customers = { phone: '={{ $json.phone }}', propertyMode: 'json', propertiesJson: '{ "订单号": "A-1" }' };
const IMPORTS: Record<Api, string> = { openPlatform: 'byai.openapi.calljob.customer.import', hmac: '/openapi/v2/task/importTaskCustomer' };

/** The operations that hand over customers. */
const OPERATIONS: Record<string, () => { resource: string; operation: string; parameters: IDataObject }> = {
	import: () => ({ resource: 'customer', operation: 'import', parameters: { ...customers, callJobId: byId(vendor.apis.seeds.waitingJobId) } }),
	run: () => ({ resource: 'job', operation: 'run', parameters: { ...customers, jobName: 'Autumn', robotDefId: byId('180'), userPhoneIds: ['7'], jobType: 'manual', onPartialImport: 'stop' } }),
};

async function handOver(phones: string[], { api = 'hmac' as Api, by = 'import' } = {}): Promise<NodeRun> {
	const order = OPERATIONS[by]?.() ?? { resource: '', operation: '', parameters: {} };
	return await runBaiying(vendor, { ...order, api, parameters: { ...order.parameters, callingRules: { checkVendorList: true } }, items: itemsOf(...phones), settings: goOn });
}

function handedOver(): unknown[] {
	const requests = vendor.admitted().filter(({ api, operation }) => operation === IMPORTS[api]);
	return requests.flatMap(({ params }) => (params.customerInfoList ?? params.customerInfoVOList) as IDataObject[]).map(({ phone }) => phone);
}

describe('Check Vendor List', () => {
	it.each(Object.keys(OPERATIONS))('keeps blacklisted customers out of a job, and reads all groups once (%s)', async (by) => {
		vendor.apis.blacklist.add({ mobile: '+86 137-2000-0003' });
		const { json } = await handOver([FREE, LISTED, '13720000003', '13720000004'], { by });
		expect(json).toMatchObject([{ total: 2, imported: 2 }, skipped, skipped]);
		expect(handedOver()).toEqual([FREE, '13720000004']);
		expect(pages().map(({ params }) => params.blacklistInfoGroupId)).toEqual([-1, 12]);
	});

	it('reads all pages, each again if no answer came', async () => {
		for (let place = 0; place < 45; place++) vendor.apis.blacklist.add({ mobile: String(13_720_000_100 + place) });
		world.faults.add({ vendor: 'baiying', kind: 'cutAfter', operation: PAGE, times: 1 });
		await handOver(['13720000144', '13720000145']);
		expect(handedOver()).toEqual(['13720000145']);
		expect(pages().map(({ params }) => params.pageNum)).toEqual([1, 1, 2, 3, 1]);
	});

	it.each([
		[PAGE, 'import'],
		['/company/blacklist/group/list', 'run'],
	])('lets nobody be called if %s is refused (%s)', async (operation, by) => {
		world.faults.add({ vendor: 'baiying', kind: 'refuse', operation });
		const { json } = await handOver([FREE, LISTED], { by });
		expect(json.length).toBeGreaterThan(0);
		for (const { error } of json) expect(error).toMatch(/do-not-call list could not be read, so nobody was called/);
		expect(handedOver()).toEqual([]);
	});

	it.each(Object.keys(OPERATIONS))('lets nobody be called on the open platform, which cannot read the blacklist (%s)', async (by) => {
		const { json } = await handOver([FREE], { api: 'openPlatform', by });
		expect(json[0]).toMatchObject({ error: expect.stringMatching(/^'Check Vendor List' works only with the older API, so nobody was called/), details: { outcome: 'rejected' } });
		expect(handedOver()).toEqual([]);
	});
});

describe('Add to Do-Not-Call List', () => {
	const BATCH = '/company/addBlackList/batch';
	const add = async (...phones: string[]) =>
		await runBaiying(vendor, { api: 'hmac', resource: 'blacklist', operation: 'addToDoNotCallList', items: itemsOf(...phones), parameters: { companyId: byId('1'), phone: '={{ $json.phone }}' }, settings: goOn });
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
