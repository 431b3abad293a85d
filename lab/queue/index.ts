import { startStack } from '../../test/support/queue/stack';
import { writeReport } from '../report';
import { describeMachine } from '../report/machine';
import { QUEUE_WORKERS } from '../report/performance';
import { saveResult } from '../report/results';
import { Throughput, type Load, type Sample } from './measure';
import { measured } from './measured';

/** `npm run bench:queue`: measures how the calls per second grow with the number of workers. The result goes to lab/results. */

const LOAD: Load = { executions: 40, calls: 20, latencyMs: 200, concurrency: 5 };
const WORKERS = [1, 2, 4];
const REPETITIONS = 3;

export async function measureQueue(): Promise<void> {
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
	saveResult(QUEUE_WORKERS, { bench: QUEUE_WORKERS, measuredAt: new Date().toISOString(), machine, ...measured(LOAD, samples) });
	await writeReport();
}
