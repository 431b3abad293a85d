import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT, packageJson } from './pack';

/** A small pack without a fault by n8n's rules, by path and text. Tests spoil it file by file. */
export const GOOD_PACK: Record<string, string> = {
	'package.json': JSON.stringify({
		...packageJson,
		n8n: {
			...packageJson.n8n,
			nodes: ['dist/nodes/Sample/Sample.node.js'],
			credentials: ['dist/credentials/SampleApi.credentials.js'],
		},
	}),
	'nodes/Sample/sample.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
	'nodes/Sample/sample.dark.svg': '<svg xmlns="http://www.w3.org/2000/svg" id="dark"/>',
	'nodes/Sample/properties.ts': `
import type { INodeProperties } from 'n8n-workflow';

const names = ['Alpha', 'Beta'];

export function properties(): INodeProperties[] {
	return names.map((displayName) => ({ displayName, name: displayName, type: 'string', default: '' }));
}
`,
	'nodes/Sample/Sample.node.ts': `
import { type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription, NodeConnectionTypes } from 'n8n-workflow';
import { properties } from './properties';

export class Sample implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Sample',
		name: 'sample',
		icon: { light: 'file:sample.svg', dark: 'file:sample.dark.svg' },
		group: ['output'],
		version: [1],
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'A sample',
		defaults: { name: 'Sample' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'sampleApi', required: true }],
		properties: properties(),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [this.getInputData()];
	}
}
`,
	'credentials/SampleApi.credentials.ts': `
import type { Icon, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

export class SampleApi implements ICredentialType {
	name = 'sampleApi';
	displayName = 'Sample API';
	icon: Icon = { light: 'file:../nodes/Sample/sample.svg', dark: 'file:../nodes/Sample/sample.dark.svg' };
	documentationUrl = 'https://example.com/credentials';
	properties: INodeProperties[] = [
		{ displayName: 'App Secret', name: 'appSecret', type: 'string', typeOptions: { password: true }, default: '' },
	];
	test: ICredentialTestRequest = { request: { baseURL: 'https://example.com', url: '/' } };
}
`,
};

/** Writes a pack into a directory of its own; its imports find the repository's `node_modules`. */
export function writePack(files: Record<string, string>): { dir: string; remove(): void } {
	const dir = mkdtempSync(join(tmpdir(), 'call-center-lint-'));
	symlinkSync(join(ROOT, 'node_modules'), join(dir, 'node_modules'));
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(dir, path)), { recursive: true });
		writeFileSync(join(dir, path), text);
	}
	return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}
