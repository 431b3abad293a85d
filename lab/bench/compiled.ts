import { createRequire } from 'node:module';
import { join } from 'node:path';

const load = createRequire(__filename);

/** A compiled module of the unpacked tarball, by the path of its source without the ending. */
export function compiled<Module>(packageDir: string, source: string): Module {
	return load(join(packageDir, 'dist', `${source}.js`)) as Module;
}
