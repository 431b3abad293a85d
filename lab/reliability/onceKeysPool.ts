import { setTimeout as wait } from 'node:timers/promises';
import { grouped, type Ask } from './onceKeysFindings';
import { OnceKeysProcess } from './onceKeysProcess';
import type { EndedExecution, Execution } from './onceKeysProtocol';
import type { Random } from './random';

/** Items of an execution. */
const BATCH_SIZE = 50;
/** Executions that a process runs at the same time. */
const EXECUTIONS = 3;
const LONGEST_DELAY_MS = 200;

export type Settings = Pick<Execution, 'nodeId' | 'vendorUrl' | 'stops'>;

function chunks<T>(list: T[], size: number): T[][] {
	return Array.from({ length: Math.ceil(list.length / size) }, (_, chunk) => list.slice(chunk * size, (chunk + 1) * size));
}

/** Items that run in one execution: those of an execution that stopped in a retry of it, the others in new ones. */
function batchesOf(share: Ask[]): Ask[][] {
	const stopped = grouped(share.filter(({ stoppedIn }) => stoppedIn !== undefined), ({ stoppedIn }) => stoppedIn);
	return [...stopped.values(), ...chunks(share.filter(({ stoppedIn }) => stoppedIn === undefined), BATCH_SIZE)];
}

function note(batch: Ask[], ended: EndedExecution | undefined): void {
	for (const [item, ask] of batch.entries()) {
		const outcome = ended ? (ended.outcomes[item] ?? 'unclear') : 'interrupted';
		ask.outcomes.push(outcome);
		ask.stoppedIn = outcome === 'stopped' ? ended?.number : undefined;
	}
}

/** Processes that share a database. */
export class OnceKeysPool {
	private constructor(
		private readonly database: URL,
		readonly processes: OnceKeysProcess[],
		private readonly random: Random,
	) {}

	static async start(database: URL, count: number, random: Random): Promise<OnceKeysPool> {
		// The first one makes the tables.
		const first = await OnceKeysProcess.start(database);
		const others = await Promise.all(Array.from({ length: count - 1 }, async () => await OnceKeysProcess.start(database)));
		return new OnceKeysPool(database, [first, ...others], random);
	}

	/** Runs the items, each at its process, and notes how they ended. */
	async run(asks: Ask[], settings: Settings, { kills = false } = {}): Promise<void> {
		const shares = [...grouped(asks, ({ process }) => process)];
		await Promise.all(shares.map(async ([index, share]) => await this.runShare(index, share, settings, kills)));
	}

	/** Replaces the processes that were killed. */
	async heal(): Promise<void> {
		for (const [index, process] of this.processes.entries()) {
			if (!process.isRunning) this.processes[index] = await OnceKeysProcess.start(this.database);
		}
	}

	async close(): Promise<void> {
		await Promise.all(this.processes.map(async (process) => await process.kill()));
	}

	private async runShare(index: number, share: Ask[], settings: Settings, kills: boolean): Promise<void> {
		const process = this.processes[index];
		if (!process) throw new Error(`There is no process ${index}`);
		const batches = batchesOf(share);
		const killAt = kills ? this.random.whole(1, batches.length - EXECUTIONS) : Infinity;
		const killAfterMs = this.random.whole(0, LONGEST_DELAY_MS);
		let ended = 0;
		const runner = async () => {
			for (let batch = batches.shift(); batch && process.isRunning; batch = batches.shift()) {
				const phones = batch.map(({ phone }) => phone);
				note(batch, await process.run({ ...settings, phones, concurrency: 10, withKey: true, retryOf: batch[0]?.stoppedIn }));
				ended += 1;
				if (ended === killAt) await wait(killAfterMs).then(async () => await process.kill());
			}
		};
		await Promise.all(Array.from({ length: EXECUTIONS }, runner));
	}
}
