import type { IDataObject } from 'n8n-workflow';
import { itemsOf, type Execution, type SavedCredential, type SavedWorkflow } from '../../sandbox/n8n/rest';
import { feeding } from '../support/workflow';
import { node, openBench, using, type Bench } from './bench';

const MANY = 2000;
const LIMITS = { limits: { limit: [{ calls: 1, per: 'week' }] } };

let bench: Bench;
let credential: SavedCredential;

beforeAll(async () => {
	bench = await openBench();
	credential = await bench.credential('baiyingOpenPlatformApi');
});
afterAll(async () => await bench.close());

const customers = Array.from({ length: MANY }, (_, index): IDataObject => ({ phone: String(13_720_000_100 + index) }));
const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** A workflow that imports its items into a job that waits. */
async function importing(items: IDataObject[], callingRules: IDataObject): Promise<SavedWorkflow> {
	const parameters = {
		authentication: 'openPlatform',
		resource: 'customer',
		operation: 'import',
		callJobId: byId(bench.sandbox.baiying.apis.seeds.waitingJobId),
		phone: '={{ $json.phone }}',
		propertyMode: 'json',
		propertiesJson: '{ "订单号": "A" }',
		callingRules,
	};
	return await bench.n8n.createWorkflow(feeding(items, node('Import', 'n8n-nodes-call-center.baiying', parameters as never, using(credential))));
}

const run = async (workflow: SavedWorkflow): Promise<Execution> => await bench.n8n.run(workflow, 'Items', 120_000);
const json = (execution: Execution) => itemsOf(execution, 'Import').map((item) => item.json);

it('a week has one call for each customer, in the database of a real n8n', async () => {
	const workflow = await importing(customers, { ...LIMITS, doNotCall: [customers[0]?.phone] });
	const [first, second] = [json(await run(workflow)), json(await run(workflow))];
	expect(first).toHaveLength(2);
	expect(first).toContainEqual(expect.objectContaining({ total: MANY - 1, imported: MANY - 1 }));
	expect(first).toContainEqual(expect.objectContaining({ skipped: true, verdict: 'doNotCall' }));
	expect(second.map(({ verdict }) => verdict).sort()).toEqual(['doNotCall', ...Array(MANY - 1).fill('limitReached')]);
}, 300_000);
