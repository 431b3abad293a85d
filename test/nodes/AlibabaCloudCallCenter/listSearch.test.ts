import { AlibabaCloudAccessKeyApi } from '../../../credentials/AlibabaCloudAccessKeyApi.credentials';
import { AlibabaCloudCallCenter } from '../../../nodes/AlibabaCloudCallCenter/AlibabaCloudCallCenter.node';
import { startAlibaba, type AlibabaVendor } from '../../../sandbox/alibaba';
import { demoAccount } from '../../../sandbox/alibaba/account';
import { createWorld, type World } from '../../../sandbox/world';
import { searchList } from '../../support/searchList';

let world: World;
let vendor: AlibabaVendor;

beforeAll(async () => {
	world = createWorld();
	const account = demoAccount();
	const [instance] = account.instances;
	if (!instance) throw new Error('the demo account has no instance');
	const flow = instance.contactFlows[0];
	if (!flow) throw new Error('the demo instance has no contact flow');
	const more = Array.from({ length: 220 }, (_, i) => ({ ...flow, id: `flow-${i}`, name: `Flow ${i}` }));
	instance.contactFlows.push(...more);
	const [number] = instance.numbers;
	if (!number) throw new Error('the demo instance has no number');
	instance.numbers.push(...Array.from({ length: 120 }, (_, i) => ({ ...number, number: `0833${String(i).padStart(4, '0')}`, city: i < 119 ? '成都' : '乐山' })));
	account.instances.push(...Array.from({ length: 2150 }, (_, i) => ({ ...instance, id: `ccc-${i}`, name: `Center ${i}`, numbers: [], contactFlows: [] })));
	vendor = await startAlibaba(world, { account });
});
afterEach(() => world.faults.clear());
afterAll(async () => await vendor.close());

async function search(method: string, filter?: string, token?: string, accessKeySecret = 'sandbox-key-secret') {
	const data = { accessKeyId: 'sandbox-key-id', accessKeySecret, endpoint: vendor.url };
	const parameters = { instanceId: { __rl: true, mode: 'list', value: 'ccc-test' } };
	return await searchList(new AlibabaCloudCallCenter(), method, { type: new AlibabaCloudAccessKeyApi(), data }, parameters, filter, token);
}

describe('searchable lists', () => {
	it('shows instances by name and id', async () => {
		const { results } = await search('searchInstances');
		expect(results).toContainEqual({ name: 'Sandbox call center (ccc-test)', value: 'ccc-test' });
	});

	it('shows the numbers that can call out', async () => {
		const { results } = await search('searchBrokers', '0215');
		expect(results.map(({ value }) => value)).toEqual(expect.arrayContaining(['01021570000', '01021560000']));
	});

	it('falls back to the numbers of the user when those of the instance may not be listed', async () => {
		world.faults.add({ vendor: 'alibaba', operation: 'ListPhoneNumbers', kind: 'refuse' });
		const { results } = await search('searchBrokers');
		expect(results.map(({ value }) => value)).toContain('01021570000');
	});

	describe('a search for something beyond the first page', () => {
		beforeEach(() => vendor.reset());

		it('is left to the vendor where the vendor can search', async () => {
			expect(await search('searchContactFlows', ' flow 219 ')).toEqual({ results: [{ name: 'Flow 219 (flow-219)', value: 'flow-219' }] });
			expect(await search('searchBrokers', '08330119')).toEqual({ results: [{ name: expect.stringContaining('08330119'), value: '08330119' }] });
			expect(vendor.requests).toBe(2);
		});

		it('reads on where the vendor finds nothing, since it does not search the IDs and places that the list shows', async () => {
			expect((await search('searchContactFlows', 'flow-219')).results).toMatchObject([{ value: 'flow-219' }]);
			expect((await search('searchBrokers', '乐山')).results).toMatchObject([{ value: '08330119' }]);
			expect((await search('searchContactFlows', 'Flow 219 (flow-219)')).results).toHaveLength(1);
			expect((await search('searchContactFlows', 'no such flow')).results).toEqual([]);
		});

		it('reads on where the vendor cannot search', async () => {
			expect(await search('searchInstances', 'Center 240')).toMatchObject({ results: [{ value: 'ccc-240' }] });
			expect(vendor.requests).toBe(3);
			world.faults.add({ vendor: 'alibaba', operation: 'ListPhoneNumbers', kind: 'refuse' });
			expect((await search('searchBrokers', '08330119')).results).toMatchObject([{ value: '08330119' }]);
		});

		it('continues with the next page of what the vendor found', async () => {
			const first = await search('searchContactFlows', 'flow');
			const second = await search('searchContactFlows', 'flow', first.paginationToken as string);
			const last = await search('searchContactFlows', 'flow', second.paginationToken as string);
			expect([first, second, last].map(({ results }) => results.length)).toEqual([100, 100, 20]);
			expect(last).not.toHaveProperty('paginationToken');
			expect(vendor.requests).toBe(3);
		});

		it('asks for at most 20 pages at once, and can be asked to continue', async () => {
			const first = await search('searchInstances', 'Center 2149');
			expect(vendor.requests).toBe(20);
			expect(first.results).toEqual([]);
			expect(await search('searchInstances', 'Center 2149', first.paginationToken as string)).toEqual({ results: [{ name: 'Center 2149 (ccc-2149)', value: 'ccc-2149' }] });
			expect(vendor.requests).toBe(22);
		});
	});

	it('goes through all pages', async () => {
		const found: unknown[] = [];
		let token: string | undefined;
		do {
			const page = await search('searchContactFlows', undefined, token);
			found.push(...page.results.map(({ value }) => value));
			token = page.paginationToken as string | undefined;
		} while (token);
		expect(found).toHaveLength(new Set(found).size);
		expect(found).toEqual(expect.arrayContaining(['survey-flow-1', 'flow-0', 'flow-219']));
	});

	it('says in plain words why a list cannot be loaded', async () => {
		await expect(search('searchInstances', undefined, undefined, 'wrong')).rejects.toThrow(/Check the access key secret/);
	});
});
