import type { SavedWorkflow } from '../../sandbox/n8n/rest';
import { campaignTrigger, customers, eventually, QueueBench } from '../../test/support/queue/bench';
import type { Stack } from '../../test/support/queue/stack';

/** What is measured: executions of the same size, on workers that take the same number of them at once. */
export interface Load {
	/** How many workflow executions. */
	executions: number;
	/** Calls in each, one after another. */
	calls: number;
	/** How long the vendor takes to answer. */
	latencyMs: number;
	/** How many executions a worker runs at once (`n8n worker --concurrency`). */
	concurrency: number;
}

/** One run of the load. */
export interface Sample {
	workers: number;
	/** From the first callback to the last answer of the vendor. */
	seconds: number;
	callsPerSecond: number;
	/** If there were nothing but the vendor's latency. */
	idealPerSecond: number;
}

export class Throughput {
	private constructor(
		private readonly bench: QueueBench,
		private readonly workflow: SavedWorkflow,
		private readonly load: Load,
	) {}

	static async open(stack: Stack, load: Load): Promise<Throughput> {
		const bench = await QueueBench.open(stack);
		const workflow = await bench.publish('Throughput', [...campaignTrigger(), bench.startCall({ concurrency: 1 })]);
		return new Throughput(bench, workflow, load);
	}

	async close(): Promise<void> {
		await this.bench.close();
	}

	/** Runs the load on the workers that there are. */
	async measure(): Promise<Sample> {
		const { executions, calls, latencyMs, concurrency } = this.load;
		const { alibaba, world } = this.bench.sandbox;
		alibaba.reset();
		world.phones.reset();
		world.faults.clear();
		world.faults.add({ vendor: 'alibaba', kind: 'late', every: 1, delayMs: latencyMs });

		const batch = customers(calls);
		const startedAt = Date.now();
		await Promise.all(Array.from({ length: executions }, async () => await this.bench.startCampaign(this.workflow, batch)));
		await eventually('all calls', () => alibaba.calls().length === executions * calls, 600_000);
		const seconds = (Date.now() + latencyMs - startedAt) / 1000;

		const workers = this.bench.stack.workers.length;
		return {
			workers,
			seconds,
			callsPerSecond: (executions * calls) / seconds,
			idealPerSecond: (workers * concurrency * 1000) / latencyMs,
		};
	}
}
