import { sandboxCredentials } from '../../sandbox/n8n/examples';
import { itemsOf, type Execution, type SavedWorkflow } from '../../sandbox/n8n/rest';
import { node, using } from '../support/workflow';
import { campaignTrigger, customers, QueueBench } from '../support/queue/bench';
import type { Stack } from '../support/queue/stack';

const TYPE = 'huaweiCcGatewayApi';
const CUSTOMERS = customers(12);

/** An agent's session lives in one worker; the others do not know about it. */
export function agentSessions(stackOf: () => Stack): void {
	let bench: QueueBench;

	beforeAll(async () => {
		bench = await QueueBench.open(stackOf(), { speed: 10 });
	});
	afterAll(async () => await bench.close());
	beforeEach(() => {
		bench.sandbox.huawei.reset();
		bench.sandbox.world.phones.reset();
	});

	test('signs in once for an execution, however many customers it calls', async () => {
		const workflow = await publish(true);
		await bench.startCampaign(workflow, CUSTOMERS);
		const executions = await bench.stack.rest.waitForExecutions(workflow.id, 1, 240_000);
		expect(resultsOf(executions).map(({ outcome }) => outcome)).toEqual(CUSTOMERS.map(() => 'ended'));
		expect(timesRung()).toEqual(CUSTOMERS.map(() => 1));
		expect(bench.sandbox.huawei.agents().find(({ agentId }) => agentId === '291')?.signIns).toHaveLength(1);
	});

	test('is not taken over by another worker when "Take Over Session" is off: that worker is refused, and nobody is called', async () => {
		const workflow = await publish(false);
		await Promise.all(CUSTOMERS.map(async (customer) => await bench.startCampaign(workflow, [customer])));
		const executions = await bench.stack.rest.waitForExecutions(workflow.id, CUSTOMERS.length, 240_000);
		const results = resultsOf(executions);
		const ended = results.filter(({ outcome }) => outcome === 'ended');
		const refused = results.filter(({ details }) => (details as { outcome?: string } | undefined)?.outcome === 'rejected');
		expect(ended.length).toBeGreaterThan(0);
		expect(ended.length + refused.length).toBe(CUSTOMERS.length);
		expect(ended.filter(({ failureReason }) => failureReason)).toEqual([]);
		expect(timesRung().filter((times) => times === 1)).toHaveLength(ended.length);
		expect(timesRung().filter((times) => times === 0)).toHaveLength(refused.length);
	});

	/** "Call out with agent", to the end of the call; each item ends with a result or an error of its own. */
	async function publish(takeOverSession: boolean): Promise<SavedWorkflow> {
		const account = sandboxCredentials(bench.sandbox).find(({ type }) => type === TYPE);
		const agent = await bench.stack.rest.createCredential('Agent', TYPE, { ...account?.data, takeOverSession });
		const parameters = {
			resource: 'call',
			operation: 'callOut',
			called: '={{ $json.phone }}',
			waitFor: 'ended',
			waitTimeoutSeconds: 60,
			additionalFields: {},
			options: {},
		};
		const call = node('Call', 'n8n-nodes-call-center.huaweiContactCenter', parameters, { ...using(agent), onError: 'continueRegularOutput' });
		return await bench.publish('Agent calls', [...campaignTrigger(), call]);
	}

	function timesRung(): number[] {
		return CUSTOMERS.map(({ phone }) => bench.sandbox.world.phones.timesRung(String(phone)));
	}
}

function resultsOf(executions: Execution[]) {
	return executions.flatMap((execution) => itemsOf(execution, 'Call').map(({ json }) => json));
}
