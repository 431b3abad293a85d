import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { COMPILED } from '../../scripts/bundle';
import { PROJECT } from '../../sandbox/n8n/paths';

const load = createRequire(__filename);

/**
 * A compiled module of the unpacked tarball, by the path of its source without the ending. The tarball holds a vendor's modules in
 * one bundle; one that it doesn't export is compiled again in the same way.
 */
export function compiled<Module>(packageDir: string, source: string): Module {
	const outfile = join(packageDir, 'dist', `${source}.js`);
	if (!existsSync(outfile)) buildSync({ ...COMPILED, entryPoints: [join(PROJECT, `${source}.ts`)], tsconfig: join(PROJECT, 'tsconfig.json'), outfile });
	return load(outfile) as Module;
}
