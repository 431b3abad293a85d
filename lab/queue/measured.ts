import type { Measured } from '../report/measured';
import { median } from '../report/stats';
import type { Load, Sample } from './measure';

/** Calls per second by the number of workers, and what the vendor's latency alone would allow. */
export function measured({ executions, calls, latencyMs, concurrency }: Load, samples: Sample[]): Measured {
	const workers = [...new Set(samples.map((sample) => sample.workers))];
	const points = (value: (ofWorkers: Sample[]) => number) =>
		workers.map((count): [number, number] => [count, value(samples.filter((sample) => sample.workers === count))]);
	return {
		figures: [],
		tables: [
			{
				title: `${executions} executions with ${calls} calls each, ${concurrency} executions at a time per worker`,
				columns: ['Workers', 'Seconds', 'Calls per second', 'Latency alone'],
				rows: samples.map((sample) => [sample.workers, sample.seconds, sample.callsPerSecond, sample.idealPerSecond]),
			},
		],
		plots: [
			{
				kind: 'lines',
				file: 'queue-workers',
				title: `Calls per second, with a vendor that answers after ${latencyMs} ms`,
				x: 'workers',
				y: 'calls per second',
				lines: [
					{ label: 'measured (median)', ours: true, points: points((some) => median(some.map(({ callsPerSecond }) => callsPerSecond))) },
					{ label: 'if nothing but the latency counted', points: points(([any]) => any?.idealPerSecond ?? 0) },
				],
			},
		],
	};
}
