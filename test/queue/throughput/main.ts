import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeMachine } from '../../../bench/machine';
import { PROJECT } from '../../../sandbox/n8n/paths';
import { startStack } from '../stack/stack';
import { Throughput, type Load, type Sample } from './measure';
import { plot } from './plot';

/** `npm run bench:queue`: how the calls per second grow with the number of workers. Writes docs/plots/queue-workers.{json,svg}. */

const LOAD: Load = { executions: 40, calls: 20, latencyMs: 200, concurrency: 5 };
const WORKERS = [1, 2, 4];
const REPETITIONS = 3;
const PLOTS = join(PROJECT, 'docs', 'plots');

async function main(): Promise<void> {
	const machine = await describeMachine();
	const stack = await startStack({ workers: 1, workerConcurrency: LOAD.concurrency });
	const samples: Sample[] = [];
	try {
		const throughput = await Throughput.open(stack, LOAD);
		await throughput.measure();
		for (const workers of WORKERS) {
			while (stack.workers.length < workers) await stack.addWorker();
			for (let repetition = 0; repetition < REPETITIONS; repetition++) {
				const sample = await throughput.measure();
				samples.push(sample);
				console.log(`${workers} workers: ${sample.callsPerSecond.toFixed(1)} calls/s of ${sample.idealPerSecond}`);
			}
		}
		await throughput.close();
	} finally {
		await stack.stop();
	}
	const figures = { measuredAt: new Date().toISOString(), machine, load: LOAD, samples };
	mkdirSync(PLOTS, { recursive: true });
	writeFileSync(join(PLOTS, 'queue-workers.json'), `${JSON.stringify(figures, null, '\t')}\n`);
	writeFileSync(join(PLOTS, 'queue-workers.svg'), plot(LOAD, samples));
}

main().then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
