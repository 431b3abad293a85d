import { requireFromN8n } from './servers';
import type { Stack } from './stack';

interface Redis {
	set(key: string, value: string, unit: 'PX', ms: number): Promise<unknown>;
	del(...keys: string[]): Promise<unknown>;
	lrange(key: string, from: number, to: number): Promise<string[]>;
}

interface Queue {
	client: Redis;
	isReady(): Promise<unknown>;
	toKey(name: string): string;
	/** Fails the jobs that have no lock any more, or lets them run again if they have not done so too often. */
	moveUnlockedJobsToWait(): Promise<void>;
	close(): Promise<void>;
}

interface QueueOptions {
	prefix: string;
	redis: { host: string; port: number; password?: string };
	settings: { maxStalledCount: number; stalledInterval: number };
}

type BullQueue = new (name: string, options: QueueOptions) => Queue;

/** No other process looks for stalled jobs meanwhile. */
const QUIET_MS = 60_000;

/**
 * Makes the check for stalled jobs as the workers of n8n 1 do, which let a job run again once; n8n 2 has set that number to 0.
 * Waits neither for the lock nor for the interval.
 */
export async function runStalledJobAgain({ servers: { redis }, prefix }: Stack): Promise<void> {
	const Bull = requireFromN8n('bull') as BullQueue;
	const queue = new Bull('jobs', {
		prefix,
		redis: { host: redis.hostname, port: Number(redis.port || 6379), password: decodeURIComponent(redis.password) || undefined },
		settings: { maxStalledCount: 1, stalledInterval: QUIET_MS },
	});
	try {
		await queue.isReady();
		const check = queue.toKey('stalled-check');
		await queue.client.set(check, '0', 'PX', QUIET_MS);
		const active = await queue.client.lrange(queue.toKey('active'), 0, -1);
		await queue.client.del(...active.map((job) => `${queue.toKey(job)}:lock`));
		// The first check notes which jobs are active, the second moves those of them that have no lock.
		for (let checks = 0; checks < 2; checks++) {
			await queue.client.del(check);
			await queue.moveUnlockedJobsToWait();
		}
		await queue.client.del(check);
	} finally {
		await queue.close();
	}
}
