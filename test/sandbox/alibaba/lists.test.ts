import { startAlibaba, type AlibabaVendor } from '../../../sandbox/alibaba';
import { demoAccount } from '../../../sandbox/alibaba/account';
import { createWorld } from '../../../sandbox/world';
import { call } from './request';

interface Page {
	List: Array<Record<string, unknown>>;
	PageNumber: number;
	PageSize: number;
	TotalCount: number;
}

let vendor: AlibabaVendor;

beforeAll(async () => {
	const account = demoAccount();
	const [instance] = account.instances;
	const [number] = instance?.numbers ?? [];
	if (!instance || !number) throw new Error('The demo account is empty');
	for (let at = 0; at < 25; at++) instance.numbers.push({ ...number, number: `0833000${at + 10}` });
	instance.numbers.push({ ...number, number: '083399', usage: 'Inbound' });
	instance.numbers.push({ ...number, number: '083398', active: false });
	vendor = await startAlibaba(createWorld(), { quirks: 'clean', account });
});

afterAll(async () => await vendor.close());

async function list(action: string, query: Record<string, string> = {}): Promise<Page> {
	const scope: Record<string, string> = action === 'ListInstances' ? {} : { InstanceId: 'ccc-test' };
	const { data } = await call(vendor.url, action, { ...scope, PageNumber: '1', PageSize: '10', ...query });
	expect(data.Code).toBe('OK');
	return data.Data as Page;
}

test('instances', async () => {
	const { List, TotalCount } = await list('ListInstances');
	expect(TotalCount).toBe(1);
	expect(List).toMatchObject([{ Id: 'ccc-test', Name: 'Sandbox call center' }]);
});

test('pages through the numbers that can call out', async () => {
	const pages = [];
	for (const PageNumber of ['1', '2', '3', '4']) pages.push(await list('ListOutboundNumbersOfUser', { PageNumber }));
	expect(pages.map(({ List }) => List.length)).toEqual([10, 10, 7, 0]);
	expect(pages.map(({ TotalCount }) => TotalCount)).toEqual([27, 27, 27, 27]);
	const numbers = pages.flatMap(({ List }) => List.map((row) => row.Number));
	expect(new Set(numbers).size).toBe(27);
	expect(numbers.slice(0, 2)).toEqual(['01021570000', '01021560000']);
	expect(numbers).not.toContain('083399');
	expect(numbers).not.toContain('083398');
});

test('filters the numbers of the instance', async () => {
	expect((await list('ListPhoneNumbers')).TotalCount).toBe(29);
	expect((await list('ListPhoneNumbers', { SearchPattern: '0833' })).TotalCount).toBe(27);
	expect((await list('ListPhoneNumbers', { Usage: 'Inbound' })).List).toMatchObject([{ Number: '083399' }]);
	expect((await list('ListPhoneNumbers', { Active: 'false' })).List).toMatchObject([{ Number: '083398' }]);
});

test('filters contact flows by name and type', async () => {
	expect((await list('ListContactFlows')).List).toMatchObject([
		{ ContactFlowId: 'survey-flow-1', Name: 'Satisfaction survey' },
		{ ContactFlowId: 'main-flow-1' },
	]);
	expect((await list('ListContactFlows', { SearchPattern: 'SATIS' })).TotalCount).toBe(1);
	expect((await list('ListContactFlows', { Type: 'MAIN_FLOW' })).List).toMatchObject([{ Name: 'Main menu' }]);
});

test('finds users', async () => {
	const { List } = await list('ListUsers', { SearchPattern: 'agent@' });
	expect(List).toMatchObject([{ UserId: 'agent@ccc-test', Extension: '80011474' }]);
});

test.each([
	['ListPhoneNumbers', { InstanceId: 'nowhere' }, 'NotExists.InstanceId'],
	['ListOutboundNumbersOfUser', { UserId: 'nobody' }, 'NotExists.UserId'],
	['ListUsers', { PageNumber: '0' }, 'InvalidPageNumber'],
	['ListUsers', { PageSize: 'ten' }, 'InvalidPageSize'],
	['ListUsers', { PageSize: '101' }, 'Parameter.Maximum'],
])('%s refuses %j', async (action, wrong, code) => {
	const query = { InstanceId: 'ccc-test', PageNumber: '1', PageSize: '10', ...wrong };
	expect((await call(vendor.url, action, query)).data.Code).toBe(code);
});
