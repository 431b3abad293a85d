import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { ICredentialType, INodeType } from 'n8n-workflow';
import { loadNode } from '../../../scripts/assembled';

export const ROOT = resolve(__dirname, '../../..');

export interface PackageJson {
	name: string;
	license: string;
	keywords: string[];
	files: string[];
	scripts: Record<string, string>;
	dependencies?: Record<string, string>;
	peerDependencies: Record<string, string>;
	n8n: { n8nNodesApiVersion: number; strict: boolean; nodes: string[]; credentials: string[] };
	[field: string]: unknown;
}

export const packageJson = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as PackageJson;

/** A registered node as its source has it now, without a build. */
export async function loadedNode(built: string): Promise<INodeType> {
	const { node } = await loadNode(ROOT, built);
	return node;
}

export async function loadedCredential(built: string): Promise<ICredentialType> {
	const path = join(ROOT, built.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
	const exported = (await import(path)) as Record<string, new () => ICredentialType>;
	const Credential = exported[basename(path, '.credentials.ts')];
	if (!Credential) throw new Error(`${path} does not export its class`);
	return new Credential();
}

/** The type name of a built node or credential: its file name with a small first letter. */
export function typeName(built: string): string {
	const name = basename(built).split('.')[0] ?? '';
	return name.charAt(0).toLowerCase() + name.slice(1);
}
