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
