import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

export interface NodeSource {
	/** From the pack's root, such as `nodes/Baiying/BaiyingTrigger.node.ts`. */
	path: string;
	node: INodeType;
}

/** A node of a pack, loaded from its TypeScript source; `built` is its entry in `package.json`. */
export async function loadNode(root: string, built: string): Promise<NodeSource> {
	const path = built.replace(/^dist\//, '').replace(/\.js$/, '.ts');
	const className = basename(path, '.node.ts');
	const exported = (await import(join(root, path))) as Record<string, new () => INodeType>;
	const Node = exported[className];
	if (!Node) throw new Error(`${path} does not export the class ${className}`);
	return { path, node: new Node() };
}

/** The nodes that a pack's `package.json` registers. */
export async function loadNodes(root: string): Promise<NodeSource[]> {
	const { n8n } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { n8n: { nodes: string[] } };
	return await Promise.all(n8n.nodes.map(async (built) => await loadNode(root, built)));
}

/** A value as source text, with plain keys, as a person would type it. */
function literal(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(literal).join(',\n')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const entries = Object.entries(value).filter(([, inner]) => inner !== undefined && typeof inner !== 'function');
	return `{${entries.map(([key, inner]) => `${/^[a-z_$][\w$]*$/i.test(key) ? key : JSON.stringify(key)}: ${literal(inner)}`).join(',\n')}}`;
}

/** A node class that holds its whole description, as n8n's lint rules expect. */
export function writtenOut(className: string, description: INodeTypeDescription): string {
	return `export class ${className} implements INodeType {\n description: INodeTypeDescription = ${literal(description)};\n}\n`;
}
