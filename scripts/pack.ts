import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import * as tar from 'tar';

const run = promisify(execFile);

const INPUTS = [
	'package.json',
	'tsconfig.json',
	'tsconfig.build.json',
	'gulpfile.js',
	'scripts',
	'nodes',
	'credentials',
	'README.md',
	'README.zh-CN.md',
	'LICENSE.md',
	'CHANGELOG.md',
];

export interface PackedPack {
	/** The `.tgz` that `npm pack` wrote. */
	tarball: string;
	/** What a user gets: the unpacked tarball. */
	packageDir: string;
	remove(): Promise<void>;
}

/**
 * Builds the pack in a copy of its sources, packs it and unpacks the result; the repository's own `dist/` stays untouched.
 * The repository's `node_modules` is found from the unpacked package, as n8n's own would be.
 */
export async function packPack(root = resolve(__dirname, '..')): Promise<PackedPack> {
	const dir = await mkdtemp(join(tmpdir(), 'call-center-pack-'));
	const sources = join(dir, 'sources');
	await mkdir(sources);
	const present = await readdir(root);
	for (const input of INPUTS.filter((name) => present.includes(name))) {
		await cp(join(root, input), join(sources, input), { recursive: true });
	}
	await symlink(join(root, 'node_modules'), join(dir, 'node_modules'));

	await run('npm', ['run', 'build'], { cwd: sources });
	await run('npm', ['pack', '--pack-destination', dir], { cwd: sources });

	const name = (await readdir(dir)).find((file) => file.endsWith('.tgz'));
	if (!name) throw new Error(`npm pack wrote no tarball into ${dir}`);
	const tarball = join(dir, name);
	await tar.extract({ file: tarball, cwd: dir });
	return { tarball, packageDir: join(dir, 'package'), remove: async () => await rm(dir, { recursive: true, force: true }) };
}
