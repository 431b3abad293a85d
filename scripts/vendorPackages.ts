import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { packPack } from './pack';

const run = promisify(execFile);

interface VendorPackage {
	name: string;
	vendor: string;
	keywords: string[];
}

/** n8n verifies only packages for one service, so each vendor has a package of its own as well. By the vendor's folder in `nodes/`. */
const PACKAGES: Record<string, VendorPackage> = {
	AlibabaCloudCallCenter: { name: 'n8n-nodes-alibaba-cloud-call-center', vendor: 'Alibaba Cloud Call Center', keywords: ['alibaba cloud', 'aliyun', 'ccc', '云联络中心'] },
	Baiying: { name: 'n8n-nodes-baiying', vendor: 'Baiying', keywords: ['baiying', 'byrobot', '百应'] },
	HuaweiContactCenter: { name: 'n8n-nodes-huawei-contact-center', vendor: 'Huawei Contact Center', keywords: ['huawei cloud', 'cc-gateway', '云联络中心'] },
};

const KEYWORDS = ['n8n-community-node-package', 'n8n', 'call center', 'telephony', 'outbound call', '外呼'];

interface Manifest {
	name: string;
	version: string;
	description: string;
	homepage: string;
	n8n: { nodes: string[]; credentials: string[]; [field: string]: unknown };
	scripts: unknown;
	devDependencies: unknown;
	[field: string]: unknown;
}

async function json<T>(path: string): Promise<T> {
	return JSON.parse(await readFile(path, 'utf8')) as T;
}

async function writeJson(path: string, value: unknown): Promise<void> {
	await writeFile(path, `${JSON.stringify(value, null, '\t')}\n`);
}

/** The name of a node or a credential, after its file: `dist/nodes/Baiying/BaiyingTrigger.node.js` is `baiyingTrigger`. */
function typeOf(built: string): string {
	return basename(built).replace(/^./, (letter) => letter.toLowerCase()).split('.')[0] ?? '';
}

/** What a registered file needs beside it: its data and its codex file. */
function filesOf(built: string): string[] {
	return [built, built.replace(/\.js$/, '.data.json'), ...(built.endsWith('.node.js') ? [built.replace(/\.js$/, '.json')] : [])];
}

/** The credentials that these nodes ask for. */
async function credentialsOf(pack: string, nodes: string[], all: string[]): Promise<string[]> {
	const data = await Promise.all(nodes.map(async (built) => await json<{ description: { credentials?: Array<{ name: string }> } }>(join(pack, built.replace(/\.js$/, '.data.json')))));
	const used = new Set(data.flatMap(({ description: { credentials = [] } }) => credentials.map(({ name }) => name)));
	return all.filter((built) => used.has(typeOf(built)));
}

interface NodeData {
	description: { builderHint?: { relatedNodes?: Array<{ nodeType: string }> } };
}

/** A node's data with the names that the related nodes have in this package. Those of other vendors are left out. */
function renamed({ description, ...data }: NodeData, whole: string, { name, nodes }: { name: string; nodes: string[] }): NodeData {
	const { builderHint } = description;
	const own = new Set(nodes.map((built) => `${name}.${typeOf(built)}`));
	const related = (builderHint?.relatedNodes ?? []).map((node) => ({ ...node, nodeType: node.nodeType.replace(`${whole}.`, `${name}.`) }));
	const relatedNodes = related.filter(({ nodeType }) => own.has(nodeType) || nodeType.startsWith('n8n-nodes-base.'));
	return { ...data, description: { ...description, ...(builderHint && { builderHint: { ...builderHint, relatedNodes } }) } };
}

function readme({ name, homepage }: Pick<Manifest, 'name' | 'homepage'>, whole: string, vendor: string): string {
	return `# ${name}

The n8n nodes for ${vendor} out of [${whole}](${homepage}), for those who need no other call center. The nodes are the same, and so is their
[documentation](${homepage}).

Install either this package or \`${whole}\`, not both, because their credentials have the same names. A workflow names the package of its nodes:
to move a workflow from one to the other, replace \`${whole}.\` by \`${name}.\` in its JSON.
`;
}

/**
 * Writes a vendor's own package.
 *
 * @param pack the unpacked tarball of all vendors
 * @param folder the vendor's, in `nodes/`
 * @returns the folder of the package
 */
async function writePackage(pack: string, folder: string, into: string): Promise<string> {
	const known = PACKAGES[folder];
	if (!known) throw new Error(`nodes/${folder} has no package of its own: add one to scripts/vendorPackages.ts`);
	const { scripts: _scripts, devDependencies: _tools, ...manifest } = await json<Manifest>(join(pack, 'package.json'));
	const nodes = manifest.n8n.nodes.filter((built) => built.startsWith(`dist/nodes/${folder}/`));
	const credentials = await credentialsOf(pack, nodes, manifest.n8n.credentials);
	const keywords = [...KEYWORDS, ...known.keywords];
	const own = { ...manifest, name: known.name, description: `n8n nodes for ${known.vendor}`, keywords, n8n: { ...manifest.n8n, nodes, credentials } };
	const target = join(into, known.name);
	for (const file of ['LICENSE.md', 'dist/nodes/common', `dist/nodes/${folder}`, ...credentials.flatMap(filesOf)]) {
		await mkdir(dirname(join(target, file)), { recursive: true });
		await cp(join(pack, file), join(target, file), { recursive: true });
	}
	for (const built of nodes) {
		const path = join(target, built.replace(/\.js$/, '.json'));
		const codex = await json<{ node: string }>(path);
		await writeJson(path, { ...codex, node: codex.node.replace(`${manifest.name}.`, `${known.name}.`) });
		const data = join(target, built.replace(/\.js$/, '.data.json'));
		await writeFile(data, `${JSON.stringify(renamed(await json<NodeData>(data), manifest.name, { name: known.name, nodes }))}\n`);
	}
	await writeJson(join(target, 'package.json'), own);
	await writeFile(join(target, 'README.md'), readme(own, manifest.name, known.vendor));
	return target;
}

/** Writes a package for each vendor into a folder, and returns theirs. */
export async function writeVendorPackages(pack: string, into: string): Promise<string[]> {
	const folders = (await readdir(join(pack, 'dist/nodes'))).filter((folder) => folder !== 'common');
	return await Promise.all(folders.map(async (folder) => await writePackage(pack, folder, into)));
}

/** Packs a package as npm publishes it, and returns the path of its tarball. */
export async function tarballOf(packageDir: string): Promise<string> {
	const { stdout } = await run('npm', ['pack', '--silent', '--pack-destination', dirname(packageDir)], { cwd: packageDir });
	return join(dirname(packageDir), stdout.trim());
}

/** `npm run packages` writes the packages, and their tarballs, into `packages/`. */
async function main(): Promise<void> {
	const into = resolve(__dirname, '../packages');
	await rm(into, { recursive: true, force: true });
	const pack = await packPack();
	try {
		for (const written of await writeVendorPackages(pack.packageDir, into)) console.log(await tarballOf(written));
	} finally {
		await pack.remove();
	}
}

if (require.main === module) void main();
