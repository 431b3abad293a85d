import type { IDataObject, INode } from 'n8n-workflow';
import { AlibabaCloudAccessKeyApi } from '../../../credentials/AlibabaCloudAccessKeyApi.credentials';
import { AlibabaCloudCallCenter } from '../../../nodes/AlibabaCloudCallCenter/AlibabaCloudCallCenter.node';
import { Center } from '../../sandbox/alibaba/center';
import { toolOf } from '../../support/toolCall';
import { call, KEY, locator, phones, start, vendor, world } from './support';

const goOn: Partial<INode> = { onError: 'continueRegularOutput' };
const parameters = {
	resource: 'campaign',
	operation: 'appendCases',
	instanceId: locator('ccc-test'),
	campaignId: locator(''),
	phoneNumber: '={{ $json.phone }}',
};

beforeEach(async () => {
	await start({ quirks: 'clean' });
	const { Data } = await new Center(vendor).ask('CreateCampaign', {
		Name: 'Renewals',
		QueueId: 'sales@ccc-test',
		ContactFlowId: 'main-flow-1',
		StartTime: '1795395600000',
		EndTime: '1795773600000',
		CallableTime: '[]',
		StrategyType: 'PACING',
		StrategyParameters: '{"ratio":1}',
		MaxAttemptCount: '1',
		MinAttemptInterval: '60',
	});
	parameters.campaignId = locator(Data as string);
});
afterAll(async () => await vendor.close());

const sizes = () => vendor.admitted().filter(({ action }) => action === 'AppendCases').map(({ params }) => (JSON.parse(params.body ?? '[]') as unknown[]).length);

it('sends 250 items in three requests, and names those that were rejected', async () => {
	const items = [...phones(248), { phone: 'unknown' }, { phone: '12' }];
	const { json, outputs } = await call({ parameters, items });
	expect(sizes()).toEqual([100, 100, 50]);
	expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
	expect(json.filter(({ accepted }) => accepted)).toHaveLength(248);
	expect(json.slice(-2)).toEqual(['unknown', '12'].map((phoneNumber) => ({ phoneNumber, accepted: false, reason: expect.stringMatching(/rejected this case/) })));
});

it('does not send the items of a request again whose outcome is unknown', async () => {
	world.faults.add({ vendor: 'alibaba', kind: 'cutAfter', operation: 'AppendCases', times: 1 });
	const parametersInTurn = { ...parameters, options: { concurrency: 1 } };
	const { json } = await call({ parameters: parametersInTurn, items: phones(150), settings: { ...goOn, retryOnFail: true, maxTries: 3, waitBetweenTries: 0 } });
	expect(json.map(({ details }) => (details as IDataObject | undefined)?.outcome ?? 'done')).toEqual([...Array(100).fill('unknown'), ...Array(50).fill('done')]);
	expect(sizes()).toEqual([100, 50]);
});

it('leaves out those who must not be called, as the rules and the list of the instance say', async () => {
	const items = phones(4);
	const [listed, named] = items.map(({ phone }) => String(phone));
	await new Center(vendor).ask('ImportDoNotCallNumbers', { NumberList: JSON.stringify([listed]) });
	const callingRules = { checkVendorList: true, doNotCall: `+86 ${named}` };
	const { json } = await call({ parameters: { ...parameters, callingRules }, items });
	expect(json.map(({ verdict, accepted }) => verdict ?? accepted)).toEqual(['doNotCall', 'doNotCall', true, true]);
	expect(sizes()).toEqual([2]);
});

it('refuses more than ten variables of a customer, and calls the others', async () => {
	const variables = (count: number) => JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, index])));
	const items = [11, 10].map((count, index) => ({ ...phones(2)[index], variables: variables(count) }));
	const { json } = await call({ parameters: { ...parameters, additionalFields: { customVariables: '={{ $json.variables }}' } }, items, settings: goOn });
	expect(json[0]?.error).toBe("'Custom Variables' has 11 entries: use at most 10");
	expect(json[1]).toMatchObject({ accepted: true });
	expect(sizes()).toEqual([1]);
});

it('an AI agent that repeats the same customer after an unknown outcome does not append them twice', async () => {
	world.faults.add({ vendor: 'alibaba', kind: 'cutAfter', operation: 'AppendCases', times: 1 });
	const append = toolOf({
		type: new AlibabaCloudCallCenter(),
		credentials: [{ type: new AlibabaCloudAccessKeyApi(), data: { ...KEY, endpoint: vendor.url } }],
		parameters: { ...parameters, phoneNumber: "={{ $fromAI('phone') }}" },
	});
	await expect(append({ phone: '13720000000' })).rejects.toThrow(/was not sent again, so that nobody is called twice/);
	await expect(append({ phone: '13720000000' })).rejects.toThrow(/was not sent again, so that nobody is called twice/);
	expect(sizes()).toEqual([1]);
});
