import { execFile } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packPack, type PackedPack } from '../../scripts/pack';
import type { Bench } from './bench';
import type { Measured } from '../report/measured';
import { n8nNode } from './child';
import { median, quantile } from '../report/stats';

const run = promisify(execFile);

const SIZE_LIMIT_KB = 150;

interface Manifest {
	dependencies?: Record<string, string>;
	n8n: { nodes: string[]; credentials: string[] };
}

interface Load {
	workflowMs: number;
	packMs: number;
}

async function loadOnce(packageDir: string, files: string[]): Promise<Load> {
	const { stdout } = await run(n8nNode(), [join(__dirname, 'loadingChild.cjs'), JSON.stringify({ packageDir, files })]);
	return JSON.parse(stdout) as Load;
}

async function measure({ packageDir, tarball }: PackedPack, processes: number): Promise<Measured> {
	const manifest = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as Manifest;
	const files = [...manifest.n8n.nodes, ...manifest.n8n.credentials];
	await loadOnce(packageDir, files);
	const loads: Load[] = [];
	for (let i = 0; i < processes; i++) loads.push(await loadOnce(packageDir, files));
	const pack = loads.map(({ packMs }) => packMs);
	const workflow = loads.map(({ workflowMs }) => workflowMs);
	return {
		figures: [
			{ what: 'Loading all nodes and credentials, beyond n8n-workflow', value: median(pack), unit: 'ms', atMost: 30 },
			{ what: 'Size of the packed tarball', value: statSync(tarball).size / 1000, unit: 'kB', atMost: SIZE_LIMIT_KB },
			{ what: 'Runtime dependencies', value: Object.keys(manifest.dependencies ?? {}).length, unit: '', atMost: 0 },
		],
		tables: [
			{
				title: `Loading time over ${processes} fresh processes`,
				columns: ['', 'Median ms', '90 % below, ms'],
				rows: [
					['n8n-workflow', median(workflow), quantile(workflow, 0.9)],
					[`The pack: ${manifest.n8n.nodes.length} nodes, ${manifest.n8n.credentials.length} credentials`, median(pack), quantile(pack, 0.9)],
				],
			},
		],
		plots: [
			{
				kind: 'bars',
				file: 'loading',
				title: 'Loading time',
				unit: 'ms',
				bars: [
					{ label: 'n8n-workflow', value: median(workflow) },
					{ label: 'The pack', value: median(pack), ours: true },
				],
			},
		],
	};
}

export const loading: Bench = {
	name: 'loading',
	title: 'Loading and size',
	async run({ quick }) {
		const pack = await packPack();
		try {
			return await measure(pack, quick ? 5 : 31);
		} finally {
			await pack.remove();
		}
	},
};
