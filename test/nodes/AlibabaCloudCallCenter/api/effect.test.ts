import { DataDeduplicationService } from 'n8n-core';
import type { IDataObject, INode } from 'n8n-workflow';
import { AlibabaCloudAccessKeyApi } from '../../../../credentials/AlibabaCloudAccessKeyApi.credentials';
import { AlibabaCloudCallCenter } from '../../../../nodes/AlibabaCloudCallCenter/AlibabaCloudCallCenter.node';
import { ProcessedDataTable } from '../../../support/processedData';
import { toolOf } from '../../../support/toolCall';
import { call, KEY, locator, phones, start, vendor, world } from '../support';

// The pauses between tries are not waited for.
jest.mock('n8n-workflow', () => ({ ...jest.requireActual('n8n-workflow'), sleep: async () => {} }));

const goOn: Partial<INode> = { onError: 'continueRegularOutput' };
const settings: Partial<INode> = { ...goOn, retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };

function parametersFor(action: string, parameters: unknown, own: IDataObject = {}) {
	return { resource: 'api', operation: 'request', apiAction: locator(action), parameterMode: 'json', apiParametersJson: parameters as string, ...own } as never;
}

const CALL = '={{ ({ InstanceId: "ccc-test", Caller: "13918140000", Callee: $json.phone, Broker: "01021570000" }) }}';
const GET = '{ "InstanceId": "ccc-test" }';

const table = new ProcessedDataTable();

beforeAll(async () => await DataDeduplicationService.init(table));
beforeEach(async () => {
	table.rows.clear();
	await start();
});
afterAll(async () => await vendor.close());

const times = (action: string) => vendor.admitted().filter((request) => request.action === action).length;
const cut = (operation: string) => world.faults.add({ vendor: 'alibaba', kind: 'cutAfter', operation, times: 1 });

it('does not repeat a call whose answer was lost, also with Retry on Fail', async () => {
	cut('StartBack2BackCall');
	const { json } = await call({ parameters: parametersFor('StartBack2BackCall', CALL), settings });
	expect(json[0]).toMatchObject({ error: expect.stringMatching(/phones may have rung/), details: { outcome: 'unknown' } });
	expect(vendor.calls()).toHaveLength(1);
});

it('does not repeat a change whose answer was lost, and does not speak of phones', async () => {
	cut('CreateSkillGroup');
	const { json } = await call({ parameters: parametersFor('CreateSkillGroup', '{ "InstanceId": "ccc-test", "Name": "a", "DisplayName": "A" }'), settings });
	expect(json[0]).toMatchObject({ error: expect.stringMatching(/not known whether the request took effect/), details: { outcome: 'unknown' } });
	expect(times('CreateSkillGroup')).toBe(1);
});

it('repeats a read', async () => {
	cut('GetInstance');
	const { json } = await call({ parameters: parametersFor('GetInstance', GET), settings });
	expect(json[0]).toHaveProperty('requestId');
	expect(times('GetInstance')).toBe(2);
});

it('each item has the effect of its own action', async () => {
	cut('StartBack2BackCall');
	cut('GetInstance');
	const items = [{ ...phones(1)[0], action: 'StartBack2BackCall' }, { action: 'GetInstance' }];
	const own = { apiAction: '={{ $json.action }}', options: { concurrency: 1 } };
	const parameters = parametersFor('', '={{ $json.phone ? { InstanceId: "ccc-test", Caller: "1", Callee: $json.phone, Broker: "01021570000" } : { InstanceId: "ccc-test" } }}', own);
	const { json } = await call({ parameters, items, settings: goOn });
	expect(json.map(({ details }) => (details as IDataObject | undefined)?.outcome)).toEqual(['unknown', undefined]);
	expect([times('StartBack2BackCall'), times('GetInstance')]).toEqual([1, 2]);
});

it('says that an action does not exist', async () => {
	const { json } = await call({ parameters: parametersFor('NewAction', GET), settings: goOn });
	expect(json[0]).toMatchObject({ error: expect.stringMatching(/does not exist/), details: { code: 'InvalidApi.NotFound', outcome: 'rejected' } });
});

describe('with a key', () => {
	const onceKey = { options: { onceKey: '={{ $json.phone }}' } };

	it('places the same call once', async () => {
		const first = await call({ parameters: parametersFor('StartBack2BackCall', CALL, onceKey) });
		const again = await call({ parameters: parametersFor('StartBack2BackCall', CALL, onceKey) });
		expect(first.json[0]).toHaveProperty('callContext');
		expect(again.json[0]).toMatchObject({ skipped: true, verdict: 'keyUsed' });
		expect(vendor.calls()).toHaveLength(1);
	});

	it.each([
		['GetInstance', GET],
		['CreateSkillGroup', '{ "InstanceId": "ccc-test", "Name": "a", "DisplayName": "A" }'],
	])('%s does not use the key up, and needs none', async (action, json) => {
		for (const key of [onceKey, onceKey, { options: { onceKey: '' } }]) {
			expect((await call({ parameters: parametersFor(action, json, key) })).json[0]).toHaveProperty('requestId');
		}
		expect(table.rows.size).toBe(0);
		expect((await call({ parameters: parametersFor('StartBack2BackCall', CALL, onceKey) })).json[0]).toHaveProperty('callContext');
	});
});

it('an AI agent that repeats a call after an unknown outcome does not ring twice', async () => {
	cut('StartBack2BackCall');
	const tool = toolOf({
		settings: goOn,
		type: new AlibabaCloudCallCenter(),
		credentials: [{ type: new AlibabaCloudAccessKeyApi(), data: { ...KEY, endpoint: vendor.url } }],
		parameters: parametersFor('StartBack2BackCall', undefined, {
			parameterMode: 'fields',
			apiParameters: {
				mappingMode: 'defineBelow',
				value: { InstanceId: 'ccc-test', Caller: '13918140000', Callee: "={{ $fromAI('Callee', '', 'string') }}", Broker: '01021570000' },
				matchingColumns: [],
				schema: [],
			},
		}),
	});
	const answers = [await tool({ Callee: '13720000000' }), await tool({ Callee: '13720000000' })];
	expect(answers.join()).toMatch(/phones may have rung/);
	expect(vendor.calls().map(({ callee }) => callee)).toEqual(['13720000000']);
});
