import type { IDataObject } from 'n8n-workflow';
import type { RpcClient, RpcRequest } from '../../../../nodes/AlibabaCloudCallCenter/api/transport';
import { request } from '../../../../nodes/AlibabaCloudCallCenter/resources/api/request';

const STANDARD: IDataObject = { parameterMode: 'json', returnAll: false, limit: 50 };

function valuesOf(apiAction: string, parameters: unknown, additional: IDataObject = {}, own: IDataObject = {}): IDataObject {
	const apiParametersJson = typeof parameters === 'string' ? parameters : JSON.stringify(parameters);
	const raw: IDataObject = { ...STANDARD, apiAction, apiParametersJson, ...own };
	return request.read((field) => raw[field], additional);
}

/** What is sent for parameters as JSON. */
async function sentFor(...given: Parameters<typeof valuesOf>): Promise<RpcRequest> {
	const sent: RpcRequest[] = [];
	const send: RpcClient = async (rpc) => {
		sent.push(rpc);
		return { data: { List: [] } };
	};
	await request.perform(send, valuesOf(...given), { simplify: false, timeZone: 'Asia/Shanghai' });
	return sent[0] as RpcRequest;
}

function fields(value: IDataObject): IDataObject {
	return { parameterMode: 'fields', apiParameters: { mappingMode: 'defineBelow', value } };
}

const CALL = { InstanceId: 'ccc-test', Caller: '13918140000', Callee: '13720000000', Broker: '01021570000' };

describe('what is sent', () => {
	it('goes where the catalogue says: query or form, GET or POST', async () => {
		const { query, form } = await sentFor('AppendCases', '{ "InstanceId": "ccc-test", "CampaignId": "c", "body": [{ "PhoneNumber": "13720000000" }] }');
		expect(query).toEqual([['InstanceId', 'ccc-test'], ['CampaignId', 'c']]);
		expect(form).toEqual([['body', '[{ "PhoneNumber": "13720000000" }]']]);
		expect(await sentFor('GetVideo', { InstanceId: 'ccc-test', ContactId: 'job-1' })).toMatchObject({ method: 'GET', version: '2020-07-01', product: undefined });
	});

	it('keeps all digits of a number, also inside a list', async () => {
		const json = '{"InstanceId":"ccc-test","CampaignId":"c","body":[{"PhoneNumber":"1","Id":12345678901234567890,"Share":1.10}]}';
		expect((await sentFor('AppendCases', json)).form).toEqual([['body', '[{"PhoneNumber":"1","Id":12345678901234567890,"Share":1.10}]']]);
		expect((await sentFor('Later', '{"Id":12345678901234567890,"Share":1.10}')).query).toEqual([['Id', '12345678901234567890'], ['Share', '1.10']]);
	});

	it('takes an object of an expression, and numbers and switches as text', async () => {
		const own = { apiParametersJson: { ...CALL, TimeoutSeconds: '30' } };
		expect((await sentFor('StartBack2BackCall', {}, {}, own)).query).toContainEqual(['TimeoutSeconds', '30']);
		expect((await sentFor('DeleteSkillGroup', { InstanceId: 'ccc-test', SkillGroupId: 's', Force: 'true' })).query).toContainEqual(['Force', 'true']);
	});

	it('leaves out fields that are empty, and what is null', async () => {
		const { query } = await sentFor('StartBack2BackCall', {}, {}, fields({ ...CALL, TimeoutSeconds: null, Tags: '' }));
		expect(Object.fromEntries(query)).toEqual(CALL);
		expect(Object.fromEntries((await sentFor('StartBack2BackCall', { ...CALL, Tags: null })).query)).toEqual(CALL);
	});

	it('sends an empty text that JSON asks for', async () => {
		expect((await sentFor('StartBack2BackCall', { ...CALL, Tags: '' })).query).toContainEqual(['Tags', '']);
	});

	it('writes lists for other products as JSON, or numbered', async () => {
		const lists = { Numbers: ['1', '2'], Jobs: [{ Phone: '3', Tags: ['a'] }], 'Old.1': 'x' };
		const other = { product: 'OutboundBot' };
		expect((await sentFor('AssignJobs', lists, other)).form).toEqual([['Numbers', '["1","2"]'], ['Jobs', '[{"Phone":"3","Tags":["a"]}]'], ['Old.1', 'x']]);
		expect((await sentFor('AssignJobs', lists, { ...other, listFormat: 'numbered' })).form).toEqual([
			['Numbers.1', '1'],
			['Numbers.2', '2'],
			['Jobs.1.Phone', '3'],
			['Jobs.1.Tags.1', 'a'],
			['Old.1', 'x'],
		]);
	});

	it.each([
		['OutboundBot', {}, '2025-11-11', 'form'],
		['OutboundBot', { parameterPlace: 'query', version: '2019-12-26' }, '2019-12-26', 'query'],
		['AICCS', {}, '2019-10-15', 'query'],
		['Dyvmsapi', {}, '2017-05-25', 'query'],
		['ThirdSwAiCall', { version: '2025-11-27', parameterPlace: 'form' }, '2025-11-27', 'form'],
	])('%s %j: version %s, parameters in the %s', async (product, aim, version, place) => {
		const sent = await sentFor('CreateCampaign', { Name: 'x' }, { product, ...aim });
		expect(sent).toMatchObject({ version, method: 'POST', [place]: [['Name', 'x']], product: { name: product.toLowerCase() } });
	});
});

describe('what is refused before anything is sent', () => {
	it.each<[string, string, unknown, IDataObject, string]>([
		['a missing parameter', 'StartBack2BackCall', { ...CALL, Callee: undefined }, {}, "StartBack2BackCall needs 'Callee': enter a value for this parameter"],
		['several of them', 'CreateSkillGroup', { InstanceId: 'ccc-test' }, {}, "CreateSkillGroup needs 'DisplayName', 'Name': enter values for these parameters"],
		['no parameters at all', 'GetInstance', '', {}, "GetInstance needs 'InstanceId': enter a value for this parameter"],
		[
			'a misspelt parameter',
			'StartBack2BackCall',
			{ ...CALL, TimeOutSecond: 30 },
			{},
			"StartBack2BackCall has no parameter 'TimeOutSecond'. Did you mean TimeoutSeconds? If Alibaba Cloud has added it since, turn on 'Send Unknown Parameters' in the additional fields",
		],
		['an unknown one', 'GetInstance', { InstanceId: 'ccc-test', Whatsoever: 1 }, { sendUnknownParameters: false }, "GetInstance has no parameter 'Whatsoever'. If Alibaba Cloud has added it"],
		['text for a number', 'StartBack2BackCall', { ...CALL, TimeoutSeconds: 'soon' }, {}, "The parameter 'TimeoutSeconds' is \"soon\": use a number"],
		['an object for text', 'StartBack2BackCall', { ...CALL, Tags: {} }, {}, "The parameter 'Tags' is \"{}\": use text"],
		['text for a list', 'AddSkillGroupsToUser', { InstanceId: 'i', UserId: 'u', SkillLevelList: 'sales' }, {}, "The parameter 'SkillLevelList' is \"sales\": use a list or an object, in JSON"],
		['text for a switch', 'DeleteSkillGroup', { InstanceId: 'i', SkillGroupId: 's', Force: 'yes' }, {}, "The parameter 'Force' is \"yes\": use true or false"],
		['a product without a version', 'Do', {}, { product: 'Ecs' }, "'Version' is empty: add it, since the node does not know the versions of Ecs"],
		['a product that is no name', 'Do', {}, { product: 'evil.example/', version: '2020-01-01' }, "'Product' is \"evil.example/\": use the name of a product, such as OutboundBot"],
		['an action that is no name', 'Do it', {}, {}, "'Action' is \"Do it\": use the name of an action, such as ListCallDetailRecordsV2"],
	])('%s', (_, action, parameters, additional, message) => {
		expect(() => valuesOf(action, parameters, additional)).toThrow(message);
	});

	it('a number that has lost digits', () => {
		expect(() => valuesOf('GetInstance', {}, {}, fields({ InstanceId: Number('12345678901234567890') }))).toThrow(/'Parameters' holds 12345678901234567000, a number too large/);
	});

	it('a page of its own with Return All', () => {
		const page = { InstanceId: 'ccc-test', PageNumber: 2, PageSize: 10 };
		expect(() => valuesOf('ListPhoneNumbers', page, {}, { returnAll: true })).toThrow(/'Return All' reads every page, but the parameter 'PageNumber' asks for one/);
		expect(() => valuesOf('ListPhoneNumbers', page)).not.toThrow();
	});
});

it('sends a parameter that is new at the vendor if the user says so', async () => {
	const { query } = await sentFor('GetInstance', { InstanceId: 'ccc-test', Whatsoever: 1 }, { sendUnknownParameters: true });
	expect(query).toEqual([['InstanceId', 'ccc-test'], ['Whatsoever', '1']]);
});

it.each<[string, IDataObject, string]>([
	['GetInstance', {}, 'read'],
	['HoldCall', {}, 'change'],
	['MakeCall', {}, 'dial'],
	['NewAction', {}, 'dial'],
	['GetInstance', { product: 'OutboundBot' }, 'dial'],
	['GetInstance', { version: '2017-07-05' }, 'dial'],
	['GetInstance', { product: 'CCC', endpoint: 'https://ccc-vpc.cn-shanghai.aliyuncs.com' }, 'read'],
])('%s %j has the effect: %s', (apiAction, aim, effect) => {
	expect(request.effectFor({ apiAction, ...aim })).toBe(effect);
	expect(request.effect).toBe('dial');
});
