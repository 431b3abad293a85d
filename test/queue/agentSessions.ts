import { itemsOf } from '../../sandbox/n8n/rest';
import { node } from '../e2e/bench';
import { campaignTrigger, customers, QueueBench } from './bench';
import type { Stack } from './stack/stack';

/** A session of an agent lives in one worker; another worker knows nothing of it. */
export function agentSessions(stackOf: () => Stack): void {
	let bench: QueueBench;

	beforeAll(async () => {
		bench = await QueueBench.open(stackOf(), { speed: 10 });
	});
	afterAll(async () => await bench.close());

	test('explore', async () => {
		const parameters = {
			resource: 'call',
			operation: 'callOut',
			called: '={{ $json.phone }}',
			waitFor: 'ended',
			waitTimeoutSeconds: 60,
			additionalFields: {},
			options: {},
		};
		const call = node('Call', 'n8n-nodes-call-center.huaweiContactCenter', parameters, bench.using('huaweiCcGatewayApi'));
		const workflow = await bench.publish('Agent calls', [...campaignTrigger(), { ...call, onError: 'continueRegularOutput' }]);
		const called = customers(12);
		await Promise.all(called.map(async (customer) => await bench.startCampaign(workflow, [customer])));
		const executions = await bench.stack.rest.waitForExecutions(workflow.id, 12, 240_000);
		console.log(JSON.stringify(executions.map((execution) => itemsOf(execution, 'Call').map(({ json }) => ({ ...json, events: 0 }))), null, 1));
		console.log(bench.sandbox.huawei.calls().length, called.map(({ phone }) => bench.sandbox.world.phones.timesRung(String(phone))));
	});
}
