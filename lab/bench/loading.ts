import { execFile } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { packPack, type PackedPack } from '../../scripts/pack';
import { tarballOf, writeVendorPackages } from '../../scripts/vendorPackages';
import type { Bench } from './bench';
import type { Measured } from '../report/measured';
import { inChild, n8nNode } from './child';
import type { DescriptionInput, DescriptionRun } from './descriptionChild';
import { median, medianRatio, quantile } from '../report/stats';

const run = promisify(execFile);

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

interface Size {
	name: string;
	kb: number;
}

const kbOf = (tarball: string) => statSync(tarball).size / 1000;

/** The tarballs of the vendors' own packages, the largest one first. */
async function vendorSizes({ packageDir }: PackedPack): Promise<Size[]> {
	const packages = await writeVendorPackages(packageDir, join(dirname(packageDir), 'packages'));
	const sizes = await Promise.all(packages.map(async (path) => ({ name: basename(path), kb: kbOf(await tarballOf(path)) })));
	return sizes.sort((a, b) => b.kb - a.kb);
}

async function measure(packed: PackedPack, processes: number, rounds: number): Promise<Measured> {
	const { packageDir, tarball } = packed;
	const manifest = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as Manifest;
	const files = [...manifest.n8n.nodes, ...manifest.n8n.credentials];
	await loadOnce(packageDir, files);
	const loads: Load[] = [];
	for (let i = 0; i < processes; i++) loads.push(await loadOnce(packageDir, files));
	const pack = loads.map(({ packMs }) => packMs);
	const workflow = loads.map(({ workflowMs }) => workflowMs);
	const input: DescriptionInput = { packageDir, nodes: manifest.n8n.nodes, rounds };
	const sizes = await vendorSizes(packed);
	const { largestKb, typicalMs, worst } = await inChild<DescriptionRun>('descriptionChild', input);
	return {
		figures: [
			{ what: 'Loading all nodes and credentials, beyond n8n-workflow', value: median(pack), unit: 'ms', atMost: 30 },
			{ what: 'The same ÷ loading n8n-workflow', value: medianRatio(pack, workflow), unit: '×' },
			{ what: 'new Workflow() with one Start Back-to-Back Call', value: typicalMs, unit: 'ms', atMost: 0.4 },
			{ what: `new Workflow() with the slowest operation, ${worst.operation}`, value: worst.ms, unit: 'ms', atMost: 0.4 },
			{ what: 'Description of the largest node, as JSON', value: largestKb, unit: 'kB', atMost: 200 },
			{ what: "Tarball of the largest vendor's own package", value: sizes[0]?.kb ?? NaN, unit: 'kB', atMost: 200 },
			{ what: 'Tarball of all vendors together', value: kbOf(tarball), unit: 'kB' },
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
			{ title: 'Tarballs', columns: ['', 'kB'], rows: [...sizes.map(({ name, kb }) => [name, kb]), ['n8n-nodes-call-center', kbOf(tarball)]] },
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
			return await measure(pack, quick ? 5 : 31, quick ? 50 : 500);
		} finally {
			await pack.remove();
		}
	},
};
