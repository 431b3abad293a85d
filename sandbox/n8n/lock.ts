import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const POLL_INTERVAL = 500;

/**
 * Does the work while no other process does it under the same lock file. The lock of a process that has died is void.
 * @param onWait called once if somebody else is at work
 */
export async function withLock<T>(file: string, work: () => Promise<T>, onWait: () => void): Promise<T> {
	mkdirSync(dirname(file), { recursive: true });
	for (let tries = 0; !take(file); tries++) {
		if (tries === 1) onWait();
		await wait(POLL_INTERVAL);
	}
	try {
		return await work();
	} finally {
		rmSync(file, { force: true });
	}
}

/** Taking over from a dead process takes two tries: the first removes its file. */
function take(file: string): boolean {
	try {
		writeFileSync(file, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	}
	if (!isAlive(holderOf(file))) rmSync(file, { force: true });
	return false;
}

function holderOf(file: string): number {
	try {
		return Number(readFileSync(file, 'utf8'));
	} catch {
		return NaN;
	}
}

function isAlive(pid: number): boolean {
	// The file has just been removed: whoever comes next may take the lock.
	if (Number.isNaN(pid)) return true;
	try {
		return process.kill(pid, 0);
	} catch (error) {
		// Somebody else's process, which is alive.
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
