import { randomUUID } from 'node:crypto';
import { median, quantile, rounded } from '../report/stats';
import type { OnceKeysProcess } from './onceKeysProcess';
import type { OnceKeysStore } from './onceKeysStore';

/** What a key costs: milliseconds beyond the same call without one. */
export interface OnceKeysCost {
	remembered: number;
	/** One call after another. */
	medianMs: number;
	p99Ms: number;
	/** Per key of a batch, ten items at a time. */
	batchMs: number;
}

const WARM_UP = 100;
const ROUNDS = 300;
const BATCH = 500;
const BATCHES = 3;
const STORES = [0, 10_000, 100_000];

/** Measures with one process, for a node that remembers nothing yet and for nodes that remember many keys. */
export async function onceKeysCosts(process: OnceKeysProcess, store: OnceKeysStore, vendorUrl: string): Promise<OnceKeysCost[]> {
	let phones = 0;
	const timed = async (nodeId: string, count: number, withKey: boolean): Promise<number> => {
		const called = Array.from({ length: count }, () => `138${String(phones++).padStart(8, '0')}`);
		const ended = await process.run({ nodeId, vendorUrl, phones: called, concurrency: count > 1 ? 10 : 1, withKey });
		if (!ended?.outcomes.every((outcome) => outcome === 'called')) throw new Error('A call that was measured did not go out');
		return ended.ms;
	};
	/** With a key and without one, in turn. */
	const pairs = async (nodeId: string, rounds: number, count: number) => {
		const [withKey, without]: [number[], number[]] = [[], []];
		for (let round = 0; round < rounds; round++) {
			withKey.push(await timed(nodeId, count, true));
			without.push(await timed(nodeId, count, false));
		}
		return { withKey, without };
	};
	const costs: OnceKeysCost[] = [];
	await pairs(randomUUID(), WARM_UP, 1);
	for (const remembered of STORES) {
		const nodeId = randomUUID();
		await timed(nodeId, 1, true);
		if (remembered > 0) await store.remember(nodeId, remembered);
		const single = await pairs(nodeId, ROUNDS, 1);
		const beyond = single.withKey.map((ms) => ms - median(single.without));
		const batch = await pairs(nodeId, BATCHES, BATCH);
		const batchMs = (median(batch.withKey) - median(batch.without)) / BATCH;
		costs.push({ remembered, medianMs: rounded(median(beyond)), p99Ms: rounded(quantile(beyond, 0.99)), batchMs: rounded(batchMs) });
	}
	return costs;
}
