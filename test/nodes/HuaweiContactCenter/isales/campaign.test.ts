import type { IDataObject } from 'n8n-workflow';
import { campaignResult, RESULTS } from '../../../../nodes/HuaweiContactCenter/isales/results';
import { HuaweiContactCenter } from '../../../../nodes/HuaweiContactCenter/HuaweiContactCenter.node';
import { startISales, type ISalesVendor } from '../../../../sandbox/huawei/isales';
import { createWorld, type World } from '../../../../sandbox/world';
import { searchList } from '../../../support/searchList';
import { credentialFor, runISales } from '../support/isales';

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

const CREATE = {
	name: 'Renewals',
	deviceType: 'intelligentIvr',
	strBeginTime: '2099-12-01T09:00:00',
	strEndTime: '2099-12-31T09:00:00',
	callerNo: '02160000000',
	workdayTimes: '09:00-18:00',
	deviceSign: '1',
};

async function errorOf(resource: string, operation: string, parameters: Record<string, unknown>): Promise<string> {
	const { error } = await runISales(vendor, { resource, operation, parameters, items: [{}] });
	return error?.message ?? '';
}

const campaignId = () => ({ __rl: true, mode: 'id', value: vendor.seeds.campaignId });

it.each<[Record<string, unknown>, string]>([
	[{ strEndTime: '2099-11-01T09:00:00' }, "'End Time' is not after 'Begin Time'"],
	[{ callerNo: '+8621' }, "'Caller Numbers' holds \"+8621\""],
	[{ workdayTimes: '9-18' }, "'Workday Times' holds \"9-18\""],
	[{ workdayTimes: '01:00-02:00,03:00-04:00,05:00-06:00,07:00-08:00' }, 'use at most 3'],
	[{ name: 'x'.repeat(101) }, 'shorten it to at most 100'],
	[{ additionalFields: { description: 'a;b' } }, 'remove the characters'],
	[{ additionalFields: { apiVersion: 'v1', priority: 1 } }, "'Priority' exists only in the second edition"],
	[{ callerNo: '021, 022', additionalFields: { apiVersion: 'v1' } }, 'takes only one'],
	[{ additionalFields: { callBackUrl: 'n8n.example.com' } }, "'Callback URL'"],
])('says what is wrong with a campaign that has %j, and sends nothing', async (change, message) => {
	expect(await errorOf('campaign', 'create', { ...CREATE, ...change })).toContain(message);
	expect(vendor.admitted()).toEqual([]);
});

it.each<[string, string, Record<string, unknown>, string]>([
	['campaignResult', 'getMany', { filters: {} }, "Add 'Session ID' or 'Custom Field'"],
	['campaignResult', 'getMany', { filters: { sessionId: '1', beginTime: '2026-01-01T00:00:00', endTime: '2026-03-01T00:00:00' } }, 'more than 30 days'],
	['reservedCall', 'create', { callType: 'manual', calledNo: '13720000000', appointTime: '2099-01-01T00:00:00' }, 'A manual call needs an agent'],
	['blocklist', 'add', { blocklistNo: '13720000000', additionalFields: { restrictPeriod: 'hour' } }, "'Limit Per' needs 'Limit'"],
	['campaign', 'setRetryPolicy', { policyType: 'byNumberType', policyJson: '[]', additionalFields: { noRetryPolicy: '00538' } }, 'only for the global policy'],
])('says what is missing (%s, %s)', async (resource, operation, parameters, message) => {
	expect(await errorOf(resource, operation, { campaignId: campaignId(), taskId: campaignId(), ...parameters })).toContain(message);
	expect(vendor.admitted()).toEqual([]);
});

it.each([
	['campaign', 'get', { campaignId: { __rl: true, mode: 'id', value: '9' } }, 'The campaign does not exist'],
	['campaign', 'resume', {}, 'Only a running campaign can be paused, and only a paused one resumed'],
	['campaignResult', 'writeBack', { dataId: '1', busiResult: 'done' }, 'There is no such call in the campaign'],
])('explains what the vendor refuses (%s, %s)', async (resource, operation, parameters, message) => {
	expect(await errorOf(resource, operation, { campaignId: campaignId(), ...parameters })).toContain(message);
});

it('does not let an ID lead to another address', async () => {
	expect(await errorOf('campaign', 'get', { campaignId: { __rl: true, mode: 'id', value: '../x' } })).toContain('enter the ID alone');
	expect(await errorOf('campaignResult', 'writeBack', { dataId: '1/2', busiResult: 'done' })).toContain('enter the ID alone');
});

it('shows no key when the vendor refuses the signature', async () => {
	const credential = credentialFor(vendor, { secretKey: 'another-secret-key' });
	const { error } = await runISales(vendor, { resource: 'campaign', operation: 'get', parameters: { campaignId: campaignId() }, items: [{}], credential });
	expect(error?.message).toContain('did not accept the signature');
	expect(JSON.stringify(error)).not.toMatch(/another-secret-key|auth-v2/);
});

it('calls an answer that is not the vendor\'s unknown, and does not resume again', async () => {
	for (const campaign of vendor.campaigns()) campaign.paused = true;
	world.faults.add({ vendor: 'huawei', kind: 'garbage', operation: 'resumeCampaign' });
	const { json } = await runISales(vendor, { resource: 'campaign', operation: 'resume', parameters: { campaignId: campaignId() }, items: [{}], settings: { onError: 'continueRegularOutput' } });
	expect(json[0]).toMatchObject({ details: { outcome: 'unknown' } });
	expect(vendor.admitted()).toHaveLength(1);
});

it('lists the campaigns by name', async () => {
	const list = async (filter?: string) => await searchList(new HuaweiContactCenter(), 'searchCampaigns', credentialFor(vendor), { resource: 'campaign', operation: 'get' }, filter);
	expect(await list()).toEqual({ results: [{ name: `十二月续保 (${vendor.seeds.campaignId})`, value: vendor.seeds.campaignId }] });
	expect(await list('nothing')).toEqual({ results: [] });
	world.faults.add({ vendor: 'huawei', kind: 'refuse', operation: 'listCampaigns' });
	await expect(list()).rejects.toThrow('did not accept the value of a field');
});

it('reads all pages of a list', async () => {
	for (let count = 0; count < 120; count++) vendor.block(String(13_720_000_000 + count));
	const { json } = await runISales(vendor, { resource: 'blocklist', operation: 'getMany', parameters: { returnAll: true, filters: {} }, items: [{}] });
	expect(new Set(json.map(({ blocklistNo }) => blocklistNo)).size).toBe(120);
	expect(vendor.admitted().map(({ params }) => params)).toEqual([{ offset: 0, limit: 100 }, { offset: 100, limit: 100 }]);
});

it('asks for the results of one campaign a second apart', async () => {
	const parameters = { campaignId: campaignId(), returnAll: true, filters: { sessionId: 'customer-42' } };
	const { json } = await runISales(vendor, { resource: 'campaignResult', operation: 'getMany', parameters, items: [{}, {}, {}] });
	expect(json).toHaveLength(3);
	expect(vendor.tooEarly()).toBe(0);
});

it('names the number that is on the block list already', async () => {
	vendor.block('13720000001');
	const items: IDataObject[] = ['13720000000', '13720000001', '13720000002'].map((phone) => ({ phone }));
	const { json } = await runISales(vendor, { resource: 'blocklist', operation: 'add', parameters: { blocklistNo: '={{ $json.phone }}' }, items });
	expect(json.map(({ accepted }) => accepted)).toEqual([true, false, true]);
});

describe('the result of a call', () => {
	it.each([
		[{ callStatus: 6, failCode: '00000' }, 'answered', 'never'],
		[{ callStatus: 5, failCode: '00603' }, 'noAnswer', 'later'],
		[{ callStatus: 5, failCode: '00537' }, 'busy', 'soon'],
		[{ callStatus: 5, failCode: '00538' }, 'invalidNumber', 'never'],
		[{ callStatus: 5, failCode: '00531' }, 'unknown', 'never'],
		[{ callStatus: 5, failCode: '01043' }, 'unknown', 'never'],
	])('%j is %s', (row, callResultName, tryAgain) => {
		expect(campaignResult(row)).toMatchObject({ callResult: callResultName, tryAgain });
	});

	it('has one line for each code', () => {
		const codes = RESULTS.map(({ says }) => JSON.stringify(says));
		expect(new Set(codes).size).toBe(codes.length);
	});
});
