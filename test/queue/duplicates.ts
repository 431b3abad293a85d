import { itemsOf, type Execution, type SavedWorkflow } from '../../sandbox/n8n/rest';
import { node } from '../support/workflow';
import { figure, QueueBench, TOKEN } from '../support/queue/bench';
import type { Stack } from '../support/queue/stack';

const DELIVERIES = 25;

/** The trigger's own check knows what came to its process; what reaches another one is caught further down. */
export function duplicates(stackOf: () => Stack): void {
	let bench: QueueBench;

	beforeAll(async () => {
		bench = await QueueBench.open(stackOf());
	});
	afterAll(async () => await bench.close());

	test('starts a run at each of them, and "Only Once per Key" lets the phones ring once', async () => {
		const parties = { caller: '=139{{ $json.callId.slice(-8) }}', callee: '={{ $json.customer.phone }}' };
		const call = bench.startCall({ onceKey: '={{ $json.deliveryId }}' }, parties);
		const workflow = await bench.publish('Only once per key', [bench.callbackTrigger({ skipDuplicates: true }), call]);
		const sent = Array.from({ length: DELIVERIES }, () => bench.sandbox.baiying.callback('callRecord'));
		// Two copies to each processor: it lets one of them pass.
		const deliver = async (url: string) =>
			await Promise.all(sent.map(async (callback) => await bench.sandbox.baiying.deliver(url, callback, { copies: 2 })));
		await Promise.all(urls(workflow).map(deliver));

		const executions = await bench.stack.rest.waitForExecutions(workflow.id, 2 * DELIVERIES, 240_000);
		expect(executions).toHaveLength(2 * DELIVERIES);
		const outcomes = executions.map(outcomeOf);
		const [placed, skipped] = ['placed', 'skipped'].map((wanted) => outcomes.filter((outcome) => outcome === wanted));
		expect(outcomes.filter((outcome) => outcome !== 'placed' && outcome !== 'skipped')).toEqual([]);
		expect(placed).toHaveLength(DELIVERIES);
		expect(skipped).toHaveLength(DELIVERIES);
		const sales = bench.sandbox.alibaba.calls().map(({ caller }) => caller);
		expect(new Set(sales).size).toBe(DELIVERIES);
		expect(sales.map((phone) => bench.sandbox.world.phones.timesRung(phone))).toEqual(sales.map(() => 1));
	});

	test('is also stopped by "Remove Duplicates" if its copies come one after the other', async () => {
		const workflow = await publishRemoving();
		const callback = bench.sandbox.baiying.callback('callRecord');
		for (const [index, url] of urls(workflow).entries()) {
			await bench.sandbox.baiying.deliver(url, callback);
			await bench.stack.rest.waitForExecutions(workflow.id, index + 1);
		}
		expect(await passed(workflow, 2)).toEqual([1, 0]);
	});

	test('is not always stopped by it if its copies come at the same moment, but nothing is lost', async () => {
		const workflow = await publishRemoving();
		const sent = Array.from({ length: DELIVERIES }, () => bench.sandbox.baiying.callback('callRecord'));
		await Promise.all(urls(workflow).flatMap((url) => sent.map(async (callback) => await bench.sandbox.baiying.deliver(url, callback))));
		const passes = (await passed(workflow, 2 * DELIVERIES)).filter((items) => items === 1).length;
		expect(passes).toBeGreaterThanOrEqual(DELIVERIES);
		figure(`Remove Duplicates let ${passes} of ${2 * DELIVERIES} runs pass; ${DELIVERIES} were wanted`);
	});

	async function publishRemoving(): Promise<SavedWorkflow> {
		const parameters = { operation: 'removeItemsSeenInPreviousExecutions', dedupeValue: '={{ $json.deliveryId }}', options: {} };
		const remove = node('New', 'n8n-nodes-base.removeDuplicates', parameters, { typeVersion: 2 });
		return await bench.publish('Remove duplicates', [bench.callbackTrigger({ skipDuplicates: true }), remove]);
	}

	/** How many items each run let pass. */
	async function passed(workflow: SavedWorkflow, runs: number): Promise<number[]> {
		const executions = await bench.stack.rest.waitForExecutions(workflow.id, runs, 240_000);
		return executions.map((execution) => itemsOf(execution, 'New').length);
	}

	function urls(workflow: SavedWorkflow): string[] {
		return bench.addresses(workflow).map((address) => `${address}?token=${TOKEN}`);
	}
}

/** How the one call of an execution ended: placed, skipped, or whatever else n8n says. */
function outcomeOf(execution: Execution): string {
	const [result] = itemsOf(execution, 'Call');
	if (result?.json.jobId) return 'placed';
	if (result?.json.skipped && result.json.verdict === 'keyUsed') return 'skipped';
	return execution.data.resultData.error?.message ?? JSON.stringify(result);
}
