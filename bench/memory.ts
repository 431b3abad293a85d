import { packPack } from '../scripts/pack';
import type { Bench, Measured } from './bench';
import { inChild } from './child';
import type { MemoryInput, MemoryRun } from './memoryChild';
import { startVendor } from './vendor';

const LABELS = { items: 'The items alone', node: 'Through the node' };

type What = keyof typeof LABELS;

async function measure(packageDir: string, items: number, what: What): Promise<MemoryRun> {
	const vendor = await startVendor();
	try {
		const input: MemoryInput = { packageDir, url: vendor.url, items, what };
		return await inChild<MemoryRun>('memoryChild', input, { execArgv: ['--expose-gc', '--max-old-space-size=6000'] });
	} finally {
		await vendor.close();
	}
}

function measured(runs: Record<What, MemoryRun>, items: number): Measured {
	const perItem = (bytes: number) => Math.round(bytes / items);
	const names = Object.keys(LABELS) as What[];
	return {
		figures: [
			{ what: 'Growth of the heap per item, through the node', value: perItem(runs.node.kept), unit: 'bytes' },
			{ what: 'The same for the items alone', value: perItem(runs.items.kept), unit: 'bytes' },
			{ what: 'Node ÷ items alone', value: runs.node.kept / runs.items.kept, unit: '×', atMost: 1.25 },
			{ what: 'Most that was alive at once, per item', value: perItem(runs.node.peakAlive), unit: 'bytes' },
			{ what: 'Items that came out', value: runs.node.items, unit: '', atLeast: items },
		],
		tables: [
			{
				title: `${items.toLocaleString('en')} items, bytes per item`,
				columns: ['', 'Kept', 'Most alive at once', 'Most memory of the process', 'Seconds'],
				rows: names.map((name) => {
					const { kept, peakAlive, peakRss, seconds } = runs[name];
					return [LABELS[name], perItem(kept), perItem(peakAlive), perItem(peakRss), seconds];
				}),
			},
		],
		plots: [
			{
				kind: 'bars',
				file: 'memory',
				title: `Memory kept per item, ${items.toLocaleString('en')} items`,
				unit: 'bytes',
				bars: names.map((name) => ({ label: LABELS[name], value: perItem(runs[name].kept), ours: name === 'node' })),
			},
		],
	};
}

export const memory: Bench = {
	name: 'memory',
	title: 'Memory',
	method: `The packed node runs 100,000 \`startBack2BackCall\` items with a concurrency of 100 through n8n's own engine (n8n-core, in a process of its own) against a vendor on loopback that answers at once. *Kept* is what is alive after the run and a garbage collection, input, output and n8n's records of the run included, beyond what was alive before it. *The items alone* is the same run with a node in the place of ours that makes the same items without asking anybody. *Most alive at once* is looked at every four seconds, after a garbage collection; *most memory of the process* every 50 ms, with all the garbage that Node had not troubled to collect yet. That the first may be 1.25 × the second at most is our own reading of "what the items themselves need". Reading call records with Return All is not measured: the pack has no such action yet.`,
	limits: `What is kept beyond the items is the ledger that keeps a call from being placed twice: one entry per item, which shares the item's content, for as long as the execution lives. n8n itself holds input and output of every node of an execution in memory; a campaign of millions belongs in several executions.`,
	async run({ quick }) {
		const items = quick ? 5000 : 100_000;
		const pack = await packPack();
		try {
			const alone = await measure(pack.packageDir, items, 'items');
			const node = await measure(pack.packageDir, items, 'node');
			return measured({ items: alone, node }, items);
		} finally {
			await pack.remove();
		}
	},
};
