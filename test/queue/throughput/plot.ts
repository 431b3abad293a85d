import { median } from '../../../bench/stats';
import { svgOf } from '../../../bench/svg';
import type { Load, Sample } from './measure';

/** Calls per second over the number of workers, beside what the vendor's latency alone would allow. */
export function plot({ latencyMs }: Load, samples: Sample[]): string {
	const workers = [...new Set(samples.map((sample) => sample.workers))];
	const points = (value: (ofWorkers: Sample[]) => number) =>
		workers.map((count): [number, number] => [count, value(samples.filter((sample) => sample.workers === count))]);
	return svgOf({
		kind: 'lines',
		file: 'queue-workers',
		title: `Calls per second; the vendor answers after ${latencyMs} ms`,
		x: 'workers',
		y: 'calls/s',
		lines: [
			{ label: 'measured (median)', ours: true, points: points((some) => median(some.map(({ callsPerSecond }) => callsPerSecond))) },
			{ label: 'latency alone', points: points(([any]) => any?.idealPerSecond ?? 0) },
		],
	});
}
