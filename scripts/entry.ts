import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, posix, resolve } from 'node:path';

const load = createRequire(__filename);

type Path = Array<string | number>;

/** The functions of an object, by the paths that lead to them. */
function functionsIn(value: unknown, path: Path = []): Path[] {
	if (typeof value === 'function') return [path];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, inner]) => functionsIn(inner, [...path, name]));
}

/** The methods of a class; those that are properties of its objects are found there. */
function methodsOf({ prototype }: { prototype: object }): Path[] {
	return Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor').map((name) => [name]);
}

function relative(from: string, to: string): string {
	const path = posix.relative(posix.dirname(from), to);
	return path.startsWith('.') ? path : `./${path}`;
}

function access(path: Path): string {
	return path.map((name) => `[${JSON.stringify(name)}]`).join('');
}

/** Assigns a function that passes on its call, after the objects that it stands in. */
function forwarding(path: Path): string[] {
	const parents = path.slice(0, -1).map((_, index) => `this${access(path.slice(0, index + 1))} ??= {};`);
	return [...parents, `this${access(path)} = function (...args) { return loaded()${access(path)}.apply(this, args); };`];
}

function entryText(name: string, code: string, data: string, functions: Path[]): string {
	return `// The data is what n8n reads when it starts. The code is loaded when it is first used.
let instance;
function loaded() {
	instance ??= new (require('${code}').${name})();
	return instance;
}
exports.${name} = class ${name} {
	constructor() {
		Object.assign(this, structuredClone(require('${data}')));
${[...new Set(functions.flatMap(forwarding))].map((line) => `\t\t${line}`).join('\n')}
	}
};
`;
}

/**
 * Writes the file that `package.json` registers for a node or a credential, with its data in a JSON file beside it. n8n loads all
 * of them whenever it starts, and to read the data takes a fraction of the time that it takes to assemble it.
 *
 * @param built from the pack's root, such as `dist/nodes/Baiying/BaiyingTrigger.node.js`; n8n finds the class by this name
 * @param code the compiled file that exports the class
 */
export async function writeEntry(built: string, code: string): Promise<void> {
	const name = basename(built).split('.')[0] ?? '';
	const path = resolve(code);
	delete load.cache[path];
	const Class = (load(path) as Record<string, new () => object>)[name];
	if (!Class) throw new Error(`${code} does not export ${name}`);
	const data = built.replace(/\.js$/, '.data.json');
	const object = new Class();
	await mkdir(dirname(built), { recursive: true });
	await writeFile(data, `${JSON.stringify(object)}\n`);
	await writeFile(built, entryText(name, relative(built, code), relative(built, data), [...functionsIn(object), ...methodsOf(Class)]));
}
