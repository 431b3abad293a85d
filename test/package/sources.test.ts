import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { ROOT, packageJson } from './helpers/pack';

function filesBelow(folder: string, ending: RegExp): string[] {
	return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((path) => ending.test(path) && !path.includes('node_modules'))
		.map((path) => join(folder, path));
}

function read(path: string): string {
	return readFileSync(join(ROOT, path), 'utf8');
}

const packed = [...filesBelow('nodes', /\.ts$/), ...filesBelow('credentials', /\.ts$/)];
const IMPORT = /(?:^|\n)\s*(?:import|export)\b[^;]*?\bfrom\s+'([^']+)'|\b(?:import|require)\(\s*'([^']+)'\s*\)|(?:^|\n)\s*import\s+'([^']+)'/g;

function imports(text: string): string[] {
	return [...text.matchAll(IMPORT)].map(([, from, called, bare]) => from ?? called ?? bare ?? '');
}

it('sees every way to import', () => {
	const text = "import a from 'one';\nimport {\n\tb,\n} from 'two';\nexport * from 'three';\nimport 'four';\nconst c = require('five');\nawait import('six');";
	expect(imports(text).sort()).toEqual(['five', 'four', 'one', 'six', 'three', 'two']);
});

it('imports only n8n-workflow, node:crypto and files of its own in what is packed', () => {
	const foreign = packed.flatMap((path) =>
		imports(read(path))
			.filter((name) => !['n8n-workflow', 'node:crypto'].includes(name) && !/^\.\.?\//.test(name))
			.map((name) => `${path}: ${name}`),
	);
	expect(packed.length).toBeGreaterThan(0);
	expect(foreign).toEqual([]);
});

it('registers every existing node and credential', () => {
	const built = (path: string) => `dist/${path.replace(/\.ts$/, '.js')}`;
	expect(packed.filter((path) => path.endsWith('.node.ts')).map(built).sort()).toEqual(packageJson.n8n.nodes);
	expect(packed.filter((path) => path.endsWith('.credentials.ts')).map(built).sort()).toEqual(packageJson.n8n.credentials);
});

it('keeps the vendors out of the shared code', () => {
	const naming = packed
		.filter((path) => path.startsWith(join('nodes', 'common')))
		.filter((path) => /alibaba|aliyun|huawei|baiying|byai/i.test(read(path)));
	expect(naming).toEqual([]);
});

/** A vendor's folder or, in `common`, one of its rooms: `common/run`. */
function roomOf(path: string): string {
	const [, folder = '', room = ''] = path.split(sep);
	return folder === 'common' ? `${folder}/${room}` : folder;
}

const COMMON = ['common/action', 'common/run', 'common/vendor'];

/** The rooms that the files of a room may import from, besides their own. */
const DOORS = new Map([
	['common/run', ['common/action', 'common/vendor']],
	['common/action', ['common/vendor']],
	['common/vendor', []],
]);

it('lets no vendor import another, nor the shared code a vendor or a room above it', () => {
	const inNodes = packed.filter((path) => path.startsWith(`nodes${sep}`));
	expect([...new Set(inNodes.map(roomOf).filter((room) => room.startsWith('common/')))].sort()).toEqual(COMMON);
	const wrong = inNodes.flatMap((path) => {
		const allowed = [roomOf(path), ...(DOORS.get(roomOf(path)) ?? COMMON)];
		const targets = imports(read(path)).filter((name) => name.startsWith('.')).map((name) => join(dirname(path), name));
		return targets.filter((target) => !allowed.includes(roomOf(target))).map((target) => `${path}: ${target}`);
	});
	expect(wrong).toEqual([]);
});

it('names no path that only exists where it was written', () => {
	const documents = ['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].filter((path) => existsSync(join(ROOT, path)));
	const examples = filesBelow('examples', /\.(json|md)$/);
	const sources = ['sandbox', 'scripts', 'lab', 'test'].flatMap((folder) => filesBelow(folder, /\.ts$/));
	const here = /\/work\/(main|shared)|\/tmp\/|(CONTRACT|DESIGN|N8N)\.md/;
	const self = join('test', 'package', 'sources.test.ts');
	const naming = [...packed, ...documents, ...examples, ...sources].filter((path) => path !== self && here.test(read(path)));
	expect(naming).toEqual([]);
});
