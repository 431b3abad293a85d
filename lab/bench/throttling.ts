import { packPack } from '../../scripts/pack';
import type { Bench } from './bench';
import type { Lines, Measured } from '../report/measured';
import { inChild } from './child';
import type { ThrottlingInput, ThrottlingRun } from './throttlingChild';
import { startVendor } from './vendor';

const PER_SECOND = 20;
const LATENCY_MS = 50;
const CONCURRENCIES = [10, 50, 200];

interface Case extends ThrottlingRun {
	concurrency: number;
	items: number;
	/** Requests, in seconds since the first. */
	taken: number[];
	refused: number[];
}

async function measure(packageDir: string, items: number, concurrency: number): Promise<Case> {
	const vendor = await startVendor({ latencyMs: LATENCY_MS, requestsPerSecond: PER_SECOND });
	try {
		const input: ThrottlingInput = { packageDir, url: vendor.url, items, concurrency };
		const run = await inChild<ThrottlingRun>('throttlingChild', input);
		const [first = 0] = vendor.taken;
		const sinceFirst = (at: number) => (at - first) / 1000;
		return { ...run, concurrency, items, taken: vendor.taken.map(sinceFirst), refused: vendor.refused.map(sinceFirst) };
	} finally {
		await vendor.close();
	}
}

function perSecond(times: number[], seconds: number): Array<[number, number]> {
	return Array.from({ length: Math.ceil(seconds) }, (_, second) => [
		second,
		times.filter((time) => Math.floor(time) === second).length,
	]);
}

function plotOf({ taken, refused, concurrency }: Case): Lines {
	const seconds = taken.at(-1) ?? 0;
	return {
		kind: 'lines',
		file: 'throttling',
		title: `Requests per second at a concurrency of ${concurrency}`,
		x: 'seconds since the first request',
		y: 'requests per second',
		lines: [
			{ label: 'taken', ours: true, points: perSecond(taken, seconds) },
			{ label: 'refused', points: perSecond(refused, seconds) },
		],
		mark: { label: "the vendor's limit", value: PER_SECOND },
	};
}

function measured(cases: Case[]): Measured {
	const worst = (of: (one: Case) => number) => Math.max(...cases.map(of));
	const slowdown = ({ seconds, items }: Case) => seconds / (items / PER_SECOND);
	const refusedShare = ({ refused, items }: Case) => (refused.length / items) * 100;
	const failed = cases.reduce((sum, { items, succeeded }) => sum + items - succeeded, 0);
	const [first] = cases;
	return {
		figures: [
			{ what: 'Items that failed', value: failed, unit: '', atMost: 0 },
			{ what: 'Total time ÷ items / 20, worst case', value: worst(slowdown), unit: '×', atMost: 1.2 },
			{ what: 'Refused requests, share of the items, worst case', value: worst(refusedShare), unit: '%', atMost: 10 },
		],
		tables: [
			{
				title: `A vendor that takes ${PER_SECOND} requests in any second and answers after ${LATENCY_MS} ms`,
				columns: ['Concurrency', 'Items', 'Succeeded', 'Seconds', '÷ ideal', 'Refused requests'],
				rows: cases.map((one) => [one.concurrency, one.items, one.succeeded, one.seconds, slowdown(one), one.refused.length]),
			},
		],
		plots: first ? [plotOf(first)] : [],
	};
}

export const throttling: Bench = {
	name: 'throttling',
	title: 'A vendor that throttles',
	async run({ quick }) {
		const pack = await packPack();
		try {
			const cases: Case[] = [];
			for (const concurrency of CONCURRENCIES) cases.push(await measure(pack.packageDir, quick ? 100 : 400, concurrency));
			return measured(cases);
		} finally {
			await pack.remove();
		}
	},
};
