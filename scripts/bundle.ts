import { readFileSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { writeEntry } from './entry';

/** What n8n loads: code with its own names and lines, in the shortest syntax. n8n-workflow and Node's modules stay outside. */
export const COMPILED = {
	bundle: true,
	platform: 'node',
	format: 'cjs',
	target: 'es2022',
	packages: 'external',
	charset: 'utf8',
	minifySyntax: true,
	tsconfig: 'tsconfig.json',
} satisfies BuildOptions;

const VENDOR = /^nodes\/(?!common\/)\w+(?=\/)/;

/** A file that `package.json` registers, from the pack's root: `dist/nodes/Baiying/BaiyingTrigger.node.js` and its source. */
interface Entry {
	built: string;
	source: string;
}

function entries(): Entry[] {
	const { n8n } = JSON.parse(readFileSync('package.json', 'utf8')) as { n8n: { nodes: string[]; credentials: string[] } };
	return [...n8n.nodes, ...n8n.credentials].map((built) => ({ built, source: built.replace(/^dist\//, '').replace(/\.js$/, '.ts') }));
}

/** The vendor's folder that an entry belongs to: the one that it imports from, or the one that it is named after. */
function homeOf(inputs: string[], { source }: Entry, folders: string[]): string {
	const imported = inputs.map((input) => VENDOR.exec(input)?.[0]).find(Boolean);
	const home = imported ?? folders.find((folder) => basename(source).startsWith(basename(folder)));
	if (!home) throw new Error(`${source} belongs to no folder of nodes/`);
	return home;
}

/** The entries of each vendor. */
async function byHome(all: Entry[]): Promise<Map<string, Entry[]>> {
	const { metafile } = await build({
		...COMPILED,
		entryPoints: all.map(({ source }) => source),
		outbase: '.',
		outdir: 'dist',
		metafile: true,
		write: false,
	});
	const folders = all.flatMap(({ source }) => VENDOR.exec(source)?.[0] ?? []);
	const homes = new Map<string, Entry[]>();
	for (const entry of all) {
		const home = homeOf(Object.keys(metafile.outputs[entry.built]?.inputs ?? {}), entry, folders);
		homes.set(home, [...(homes.get(home) ?? []), entry]);
	}
	return homes;
}

const COMMON = 'nodes/common';
const COMMON_BUNDLE = `${COMMON}/bundle.js`;

/** Takes the modules that all vendors share from their own bundle, and notes which ones are needed. */
function fromCommon(needed: Set<string>): Plugin {
	return {
		name: 'common',
		setup({ onResolve, onLoad }) {
			onResolve({ filter: /\/common\//, namespace: 'file' }, ({ path, resolveDir }) => {
				const module = relative(COMMON, resolve(resolveDir, path));
				needed.add(module);
				return { path: module, namespace: 'common' };
			});
			onResolve({ filter: /bundle\.js$/, namespace: 'common' }, ({ path }) => ({ path, external: true }));
			onLoad({ filter: /./, namespace: 'common' }, ({ path }) => ({
				contents: `module.exports = require('../common/bundle.js')['${path}'];`,
			}));
		},
	};
}

/** Compiles what all vendors share. Each module is an export, under its path in there. */
async function compileCommon(modules: string[]): Promise<void> {
	const contents = modules.map((module, index) => `import * as module${index} from './${COMMON}/${module}';\nexport { module${index} as '${module}' };`).join('\n');
	await build({ ...COMPILED, stdin: { contents, resolveDir: '.' }, outfile: `dist/${COMMON_BUNDLE}` });
}

/** Compiles a vendor's code into one file. */
async function compileVendor(home: string, members: Entry[], needed: Set<string>): Promise<string> {
	const outfile = `dist/${home}/bundle.js`;
	const contents = members.map(({ source }) => `export * from './${source.replace(/\.ts$/, '')}';`).join('\n');
	await build({ ...COMPILED, stdin: { contents, resolveDir: '.' }, outfile, plugins: [fromCommon(needed)] });
	return outfile;
}

/**
 * Compiles each vendor's nodes and credentials into one file, and what they share into another, because n8n loads one file much
 * faster than a hundred. A vendor's stay together so that a session that a node opened is the credential's too. What n8n needs when
 * it starts stands beside it, ready-made; see `writeEntry`.
 */
export async function bundle(): Promise<void> {
	const homes = await byHome(entries());
	const needed = new Set<string>();
	const compiled = [...homes].map(async ([home, members]) => ({ code: await compileVendor(home, members, needed), members }));
	const vendors = await Promise.all(compiled);
	await compileCommon([...needed].sort());
	for (const { code, members } of vendors) {
		for (const { built } of members) await writeEntry(built, code);
	}
}
