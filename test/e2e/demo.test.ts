import { demoSteps } from '../../sandbox/demo';
import { openBench, type Bench } from './bench';

let bench: Bench;

beforeAll(async () => {
	bench = await openBench();
});
afterAll(async () => await bench.close());

test('every step that `npm start` shows succeeds', async () => {
	const failed: string[] = [];
	for (const { title, run } of demoSteps(bench.sandbox, bench.n8n)) {
		await run().catch((error: Error) => failed.push(`${title}: ${error.message}`));
	}
	expect(failed).toEqual([]);
});

test('the vendors saw one call with keys and survey, the agent two calls, and nobody was rung twice by the same vendor', () => {
	const { alibaba, huawei, baiying, world } = bench.sandbox;
	const [call, ...others] = alibaba.calls();
	expect(others).toEqual([]);
	expect(call).toMatchObject({ caller: '13918140000', callee: '13720000010', broker: '01021570000', tags: expect.stringMatching(/^\d+$/) });
	expect(alibaba.pressed()).toMatchObject([{ jobId: call?.jobId, dtmf: '1', phone: '13720000010' }]);
	expect(alibaba.surveys()).toMatchObject([{ jobId: call?.jobId, contactFlowId: 'survey-flow-1' }]);
	expect(alibaba.refused()).toEqual([]);
	expect(huawei.calls()).toMatchObject([
		{ called: '13720000001', outcome: 'customerHungUp' },
		{ called: '13720000002', outcome: 'busy' },
	]);
	expect(baiying.state().deliveries.map(({ state }) => state)).toEqual(Array.from({ length: 10 }, () => 'delivered'));
	const rings = world.phones.rings().map(({ vendor, phone }) => `${vendor} ${phone}`);
	expect(new Set(rings).size).toBe(rings.length);
});
