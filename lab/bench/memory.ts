import { packPack } from '../../scripts/pack';
import type { Bench } from './bench';
import type { Figure, Measured, Table } from '../report/measured';
import { inChild } from './child';
import type { MemoryInput, MemoryRun, Subject } from './memoryChild';
import { RECORDS_PER_PAGE, recordsAnswer, startVendor, type VendorOptions } from './vendor';

const SUBJECTS: Record<Subject, string> = { calls: 'Calls', records: 'Call records' };

interface Pair {
	subject: Subject;
	alone: MemoryRun;
	node: MemoryRun;
}

/** What the vendor answers; the first request for records is that of the warm-up. */
function answers(subject: Subject, items: number): VendorOptions {
	const pages = items / RECORDS_PER_PAGE;
	return subject === 'records' ? { body: (n) => recordsAnswer(Math.max(0, n - 2), pages) } : {};
}

async function measure(packageDir: string, items: number, subject: Subject, throughNode: boolean): Promise<MemoryRun> {
	const vendor = await startVendor(answers(subject, items));
	try {
		const input: MemoryInput = { packageDir, url: vendor.url, items, subject, throughNode };
		return await inChild<MemoryRun>('memoryChild', input, { execArgv: ['--expose-gc', '--max-old-space-size=6000'] });
	} finally {
		await vendor.close();
	}
}

async function pair(packageDir: string, items: number, subject: Subject): Promise<Pair> {
	const alone = await measure(packageDir, items, subject, false);
	return { subject, alone, node: await measure(packageDir, items, subject, true) };
}

function figures({ subject, alone, node }: Pair, items: number): Figure[] {
	const what = SUBJECTS[subject];
	const perItem = (bytes: number) => Math.round(bytes / items);
	return [
		{ what: `${what}: growth of the heap per item, through the node`, value: perItem(node.kept), unit: 'bytes' },
		{ what: `${what}: the same for the items alone`, value: perItem(alone.kept), unit: 'bytes' },
		{ what: `${what}: node ÷ items alone`, value: node.kept / alone.kept, unit: '×', atMost: 1.25 },
		{ what: `${what}: largest live heap, per item`, value: perItem(node.peakAlive), unit: 'bytes' },
		{ what: `${what}: items returned`, value: node.items, unit: '', atLeast: items },
	];
}

function tableOf({ subject, alone, node }: Pair, items: number): Table {
	const row = (label: string, { kept, peakAlive, peakRss, seconds }: MemoryRun) => [
		label,
		...[kept, peakAlive, peakRss].map((bytes) => Math.round(bytes / items)),
		seconds,
	];
	return {
		title: `${SUBJECTS[subject]}: ${items.toLocaleString('en')} items, bytes per item`,
		columns: ['', 'Kept', 'Largest live heap', 'Largest process', 'Seconds'],
		rows: [row('The items alone', alone), row('Through the node', node)],
	};
}

function measured(pairs: Pair[], items: number): Measured {
	const bars = pairs.flatMap(({ subject, alone, node }) => [
		{ label: `${SUBJECTS[subject]}, the items alone`, value: Math.round(alone.kept / items) },
		{ label: `${SUBJECTS[subject]}, through the node`, value: Math.round(node.kept / items), ours: true },
	]);
	return {
		figures: pairs.flatMap((one) => figures(one, items)),
		tables: pairs.map((one) => tableOf(one, items)),
		plots: [{ kind: 'bars', file: 'memory', title: `Memory kept per item, ${items.toLocaleString('en')} items`, unit: 'bytes', bars }],
	};
}

export const memory: Bench = {
	name: 'memory',
	title: 'Memory',
	async run({ quick }) {
		const items = quick ? 5000 : 100_000;
		const pack = await packPack();
		try {
			const pairs: Pair[] = [];
			for (const subject of ['calls', 'records'] as const) pairs.push(await pair(pack.packageDir, items, subject));
			return measured(pairs, items);
		} finally {
			await pack.remove();
		}
	},
};
