import { startISales, VDN_ID, type ISalesVendor } from '../../../../sandbox/huawei/isales';
import { createWorld, type World } from '../../../../sandbox/world';
import { runISales } from '../support/isales';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual('n8n-workflow'), sleep: async () => {} }));

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

const CAMPAIGNS = `/rest/isales/v1/openapi/campaigns/${VDN_ID}`;
const goOn = { onError: 'continueRegularOutput' as const };

async function request(parameters: Record<string, unknown>) {
	const own = { authentication: 'requestSignature', httpMethod: 'GET', path: CAMPAIGNS, ...parameters };
	return await runISales(vendor, { resource: 'api', operation: 'request', parameters: own, items: [{}], settings: goOn });
}

it('signs a request of any interface, its query included', async () => {
	const { json, error } = await request({ query: '{ "name": "Renewals 续保", "curPage": 1 }' });
	expect(error).toBeUndefined();
	expect(json[0]).toMatchObject({ resultCode: '0200000' });
	expect(vendor.admitted()).toHaveLength(1);
});

it('sends a body as it is written', async () => {
	vendor.block('13720000000');
	const body = '{ "blocklistNo": "13720000000" }';
	const { json } = await request({ httpMethod: 'POST', path: `${CAMPAIGNS}/blocklist/delete`, body });
	expect(json[0]).toMatchObject({ resultCode: '0200000' });
	expect(vendor.admitted()).toMatchObject([{ params: { blocklistNo: '13720000000' } }]);
});

it('repeats a GET whose answer was lost, and nothing else', async () => {
	world.faults.add({ vendor: 'huawei', kind: 'cutAfter', times: 1 });
	expect((await request({})).json[0]).toMatchObject({ resultCode: '0200000' });
	world.faults.add({ vendor: 'huawei', kind: 'cutAfter', times: 1 });
	const pause = { httpMethod: 'PUT', path: `${CAMPAIGNS}/${vendor.seeds.campaignId}/pause` };
	expect((await request(pause)).json[0]).toMatchObject({ details: { outcome: 'unknown' } });
	expect(vendor.admitted().filter(({ operation }) => /pause/i.test(operation))).toHaveLength(1);
});
