import { createHash } from 'node:crypto';
import { sleep, type IExecuteFunctions, type INode } from 'n8n-workflow';

/** What every row of a key begins with; a mark that shows whose row it is comes next. */
const TAKEN = 'taken';
/** The pauses, in milliseconds, before a failed database is asked again. Each is shortened at random by up to half. */
const PAUSES = [100, 200, 400, 800, 1600, 3200, 6400];

const LONGEST_ANSWER_MS = 20_000;
const TICK_MS = 500;
/** How long a write may still be under way after its connection broke. */
const LATE_WRITE_MS = 2_000;

const ENTRIES = { mode: 'entries' } as const;

type Helpers = Pick<IExecuteFunctions['helpers'], 'checkProcessedAndRecord' | 'clearAllProcessedItems' | 'getProcessedDataCount' | 'removeProcessed'>;

/** `taken`: the key is ours and its call may go out; `used`: another item took it. */
export type Claim = 'taken' | 'used';

/**
 * A row of n8n's table of processed data, for one key. n8n keeps one row for each node and finds it by the node's id, which its
 * helper reads before it first waits. So the node bears the name of the row for just that moment. The name is part of the table's
 * primary key: of two processes that insert the same row, the database lets one through.
 */
class Row {
	private readonly name: string;

	constructor(
		private readonly helpers: Helpers,
		private readonly node: INode,
		owner: string,
		key: string,
	) {
		this.name = `${owner}/${createHash('sha256').update(key).digest('hex')}`;
	}

	async count(): Promise<number> {
		return await this.named(async () => await this.helpers.getProcessedDataCount('node', ENTRIES));
	}

	/** Adds the entries that are missing, and returns them. The row is inserted if it doesn't exist, which fails if another process inserts it at the same moment. */
	async add(...entries: string[]): Promise<Set<unknown>> {
		const { new: added } = await this.named(async () => await this.helpers.checkProcessedAndRecord(entries, 'node', ENTRIES));
		return new Set<unknown>(added);
	}

	async remove(entry: string): Promise<void> {
		await this.named(async () => await this.helpers.removeProcessed([entry], 'node', ENTRIES));
	}

	async delete(): Promise<void> {
		await this.named(async () => await this.helpers.clearAllProcessedItems('node', ENTRIES));
	}

	private async named<T>(call: () => Promise<T>): Promise<T> {
		const { node, name } = this;
		const { id } = node;
		let isRead = false;
		const get = () => {
			isRead = true;
			return name;
		};
		Object.defineProperty(node, 'id', { get, configurable: true, enumerable: true });
		const answer = inTime(call());
		Object.defineProperty(node, 'id', { value: id, configurable: true, enumerable: true, writable: true });
		if (isRead) return await answer;
		await answer.catch(() => undefined);
		throw new Error('This version of n8n does not keep processed data by the id of the node');
	}
}

/** The answer, or an error if it takes too long: n8n may wait forever for a connection to its database. */
async function inTime<T>(answer: Promise<T>): Promise<T> {
	const settled = answer.then(
		() => true,
		() => true,
	);
	for (let waited = 0; waited < LONGEST_ANSWER_MS; waited += TICK_MS) {
		if (await Promise.race([settled, sleep(TICK_MS).then(() => false)])) return await answer;
	}
	throw new Error('The database did not answer');
}

/** Whether the database refused an insertion because the row exists, in the words of PostgreSQL, SQLite or MySQL. */
function meansRowExists(error: unknown): boolean {
	return error instanceof Error && /duplicate|unique/i.test(error.message);
}

/**
 * Keys that may be used once. n8n's database keeps them for this node of this workflow, or for several that share them, across executions, restarts and workers.
 * Each key has a row of its own, with the mark of the item that took it. If the connection breaks, the database may have written
 * without an answer; the mark shows afterwards whether it did.
 */
export class OnceKeys {
	private isDown = false;

	/** Marks with a write that got no answer; the write may still be carried out. */
	private readonly unanswered = new Set<string>();

	constructor(
		private readonly helpers: Helpers,
		private readonly node: INode,
		private readonly pauses = PAUSES,
		private readonly lateMs = LATE_WRITE_MS,
		/** Whose keys they are: nodes of a workflow with the same owner share them. */
		private readonly owner = node.id,
	) {}

	/**
	 * Takes a key before its call goes out.
	 *
	 * @param mark of the item, never used by another one
	 * @param again whether the item may have taken the key in an earlier try
	 * @param isLikelyFree saves a statement if the key is free, and costs three more if it isn't
	 * @throws if the database didn't answer, or its answers left open who took the key; no call may go out then
	 */
	async claim(key: string, mark: string, again = false, isLikelyFree = false): Promise<Claim> {
		const row = this.rowOf(key);
		if (again) this.unanswered.add(mark);
		let isLookedAt = !isLikelyFree;
		return await this.persistently(async () => {
			const exists = isLookedAt && (await row.count()) > 0;
			isLookedAt = true;
			if (exists && !this.unanswered.has(mark)) return 'used';
			return (await this.isOurs(row, mark)) ? 'taken' : 'used';
		});
	}

	/** Whether a key has been taken, without taking it. Throws if the database doesn't answer. */
	async isTaken(key: string): Promise<boolean> {
		const row = this.rowOf(key);
		return await this.persistently(async () => (await row.count()) > 0);
	}

	/**
	 * Frees a key whose request provably did nothing.
	 *
	 * @throws if the database didn't confirm it; the key still counts as used then
	 */
	async release(key: string, mark: string): Promise<void> {
		const row = this.rowOf(key);
		const isDeleted = await row.delete().then(
			() => true,
			() => false,
		);
		if (isDeleted && !this.unanswered.has(mark)) return;
		// The unanswered statement may still be carried out, so a second one could hit the row of another item.
		await sleep(this.lateMs);
		await this.persistently(async () => {
			if ((await row.count()) > 0 && (await this.isOurs(row, mark))) await row.delete();
		});
	}

	private rowOf(key: string): Row {
		return new Row(this.helpers, this.node, this.owner, key);
	}

	/** Whether a row bears our mark; if no row exists, one with our mark is inserted. */
	private async isOurs(row: Row, mark: string): Promise<boolean> {
		const isFirst = !this.unanswered.has(mark);
		this.unanswered.add(mark);
		const added = await row.add(TAKEN, mark).catch((error: unknown) => {
			if (!isFirst || !meansRowExists(error)) throw error;
			return undefined;
		});
		if (isFirst) this.unanswered.delete(mark);
		if (!added) return false;
		if (added.has(TAKEN)) return true;
		if (added.has(mark)) {
			await this.persistently(async () => await row.remove(mark)).catch(() => undefined);
			return false;
		}
		// Our mark may have been added to another item's row.
		if ((await row.count()) > 2) throw new Error('It is not known who took the key');
		return true;
	}

	/** Repeats the work while the database fails. Once it is down, each key gets one try, so that a long list of items comes to an end. */
	private async persistently<T>(work: () => Promise<T>): Promise<T> {
		const pauses = this.isDown ? [] : this.pauses;
		for (const pause of pauses) {
			const done = await work().then(
				(value) => ({ value }),
				() => undefined,
			);
			if (done) return done.value;
			await sleep(pause * (1 - Math.random() / 2));
		}
		this.isDown = true;
		const value = await work();
		this.isDown = false;
		return value;
	}
}
