import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './pack';

/** The paths of the files below a folder of the project. */
export function filesBelow(folder: string, ending: RegExp): string[] {
	return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((path) => ending.test(path) && !path.includes('node_modules'))
		.map((path) => join(folder, path));
}

export function read(path: string): string {
	return readFileSync(join(ROOT, path), 'utf8');
}

const IMPORT = /(?:^|\n)\s*(?:import|export)\b[^;]*?\bfrom\s+'([^']+)'|\b(?:import|require)\(\s*'([^']+)'\s*\)|(?:^|\n)\s*import\s+'([^']+)'/g;

/** The names of the modules that a text imports, as written. */
export function imports(text: string): string[] {
	return [...text.matchAll(IMPORT)].map(([, from, called, bare]) => from ?? called ?? bare ?? '');
}

const isFile = (path: string) => existsSync(join(ROOT, path)) && statSync(join(ROOT, path)).isFile();

/** The files of the project that a file imports, types included. */
export function importedFiles(path: string): string[] {
	const named = imports(read(path)).filter((name) => name.startsWith('.')).map((name) => join(dirname(path), name));
	return named.map((target) => [target, `${target}.ts`, target.replace(/\.js$/, '.ts'), join(target, 'index.ts')].find(isFile) ?? target);
}
