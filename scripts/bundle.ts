import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, posix } from 'node:path';
import { build, type BuildOptions } from 'esbuild';

/** What n8n loads: readable code with its own names. n8n-workflow and Node's modules stay outside. */
export const COMPILED = {
	bundle: true,
	platform: 'node',
	format: 'cjs',
	target: 'es2022',
	packages: 'external',
	charset: 'utf8',
	tsconfig: 'tsconfig.json',
} satisfies BuildOptions;

/** A file that `package.json` registers, from the pack's root: `dist/nodes/Baiying/BaiyingTrigger.node.js` and its source. */
interface Entry {
	built: string;
	source: string;
}

function entries(): Entry[] {
	const { n8n } = JSON.parse(readFileSync('package.json', 'utf8')) as { n8n: { nodes: string[]; credentials: string[] } };
	return [...n8n.nodes, ...n8n.credentials].map((built) => ({ built, source: built.replace(/^dist\//, '').replace(/\.js$/, '.ts') }));
}

/** The vendor's folder that an entry consists of; an entry without one stands for itself. */
function homeOf(inputs: string[], { source }: Entry): string {
	return inputs.map((input) => /^nodes\/(?!common\/)\w+(?=\/)/.exec(input)?.[0]).find(Boolean) ?? source;
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
	const homes = new Map<string, Entry[]>();
	for (const entry of all) {
		const home = homeOf(Object.keys(metafile.outputs[entry.built]?.inputs ?? {}), entry);
		homes.set(home, [...(homes.get(home) ?? []), entry]);
	}
	return homes;
}

/** n8n finds a class by the name of its file. */
function className({ built }: Entry): string {
	return basename(built).split('.')[0] ?? '';
}

function relative(from: string, to: string): string {
	const path = posix.relative(posix.dirname(from), to);
	return path.startsWith('.') ? path : `./${path}`;
}

async function bundleTogether(home: string, members: Entry[]): Promise<void> {
	const outfile = `dist/${home}/bundle.js`;
	const contents = members.map(({ source }) => `export * from './${source.replace(/\.ts$/, '')}';`).join('\n');
	await build({ ...COMPILED, stdin: { contents, resolveDir: '.' }, outfile });
	for (const entry of members) {
		const name = className(entry);
		await mkdir(dirname(entry.built), { recursive: true });
		await writeFile(entry.built, `exports.${name} = require('${relative(entry.built, outfile)}').${name};\n`);
	}
}

/**
 * Compiles each vendor's nodes and credentials into one file, because n8n loads one file much faster than a hundred. They stay
 * together so that a session that a node opened is the credential's too, and an error is an instance of one class.
 */
export async function bundle(): Promise<void> {
	for (const [home, members] of await byHome(entries())) {
		const [only, another] = members;
		if (only && !another) await build({ ...COMPILED, entryPoints: [only.source], outfile: only.built });
		else await bundleTogether(home, members);
	}
}
