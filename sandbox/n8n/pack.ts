import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packPack } from '../../scripts/pack';
import { lastLines, runNpm } from './command';
import type { Log } from './paths';

/** Builds and packs the pack and installs the tarball where n8n looks for community packages, as its own installer does. */
export async function installPack(userFolder: string, log: Log): Promise<void> {
	log('Building and packing the nodes');
	const pack = await packPack();
	try {
		await installTarball(pack.tarball, userFolder);
	} finally {
		await pack.remove();
	}
	log('The packed tarball is installed in n8n');
}

async function installTarball(tarball: string, userFolder: string): Promise<void> {
	const nodes = join(userFolder, '.n8n', 'nodes');
	await mkdir(nodes, { recursive: true });
	await writeFile(join(nodes, 'package.json'), JSON.stringify({ name: 'installed-nodes', private: true }));
	const { ok, output } = await runNpm(
		['install', tarball, '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'],
		{ cwd: nodes },
	);
	if (!ok) throw new Error(`The packed nodes could not be installed in n8n.\n${lastLines(output)}`);
}
