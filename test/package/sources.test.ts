import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, imports, read } from './helpers/imports';
import { ROOT, packageJson } from './helpers/pack';

const packed = [...filesBelow('nodes', /\.ts$/), ...filesBelow('credentials', /\.ts$/)];
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

it('names no path that only exists where it was written', () => {
	const documents = ['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].filter((path) => existsSync(join(ROOT, path)));
	const examples = filesBelow('examples', /\.(json|md)$/);
	const sources = ['sandbox', 'scripts', 'lab', 'test'].flatMap((folder) => filesBelow(folder, /\.ts$/));
	const here = /\/work\/(main|shared)|\/tmp\/|(CONTRACT|DESIGN|N8N)\.md/;
	const self = join('test', 'package', 'sources.test.ts');
	const naming = [...packed, ...documents, ...examples, ...sources].filter((path) => path !== self && here.test(read(path)));
	expect(naming).toEqual([]);
});
