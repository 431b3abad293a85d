import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { missingEntries, type Lock } from '../../scripts/completeLock';

test.each(['package-lock.json', 'sandbox/package-lock.json'])('npm ci accepts %s: every optional dependency has an entry', (file) => {
	const lock = JSON.parse(readFileSync(join(__dirname, '..', '..', file), 'utf8')) as Lock;
	expect(missingEntries(lock.packages).map(([place]) => place)).toEqual([]);
});

test('an entry names its platform', () => {
	const packages = {
		'': {},
		'node_modules/a': { dev: true, optionalDependencies: { '@a/linux-x64-musl': '1.2.3', '@a/here': '1.0.0' } },
		'node_modules/a/node_modules/@a/here': { version: '1.0.0' },
	};
	expect(missingEntries(packages)).toEqual([
		[
			'node_modules/@a/linux-x64-musl',
			{
				version: '1.2.3',
				dev: true,
				optional: true,
				os: ['linux'],
				cpu: ['x64'],
				libc: ['musl'],
			},
		],
	]);
});
