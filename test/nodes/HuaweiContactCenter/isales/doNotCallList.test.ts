import type { IDataObject, INode } from 'n8n-workflow';
import { startISales, type ISalesVendor } from '../../../../sandbox/huawei/isales';
import { createWorld, type World } from '../../../../sandbox/world';
import type { NodeRun } from '../../../support/runNode';
import { runISales } from '../support/isales';

// The pauses between tries are not waited for.
jest.mock('n8n-workflow', () => ({ ...jest.requireActual('n8n-workflow'), sleep: async () => {} }));

const goOn: Partial<INode> = { onError: 'continueRegularOutput' };
const LISTED = '13720000100';
const FREE = '13720000101';
const skipped = { skipped: true, verdict: 'doNotCall', nextAllowedAt: null, reason: 'The customer is on the do-not-call list' };

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

const itemsOf = (...phones: string[]) => phones.map((phone) => ({ phone }));
const requests = (name: string) => vendor.admitted().filter(({ operation }) => operation === name);
const reserved = () => requests('createReservedCall').map(({ params }) => params.calledNo);

async function reserve(items: IDataObject[], callingRules: IDataObject = { checkVendorList: true }): Promise<NodeRun> {
	const campaign = { __rl: true, mode: 'id', value: vendor.seeds.campaignId };
	const parameters = { taskId: campaign, callType: 'automatic', calledNo: '={{ $json.phone }}', appointTime: '2099-12-24T10:00:00Z', callingRules };
	return await runISales(vendor, { resource: 'reservedCall', operation: 'create', items, parameters, settings: goOn });
}

describe('Check Vendor List', () => {
	it('keeps a block-listed customer from being called, and reads the list once', async () => {
		vendor.block(LISTED);
		const { json } = await reserve(itemsOf(FREE, LISTED, '13720000102', '13720000103'));
		expect(json[1]).toEqual(skipped);
		expect(reserved().sort()).toEqual([FREE, '13720000102', '13720000103']);
		expect(requests('queryBlocklist')).toHaveLength(1);
	});

	it('knows the customer in another spelling', async () => {
		vendor.block('8613720000100');
		expect((await reserve(itemsOf(LISTED))).json).toEqual([skipped]);
		expect((await reserve(itemsOf(FREE), { checkVendorList: true, customer: '+86 137-2000-0100' })).json).toEqual([skipped]);
	});

	it('reads all pages, each again if no answer came', async () => {
		for (let place = 0; place < 250; place++) vendor.block(String(13_720_000_100 + place));
		world.faults.add({ vendor: 'huawei', kind: 'cutAfter', operation: 'queryBlocklist', times: 1 });
		const { json } = await reserve(itemsOf('13720000349', '13720000350'));
		expect(json).toEqual([skipped, { id: expect.any(String) }]);
		expect(requests('queryBlocklist').map(({ params }) => params.offset)).toEqual([0, 0, 100, 200]);
	});

	it('lets a customer be called whose calls the list only limits', async () => {
		await runISales(vendor, { resource: 'blocklist', operation: 'add', items: itemsOf(LISTED), parameters: { blocklistNo: '={{ $json.phone }}', additionalFields: { restrictTimes: 2 } } });
		expect((await reserve(itemsOf(LISTED))).json).toEqual([{ id: expect.any(String) }]);
	});

	it('lets nobody be called if the list cannot be read', async () => {
		world.faults.add({ vendor: 'huawei', kind: 'refuse', operation: 'queryBlocklist' });
		const { json } = await reserve(itemsOf(FREE, LISTED));
		expect(json.map(({ error }) => error)).toEqual(Array(2).fill(expect.stringMatching(/do-not-call list could not be read, so nobody was called/)));
		expect(reserved()).toEqual([]);
	});

	it('keeps block-listed customers out of the request of a campaign', async () => {
		vendor.block(LISTED);
		const parameters = { campaignId: { __rl: true, mode: 'id', value: vendor.seeds.campaignId }, called: '={{ $json.phone }}', callingRules: { checkVendorList: true } };
		const { json } = await runISales(vendor, { resource: 'campaignNumber', operation: 'add', items: itemsOf(LISTED, FREE), parameters });
		expect(json).toMatchObject([skipped, { called: FREE, accepted: true }]);
		expect(requests('addNumbers').map(({ params }) => (params.callDataList as unknown[]).length)).toEqual([1]);
	});

	it('asks for no list if it is turned off', async () => {
		vendor.block(LISTED);
		await reserve(itemsOf(LISTED), { checkVendorList: false });
		expect(reserved()).toEqual([LISTED]);
		expect(requests('queryBlocklist')).toEqual([]);
	});
});

describe('Add to Do-Not-Call List', () => {
	const add = async (...phones: string[]) => await runISales(vendor, { resource: 'blocklist', operation: 'addToDoNotCallList', items: itemsOf(...phones), parameters: { phone: '={{ $json.phone }}' }, settings: goOn });

	it('sends many numbers in one request, each once', async () => {
		const { json } = await add(LISTED, '+86 137 2000 0101', '137-2000-0100');
		expect(json.map(({ phone, added }) => [phone, added])).toEqual([[LISTED, true], [FREE, true], [LISTED, true]]);
		expect(requests('addToBlocklist').map(({ params }) => params)).toEqual([{ blocklist: [LISTED, FREE] }]);
	});

	it('takes a number that is listed already for no failure', async () => {
		await add(LISTED);
		const { json } = await add(LISTED, FREE);
		expect(json).toEqual([
			{ phone: LISTED, added: false, alreadyListed: true, reason: 'The number is on the block list already' },
			{ phone: FREE, added: true, alreadyListed: false },
		]);
	});

	it.each([
		[{ restrictTimes: 2 }, false, /only limits how often .* Remove the number, then add it again/],
		[{ validityTime: 24 }, true, /only until \d{4}-.* Remove the number, then add it again/],
	])('says so if the entry does not keep the number from being called for good: %j', async (additionalFields, alreadyListed, reason) => {
		await runISales(vendor, { resource: 'blocklist', operation: 'add', items: itemsOf(LISTED), parameters: { blocklistNo: '={{ $json.phone }}', additionalFields } });
		expect((await add(LISTED)).json).toEqual([{ phone: LISTED, added: false, alreadyListed, reason: expect.stringMatching(reason) }]);
	});

	it('explains what is no number, without holding up the others', async () => {
		const { json } = await add('Li Na', FREE);
		expect(json[0]).toMatchObject({ error: `'Phone' is "Li Na": enter a phone number such as 13720000000`, details: { outcome: 'rejected' } });
		expect(json[1]).toMatchObject({ added: true });
	});

	it('says after an unknown outcome that it can be repeated, and a repetition does no harm', async () => {
		world.faults.add({ vendor: 'huawei', kind: 'cutAfter', operation: 'addToBlocklist', times: 1 });
		const { json } = await add(LISTED);
		expect(json[0]).toMatchObject({ error: expect.stringMatching(/not known whether the numbers are listed now\. Run the workflow with them again/), details: { outcome: 'unknown' } });
		expect((await add(LISTED)).json[0]).toMatchObject({ added: false, alreadyListed: true });
	});
});
