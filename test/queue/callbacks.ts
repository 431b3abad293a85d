import { randomUUID } from 'node:crypto';
import axios from 'axios';
import { example } from '../../sandbox/n8n/examples';
import { itemsOf } from '../../sandbox/n8n/rest';
import { node } from '../support/workflow';
import { QueueBench, TOKEN } from '../support/queue/bench';
import type { Stack } from '../support/queue/stack';

/** The main workflow: the robot's callbacks come in at a webhook processor, workers make the calls. */
export function callbacks(stackOf: () => Stack): void {
	let bench: QueueBench;

	beforeAll(async () => {
		bench = await QueueBench.open(stackOf());
	});
	afterAll(async () => await bench.close());

	test('from a campaign become calls with keys and a survey, made by the workers', async () => {
		const { rest, workers } = bench.stack;
		const { nodes, ...workflow } = example('campaign-follow-up.json', bench.credentials);
		const fresh = nodes.map((each) => (each.webhookId ? { ...each, webhookId: randomUUID() } : each));
		const saved = await rest.createWorkflow({ ...workflow, nodes: fresh });
		await rest.publish(saved);

		const grades = ['A', 'A', 'A', 'C', 'C'] as const;
		const called = grades.map((grade, index) => ({ phone: `1372000000${index}`, grade }));
		const targetUrl = `${bench.addresses(saved)[0]}?token=${TOKEN}`;
		const campaign = await bench.sandbox.baiying.runCampaign({ targetUrl, customers: called });
		expect(campaign.calls).toHaveLength(5);
		expect(bench.sandbox.baiying.state().deliveries.map(({ state }) => state)).toEqual(Array(5).fill('delivered'));

		const executions = await rest.waitForExecutions(saved.id, 5, 240_000);
		expect(executions.map(({ status }) => status)).toEqual(Array(5).fill('success'));
		expect(bench.sandbox.alibaba.calls().map(({ callee }) => callee).sort()).toEqual(['13720000000', '13720000001', '13720000002']);
		expect(bench.sandbox.alibaba.pressed().map(({ dtmf }) => dtmf)).toEqual(['1', '1', '1']);
		expect(bench.sandbox.alibaba.surveys()).toHaveLength(3);
		const ran = workers.flatMap(({ logs }) => [...logs.matchAll(/Worker started execution (\d+)/g)].map(([, id]) => id));
		expect(executions.map(({ id }) => id).filter((id) => !ran.includes(id))).toEqual([]);
	});

	test('are checked at the webhook processor: token, and address behind the proxy', async () => {
		const workflow = await bench.publish('Checked', [bench.callbackTrigger({ allowedIps: '203.0.113.0/24' }), node('Done', 'n8n-nodes-base.noOp', {})]);
		const { body } = bench.sandbox.baiying.callback('callRecord');
		const statuses = async (address: string, headers: Record<string, string>) => {
			const url = `${address}?token=${TOKEN}`;
			const wrong = `${address}?token=wrong`;
			const answers = [url, wrong].map(async (to) => await axios.post(to, body, { headers, proxy: false, validateStatus: () => true }));
			return (await Promise.all(answers)).map(({ status }) => status);
		};
		for (const address of bench.addresses(workflow)) {
			expect(await statuses(address, { 'x-forwarded-for': '203.0.113.7' })).toEqual([200, 401]);
			expect(await statuses(address, { 'x-forwarded-for': '198.51.100.7' })).toEqual([403, 403]);
		}
	});

	test('bring a recording that the webhook processor fetches and a worker reads', async () => {
		const hash = { action: 'hash', binaryData: true, binaryPropertyName: 'recording', type: 'SHA256', dataPropertyName: 'hash' };
		const workflow = await bench.publish('Recording', [
			bench.callbackTrigger({ downloadRecording: true, recordingHosts: bench.sandbox.baiying.url }),
			node('Hash', 'n8n-nodes-base.crypto', hash),
		]);
		await bench.sandbox.baiying.deliver(`${bench.addresses(workflow)[1]}?token=${TOKEN}`, bench.sandbox.baiying.callback('callRecord'));
		const [execution] = await bench.stack.rest.waitForExecutions(workflow.id, 1);
		if (!execution) throw new Error('Nothing was executed');
		expect(execution.status).toBe('success');
		expect(itemsOf(execution, 'Hash')[0]?.json.hash).toMatch(/^[0-9a-f]{64}$/);
	});
}
