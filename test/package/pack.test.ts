import 'reflect-metadata';
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { PackageDirectoryLoader } from 'n8n-core';
import type { Icon, INodeType } from 'n8n-workflow';
import { packPack, type PackedPack } from '../../scripts/pack';
import n8nCredentialTypes from '../fixtures/n8n-credential-types.json';
import { ROOT, packageJson, typeName } from './helpers/pack';

/** The pack as a user gets it: built, packed, unpacked and loaded by n8n's own loader. */
let pack: PackedPack;
let loader: PackageDirectoryLoader;

beforeAll(async () => {
	pack = await packPack(ROOT);
	loader = new PackageDirectoryLoader(pack.packageDir);
	await loader.loadAll();
}, 120_000);

afterAll(async () => await pack.remove());

function packedFiles(): string[] {
	return readdirSync(pack.packageDir, { recursive: true, encoding: 'utf8' }).filter((path) =>
		statSync(join(pack.packageDir, path)).isFile(),
	);
}

const IN_DIST = /^dist\/(nodes|credentials)\/(?!.*\btest\b).*(\.js|\.data\.json|\.svg|\.node\.json|\/__schema__\/.*\.json)$/;
const BESIDE_DIST = /^(package\.json|(README|LICENSE)[\w.-]*\.md)$/;

it('holds what n8n needs and nothing that only we need', () => {
	const files = packedFiles();

	expect(files).toEqual(expect.arrayContaining(['package.json', ...packageJson.n8n.nodes, ...packageJson.n8n.credentials]));
	expect(files.filter((path) => !IN_DIST.test(path) && !BESIDE_DIST.test(path))).toEqual([]);
});

it('is small, with all vendors and both languages of the readme', () => {
	expect(statSync(pack.tarball).size).toBeLessThanOrEqual(350_000);
});

it('loads every registered node and credential', () => {
	expect(Object.keys(loader.nodeTypes).sort()).toEqual(packageJson.n8n.nodes.map(typeName).sort());
	expect(Object.keys(loader.credentialTypes).sort()).toEqual(packageJson.n8n.credentials.map(typeName).sort());
});

it('tells the AI workflow builder what each node is for, and which nodes belong together', () => {
	const own = Object.keys(loader.nodeTypes).map((name) => `${packageJson.name}.${name}`);
	for (const [name, { type }] of Object.entries(loader.nodeTypes)) {
		const { builderHint } = (type as INodeType).description;
		expect({ name, hint: builderHint?.searchHint }).toEqual({ name, hint: expect.stringMatching(/^[A-Z].{80,700}\.$/) });
		const related = (builderHint?.relatedNodes ?? []).map(({ nodeType }) => nodeType);
		expect(related.length).toBeGreaterThan(0);
		expect(related).not.toContain(`${packageJson.name}.${name}`);
		expect(related.filter((other) => !own.includes(other))).toEqual(related.includes('n8n-nodes-base.wait') ? ['n8n-nodes-base.wait'] : []);
	}
});

const vendors = ['AlibabaCloudCallCenter', 'Baiying', 'HuaweiContactCenter'];

/** Requires from the unpacked package, as n8n does. */
const load = (path: string) => createRequire(join(pack.packageDir, 'package.json'))(`./${path}`) as Record<string, new () => Record<string, unknown>>;

/** The paths of all functions of an object, also those of its class. */
function functionsOf(object: object, path = ''): string[] {
	const prototype = path === '' ? Object.getOwnPropertyNames(Object.getPrototypeOf(object)) : [];
	const names = [...Object.keys(object), ...prototype.filter((name) => name !== 'constructor')];
	return names.flatMap((name) => {
		const value = (object as Record<string, unknown>)[name];
		if (typeof value === 'function') return [`${path}${name}`];
		return typeof value === 'object' && value !== null ? functionsOf(value, `${path}${name}.`) : [];
	});
}

it.each([...packageJson.n8n.nodes, ...packageJson.n8n.credentials])('reads %s without its code, and offers all of it', (built) => {
	const name = basename(built).split('.')[0] ?? '';
	const code = vendors.map((vendor) => join(pack.packageDir, `dist/nodes/${vendor}/bundle.js`));
	const [Entry, Class] = [load(built)[name], code.map((path) => load(relative(pack.packageDir, path))[name]).find(Boolean)];
	if (!Entry || !Class) throw new Error(`${built} has no class ${name}`);
	const [entry, object] = [new Entry(), new Class()];

	expect(JSON.stringify(entry) === JSON.stringify(object)).toBe(true);
	expect(functionsOf(entry).sort()).toEqual(functionsOf(object).sort());
});

it('reads all entries without loading any code', async () => {
	const script = `
		const files = ${JSON.stringify([...packageJson.n8n.nodes, ...packageJson.n8n.credentials])};
		for (const file of files) new (Object.values(require('./' + file))[0])();
		console.log(Object.keys(require.cache).filter((path) => path.endsWith('bundle.js')).length);
	`;
	const { stdout } = await promisify(execFile)(process.execPath, ['-e', script], { cwd: pack.packageDir });
	expect(stdout.trim()).toBe('0');
});

it('has one copy of what its entries share', () => {
	const texts = packedFiles().filter((path) => path.endsWith('.js')).map((path) => [path, readFileSync(join(pack.packageDir, path), 'utf8')] as const);
	const holding = (text: string) => texts.filter(([, content]) => content.includes(text)).map(([path]) => path);

	expect(holding('var sessions = new ')).toEqual(['dist/nodes/HuaweiContactCenter/bundle.js']);
	expect(holding('VendorError = class')).toEqual(['dist/nodes/common/bundle.js']);
});

it('keeps its own names', () => {
	const bundle = readFileSync(join(pack.packageDir, 'dist/nodes/AlibabaCloudCallCenter/bundle.js'), 'utf8');
	expect(bundle).toMatch(/^var startBack2BackCall = /m);
	expect(bundle).toContain('// nodes/AlibabaCloudCallCenter/resources/call/startBack2BackCall.ts');
});

it("takes no credential type that is n8n's own", () => {
	expect(n8nCredentialTypes).toContain('alibabaCloudApi');
	expect(Object.keys(loader.credentialTypes).filter((name) => n8nCredentialTypes.includes(name))).toEqual([]);
});

it('has existing credentials for every node, and a node for every credential', () => {
	const known = Object.keys(loader.credentialTypes).sort();
	const used = loader.types.nodes.flatMap(({ credentials = [] }) => credentials.map(({ name }) => name));
	expect([...new Set(used)].sort()).toEqual(known);
});

/** The icon's files, read from the sources: the loader has already turned the names into addresses. */
function iconFiles(icon: Icon | undefined, folder: string): string[] {
	if (typeof icon !== 'object') throw new Error(`${folder} has no light and dark icon`);
	return [icon.light, icon.dark].map((name) => resolve(folder, name.replace(/^file:/, '')));
}

it('has a light and a dark icon for every node and credential', async () => {
	for (const built of [...packageJson.n8n.nodes, ...packageJson.n8n.credentials]) {
		const path = join(pack.packageDir, built);
		const exported = (await import(path)) as Record<string, new () => { icon?: Icon } | INodeType>;
		const Type = exported[basename(built).split('.')[0] ?? ''];
		if (!Type) throw new Error(`${built} does not export its class`);
		const instance = new Type();
		const icon = 'description' in instance ? instance.description.icon : instance.icon;
		const [light = '', dark = ''] = iconFiles(icon as Icon, join(path, '..'));

		for (const file of [light, dark]) {
			expect(file.startsWith(join(pack.packageDir, 'dist'))).toBe(true);
			expect(readFileSync(file, 'utf8')).toMatch(/^<svg [^>]*viewBox="0 0 (\d+) \1"/);
			expect(statSync(file).size).toBeLessThan(2048);
		}
		expect(readFileSync(light, 'utf8')).not.toBe(readFileSync(dark, 'utf8'));
	}
});

/** What a user types into the editor's search, and the node that must come up; n8n searches node names and aliases only. */
const SEARCHES: Record<string, string[]> = {
	alibabaCloudCallCenter: [
		...['dtmf', 'keypad', '按键', 'survey', 'satisfaction', 'csat', '满意度', 'back-to-back', 'double call', 'click to call', '双呼'],
		...['dial', 'outbound call', 'call out', '外呼', 'call record', 'cdr', '通话记录', '话单', 'call center', 'aliyun', 'ccc', '云联络中心', '云呼叫中心'],
	],
	alibabaCloudCallCenterTrigger: [
		...['call ended', '通话结束', '挂机', 'call record', 'cdr', '通话记录', '话单', 'recording ready', '录音', 'missed call', '未接来电'],
		...['call center', 'aliyun', 'ccc', '云联络中心', '云呼叫中心', 'polling', '轮询'],
	],
	baiying: [
		...['run campaign', 'import customers', 'reconcile', '导入客户', '对账', '下载录音'],
		...['robot', '机器人', 'outbound call', '外呼', 'job', '任务', 'customer', '客户', 'blacklist', '黑名单', 'balance', '余额'],
		...['unsubscribe', 'opt out', '退订', '免打扰'],
		...['call record', '通话记录', 'seats', '坐席', 'line', '线路', 'variables', '话术', 'sms template', '短信', 'byai', 'byrobot', '百应'],
	],
	huaweiContactCenter: [
		...['dial', 'outbound call', 'call out', '外呼', 'hang up', '挂机', 'dtmf', '二次拨号', 'sign in', 'sign out', '签入', '签出'],
		...['agent status', '座席', '坐席', 'call information', 'contact center', 'cc-gateway', '华为云', '联络中心'],
		...['unsubscribe', 'opt out', '退订', '免打扰', '黑名单'],
	],
	huaweiContactCenterCallbackTrigger: [
		...['callback', 'webhook', '回调', 'two-party call', '双呼', 'voice notification', '语音通知', 'campaign result', '外呼结果'],
		...['call ended', '挂机', 'contact center', '华为云', '联络中心'],
	],
	huaweiContactCenterTrigger: [
		...['agent event', '座席事件', 'incoming call', '来电', 'call answered', 'call ended', '挂机', 'missed call', '未接来电'],
		...['agent status', '坐席状态', 'contact center', '华为云', '联络中心'],
	],
	baiyingTrigger: [
		...['call record', '通话记录', '通话记录回调', 'job status', '任务状态', 'intention grade', '意向等级', 'inbound call', '呼入'],
		...['byai', 'byrobot', '百应', 'AI 外呼机器人', '外呼', 'callback', 'webhook'],
	],
};

it.each(packageJson.n8n.nodes.map(typeName))('%s is found by the words for each of its operations', (name) => {
	const node = loader.types.nodes.find((type) => type.name === name);
	const { categories = [], alias = [], resources } = node?.codex ?? {};

	expect(categories).toContain('Communication');
	expect(alias).toEqual(expect.arrayContaining(SEARCHES[name] ?? ['no searches are listed for this node']));
	expect(new Set(alias.map((word) => word.toLowerCase())).size).toBe(alias.length);
	for (const { url } of [...(resources?.primaryDocumentation ?? []), ...(resources?.credentialDocumentation ?? [])]) {
		expect(url).toMatch(/^https:\/\//);
	}
	expect(resources?.primaryDocumentation).toHaveLength(1);
});

it('has a codex file that names its node', () => {
	for (const built of packageJson.n8n.nodes) {
		const path = join(pack.packageDir, built.replace(/\.js$/, '.json'));
		expect(existsSync(path)).toBe(true);
		expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ node: `${packageJson.name}.${typeName(built)}`, codexVersion: '1.0' });
	}
});
