import { sep } from 'node:path';
import { filesBelow, importedFiles } from './helpers/imports';

/** A vendor's folder or, in `common`, one of its rooms: `common/run`. */
function roomOf(path: string): string {
	const [, folder = '', room = ''] = path.split(sep);
	return folder === 'common' ? `${folder}/${room}` : folder;
}

const COMMON = ['common/action', 'common/run', 'common/trigger', 'common/vendor'];

/** The rooms that the files of a room may import from, besides their own. */
const DOORS = new Map([
	['common/trigger', ['common/run', 'common/action', 'common/vendor']],
	['common/run', ['common/action', 'common/vendor']],
	['common/action', ['common/vendor']],
	['common/vendor', []],
]);

it('lets no vendor import another, nor the shared code a vendor or a room above it', () => {
	const inNodes = filesBelow('nodes', /\.ts$/);
	expect([...new Set(inNodes.map(roomOf).filter((room) => room.startsWith('common/')))].sort()).toEqual(COMMON);
	const wrong = inNodes.flatMap((path) => {
		const allowed = [roomOf(path), ...(DOORS.get(roomOf(path)) ?? COMMON)];
		return importedFiles(path).filter((target) => !allowed.includes(roomOf(target))).map((target) => `${path}: ${target}`);
	});
	expect(wrong).toEqual([]);
});

const inside = (folder: string) => (path: string) => path.startsWith(`${folder}${sep}`);

/** What tests share: test/support, and the support of one node's tests. */
const isSupport = (path: string) => inside('test')(path) && path.split(sep).some((part) => /^support(\.ts)?$/.test(part));

const SUPPORT = filesBelow('test', /\.ts$/).filter(isSupport);

it.each<[string, string[], (target: string) => boolean]>([
	['the nodes use only nodes', filesBelow('nodes', /\.ts$/), inside('nodes')],
	['the sandbox uses neither tests nor measurements', filesBelow('sandbox', /\.ts$/), (target) => !inside('test')(target) && !inside('lab')(target)],
	['the support of tests uses no measurements', SUPPORT, (target) => !inside('lab')(target)],
	['the support of tests uses no tests', SUPPORT, (target) => !inside('test')(target) || isSupport(target)],
	['the measurements use of the tests only their support', filesBelow('lab', /\.ts$/), (target) => !inside('test')(target) || isSupport(target)],
])('%s', (_, files, isAllowed) => {
	const wrong = files.flatMap((path) => importedFiles(path).filter((target) => !isAllowed(target)).map((target) => `${path}: ${target}`));
	expect(files.flatMap(importedFiles).length).toBeGreaterThan(0);
	expect(wrong).toEqual([]);
});

/** The circles that following the imports from a file leads into, each as the files on its way. */
function circlesFrom(path: string, importsOf: (path: string) => string[], done: Set<string>, way: string[] = []): string[][] {
	if (way.includes(path)) return [[...way.slice(way.indexOf(path)), path]];
	if (done.has(path)) return [];
	const found = importsOf(path).flatMap((target) => circlesFrom(target, importsOf, done, [...way, path]));
	done.add(path);
	return found;
}

function circles(files: string[], importsOf: (path: string) => string[]): string[][] {
	const done = new Set<string>();
	return files.flatMap((file) => circlesFrom(file, importsOf, done));
}

it('sees a circle of imports', () => {
	const modules: Record<string, string[]> = { a: ['b'], b: ['c', 'd'], c: ['b'], d: [] };
	expect(circles(Object.keys(modules), (name) => modules[name] ?? [])).toEqual([['b', 'c', 'b']]);
});

it.each(['nodes', 'sandbox', 'lab', 'test'])('no imports in %s go round in a circle', (folder) => {
	const files = filesBelow(folder, /\.ts$/);
	const known = new Set(files);
	expect(files.length).toBeGreaterThan(10);
	expect(circles(files, (path) => importedFiles(path).filter((target) => known.has(target)))).toEqual([]);
});
