import type { IDataObject } from 'n8n-workflow';
import { itemsOf, type Execution, type SavedWorkflow } from '../../sandbox/n8n/rest';
import { campaignTrigger, customers, eventually, figure, QueueBench } from '../support/queue/bench';
import { runStalledJobAgain } from '../support/queue/stalledJob';
import type { Stack } from '../support/queue/stack';

const CUSTOMERS = customers(120);
const KILL_AT = 40;
const CONCURRENCY = 5;

/** Nobody knows how far the worker came; whoever runs the batch again must not ring the phones that rang. */
export function killedWorker(stackOf: () => Stack): void {
	let bench: QueueBench;

	beforeAll(async () => {
		bench = await QueueBench.open(stackOf());
	});
	afterAll(async () => await bench.close());
	beforeEach(() => {
		bench.sandbox.alibaba.reset();
		bench.sandbox.world.phones.reset();
		// Real vendors take their time.
		bench.sandbox.world.faults.add({ vendor: 'alibaba', kind: 'late', every: 1, delayMs: 100 });
	});
	afterEach(async () => {
		bench.sandbox.world.faults.clear();
		while (bench.stack.workers.length < 2) await bench.stack.addWorker();
	});

	test('n8n ends the execution with an error and does not run it again', async () => {
		const workflow = await publish({});
		await killMidway(workflow);
		const [execution] = await bench.stack.rest.waitForExecutions(workflow.id, 1, 240_000);
		expect(['error', 'crashed']).toContain(execution?.status);
		// Nothing is left in it that a Retry could take up.
		expect(execution?.data.executionData?.nodeExecutionStack).toEqual([]);
		const { message } = execution?.data.resultData.error ?? {};
		figure(`${execution?.status} after the worker was killed: ${message}`);
		expect(bench.sandbox.alibaba.calls().length).toBeLessThan(CUSTOMERS.length);
	});

	test('started again with "Only Once per Key", the campaign calls the customers who were not called', async () => {
		const workflow = await publish({ onceKey: '={{ $json.phone }}' });
		await killMidway(workflow);
		await bench.stack.rest.waitForExecutions(workflow.id, 1, 240_000);
		await bench.startCampaign(workflow, CUSTOMERS);
		const executions = await bench.stack.rest.waitForExecutions(workflow.id, 2, 240_000);
		expectEachCalledOnce(executions[1]);
	});

	test('started again without it, the campaign calls the customers who were called a second time', async () => {
		const workflow = await publish({});
		const placed = await killMidway(workflow);
		await bench.stack.rest.waitForExecutions(workflow.id, 1, 240_000);
		await bench.startCampaign(workflow, CUSTOMERS);
		await bench.stack.rest.waitForExecutions(workflow.id, 2, 240_000);
		expect(timesRung().filter((times) => times === 2)).toHaveLength(placed);
		figure(`started again without a key: ${placed} of ${CUSTOMERS.length} rang twice`);
	});

	test('a job that is run again, as n8n 1 does, calls the customers who were not called', async () => {
		const workflow = await publish({ onceKey: '={{ $json.phone }}' });
		await killMidway(workflow);
		await runStalledJobAgain(bench.stack);
		const [execution] = await bench.stack.rest.waitForExecutions(workflow.id, 1, 240_000);
		expectEachCalledOnce(execution);
	});

	async function publish(options: { onceKey?: string }): Promise<SavedWorkflow> {
		return await bench.publish('Campaign', [...campaignTrigger(), bench.startCall({ concurrency: CONCURRENCY, ...options })]);
	}

	/** @returns how many calls had been placed */
	async function killMidway(workflow: SavedWorkflow): Promise<number> {
		const { rest, workers } = bench.stack;
		await bench.startCampaign(workflow, CUSTOMERS);
		await eventually(`${KILL_AT} calls`, () => bench.sandbox.alibaba.calls().length >= KILL_AT, 60_000);
		const [execution] = await rest.executions(workflow.id);
		const worker = workers.find(({ logs }) => logs.includes(`Worker started execution ${execution?.id} `));
		if (!worker) throw new Error(`No worker says that it runs execution ${execution?.id}`);
		await bench.stack.endWorker(worker, 'SIGKILL');
		return bench.sandbox.alibaba.calls().length;
	}

	function timesRung(): number[] {
		return CUSTOMERS.map(({ sales }) => bench.sandbox.world.phones.timesRung(String(sales)));
	}

	/** Those whose requests were on their way to the dead worker's sockets are skipped too: nobody can tell whether they rang. */
	function expectEachCalledOnce(execution: Execution | undefined): void {
		if (!execution) throw new Error('There is no such execution');
		expect(execution.status).toBe('success');
		const results = itemsOf(execution, 'Call').map(({ json }) => json);
		expect(results).toHaveLength(CUSTOMERS.length);
		const rung = timesRung();
		expect(Math.max(...rung)).toBe(1);
		const ended = (json: IDataObject) => (json.skipped === true ? 'skipped' : json.jobId ? 'done' : 'lost');
		const outcomes = results.map(ended);
		expect(outcomes).not.toContain('lost');
		expect(outcomes.filter((outcome, index) => outcome === 'done' && rung[index] !== 1)).toEqual([]);
		const inDoubt = outcomes.filter((outcome, index) => outcome === 'skipped' && rung[index] === 0);
		expect(inDoubt.length).toBeLessThanOrEqual(CONCURRENCY);
		const count = (wanted: string) => outcomes.filter((outcome) => outcome === wanted).length;
		figure(`run again with a key: ${count('done')} done, ${count('skipped')} skipped, ${inDoubt.length} of those not rung; 0 rang twice`);
	}
}
