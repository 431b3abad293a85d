import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withLock } from '../../../sandbox/n8n/lock';

let file: string;

beforeEach(() => {
	file = join(mkdtempSync(join(tmpdir(), 'lock-')), 'deep', 'lock');
});

const nobodyWaits = () => {
	throw new Error('waited');
};

test('the lock is held during the work and released after it, also when the work fails', async () => {
	const holder = await withLock(file, async () => await Promise.resolve(readFileSync(file, 'utf8')), nobodyWaits);
	expect(holder).toBe(String(process.pid));
	await expect(withLock(file, async () => await Promise.reject(new Error('no')), nobodyWaits)).rejects.toThrow('no');
	expect(existsSync(file)).toBe(false);
});

test('a second process waits for the first', async () => {
	const done: string[] = [];
	let finish = () => {};
	const first = withLock(
		file,
		async () => {
			await new Promise<void>((resolve) => {
				finish = resolve;
			});
			done.push('first');
		},
		nobodyWaits,
	);
	const second = withLock(file, async () => await Promise.resolve(done.push('second')), finish);
	await Promise.all([first, second]);
	expect(done).toEqual(['first', 'second']);
});

test('the lock of a dead process is taken over', async () => {
	await withLock(file, async () => await Promise.resolve(), nobodyWaits);
	const { pid } = spawnSync(process.execPath, ['--version']);
	writeFileSync(file, String(pid));
	expect(await withLock(file, async () => await Promise.resolve('done'), nobodyWaits)).toBe('done');
});
