import 'reflect-metadata';
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { PackageDirectoryLoader } from 'n8n-core';
import type { INodeType } from 'n8n-workflow';
import { packPack, type PackedPack } from '../../scripts/pack';
import { tarballOf, writeVendorPackages } from '../../scripts/vendorPackages';
import { ROOT, packageJson, typeName, type PackageJson } from './helpers/pack';

let pack: PackedPack;
let folder: string;
let packages: string[];
let tarballs: string[];

beforeAll(async () => {
	pack = await packPack(ROOT);
	folder = await mkdtemp(join(tmpdir(), 'call-center-packages-'));
	packages = await writeVendorPackages(pack.packageDir, folder);
	tarballs = await Promise.all(packages.map(tarballOf));
}, 120_000);

afterAll(async () => {
	await pack.remove();
	await rm(folder, { recursive: true, force: true });
});

const manifestOf = (path: string) => JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as PackageJson;

it('has each node and each credential in one package', () => {
	const { nodes, credentials } = packageJson.n8n;
	expect(packages.map((path) => basename(path)).sort()).toEqual(['n8n-nodes-alibaba-cloud-call-center', 'n8n-nodes-baiying', 'n8n-nodes-huawei-contact-center']);
	expect(packages.flatMap((path) => manifestOf(path).n8n.nodes).sort()).toEqual(nodes);
	expect(packages.flatMap((path) => manifestOf(path).n8n.credentials).sort()).toEqual(credentials);
});

it('loads each package in n8n, under its own name', async () => {
	for (const path of packages) {
		const { name, n8n } = manifestOf(path);
		const loader = new PackageDirectoryLoader(path);
		await loader.loadAll();

		expect(Object.keys(loader.nodeTypes).sort()).toEqual(n8n.nodes.map(typeName).sort());
		expect(Object.keys(loader.credentialTypes).sort()).toEqual(n8n.credentials.map(typeName).sort());
		const codexes = n8n.nodes.map((built) => JSON.parse(readFileSync(join(path, built.replace(/\.js$/, '.json')), 'utf8')) as { node: string });
		expect(codexes.map(({ node }) => node)).toEqual(n8n.nodes.map((built) => `${name}.${typeName(built)}`));
	}
});

it('relates its nodes to nodes that it has itself, or that n8n has', async () => {
	for (const path of packages) {
		const { name, n8n } = manifestOf(path);
		const loader = new PackageDirectoryLoader(path);
		await loader.loadAll();
		const related = Object.values(loader.nodeTypes).flatMap(({ type }) => (type as INodeType).description.builderHint?.relatedNodes ?? []);
		const own = n8n.nodes.map((built) => `${name}.${typeName(built)}`);
		expect(related.length).toBeGreaterThan(0);
		expect(related.filter(({ nodeType }) => !own.includes(nodeType) && nodeType !== 'n8n-nodes-base.wait')).toEqual([]);
	}
});

it('needs no file of another vendor', async () => {
	const code = "const { n8n } = require('./package.json'); for (const file of [...n8n.nodes, ...n8n.credentials]) new (Object.values(require('./' + file))[0])(); require(process.argv[1]);";
	const loads = packages.map(async (path) => {
		const [vendor] = readdirSync(join(path, 'dist/nodes')).filter((name) => name !== 'common');
		const { stderr } = await promisify(execFile)(process.execPath, ['-e', code, `./dist/nodes/${vendor}/bundle.js`], { cwd: path, env: { ...process.env, NODE_PATH: join(ROOT, 'node_modules') } });
		return stderr;
	});
	expect(await Promise.all(loads)).toEqual(['', '', '']);
}, 60_000);

it('is small, with nothing but the build, a page and the license', () => {
	for (const path of packages) expect(readdirSync(path).sort()).toEqual(['LICENSE.md', 'README.md', 'dist', 'package.json']);
	for (const tarball of tarballs) expect(statSync(tarball).size).toBeLessThanOrEqual(200_000);
});
