import { randomUUID } from 'node:crypto';
import { sleep, type IExecuteFunctions } from 'n8n-workflow';

/** At most three for each key. Older ones are forgotten when there are more; each claim reads and writes all of them. */
const MAX_ENTRIES = 300_000;
/** Longer than another process needs between reading the keys and writing them back. */
const SETTLING_MS = 250;
const TRIES = 5;
/** How long a failed write waits before it is tried again, in settling times. */
const PAUSES = [1, 2, 4];

type Helpers = Pick<IExecuteFunctions['helpers'], 'checkProcessedAndRecord' | 'removeProcessed'>;

/** `taken`: this key is ours and may be dialled; `used`: it was taken before, or by another process at the same moment. */
export type Claim = 'taken' | 'used';

interface Waiting {
	key: string;
	resolve(claim: Claim): void;
	reject(error: unknown): void;
}

/** Database writes one after another, whichever execution they are for. */
export class WriteLine {
	private last: Promise<unknown> = Promise.resolve();

	async alone<T>(work: () => Promise<T>): Promise<T> {
		const mine = this.last.then(work, work);
		this.last = mine.catch(() => undefined);
		return await mine;
	}
}

/** The line of this process: the only thing that claims of different executions share. It holds nothing but the end of the line. */
const processLine = new WriteLine();

/**
 * Keys that may be used once, kept in n8n's database for this node of this workflow: across executions, restarts and workers.
 *
 * n8n's deduplication helper reads all keys, and writes all of them back; nothing holds two processes apart meanwhile, so that a
 * write of one can undo that of the other. Therefore each write carries a mark of its own, and is looked for again after a moment.
 * Who finds the mark gone has been overwritten: by another one with the same key where the key is there, and gives way; by a
 * stranger where it isn't, and writes again. Claims of one process are made one after another.
 */
export class OnceKeys {
	private queue: Waiting[] = [];

	private working = false;

	constructor(
		private readonly helpers: Helpers,
		private readonly settlingMs = SETTLING_MS,
		private readonly line = processLine,
	) {}

	/** Takes a key before its call goes out. Claims that come while another is being written share one write. */
	async claim(key: string): Promise<Claim> {
		const claim = new Promise<Claim>((resolve, reject) => this.queue.push({ key, resolve, reject }));
		void this.work();
		return await claim;
	}

	/** Gives a key back, because its request provably did nothing. */
	async release(key: string): Promise<void> {
		await this.line.alone(async () => await this.helpers.removeProcessed([key], 'node', { mode: 'entries' }));
	}

	private async work(): Promise<void> {
		if (this.working) return;
		this.working = true;
		while (this.queue.length > 0) {
			const batch = this.queue.splice(0);
			await this.claimBatch(batch).catch((error: unknown) => batch.forEach(({ reject }) => reject(error)));
		}
		this.working = false;
	}

	private async claimBatch(batch: Waiting[]): Promise<void> {
		const wanted = new Set(batch.map(({ key }) => key));
		const won = await this.take([...wanted]);
		for (const { key, resolve } of batch) {
			// The same key twice in one batch is one claim.
			resolve(won.delete(key) ? 'taken' : 'used');
		}
	}

	/** The keys among `keys` that are ours in the end. */
	private async take(keys: string[]): Promise<Set<string>> {
		let mark = randomUUID();
		const unused = await this.record(keys, mark);
		let open = keys.filter((key) => unused.has(key));
		for (let tries = 0; open.length > 0 && tries < TRIES; tries++) {
			await sleep(this.settlingMs);
			const nextMark = randomUUID();
			const gone = await this.record([...open, mark], nextMark);
			if (!gone.has(mark)) return new Set(open);
			open = open.filter((key) => gone.has(key));
			mark = nextMark;
		}
		return new Set();
	}

	/**
	 * Records the values with a mark that nobody has used, and returns those that were not there. When a write fails after it was
	 * done and only its answer is lost, nobody knows any more what was there before: the mark tells, and that is an error.
	 */
	private async record(values: string[], mark: string): Promise<Set<unknown>> {
		const unseen = await this.write([...values, mark]);
		if (!unseen.has(mark)) throw new Error('The keys were written, but the answer of the database was lost');
		return unseen;
	}

	/** Two processes that store the very first key collide, and a database may be too busy for a moment: it is tried again. */
	private async write(values: string[], [pause, ...pauses] = PAUSES): Promise<Set<unknown>> {
		const check = async () => await this.helpers.checkProcessedAndRecord(values, 'node', { mode: 'entries', maxEntries: MAX_ENTRIES });
		const written = this.line.alone(check).then((checked) => new Set<unknown>(checked.new));
		if (pause === undefined) return await written;
		return await written.catch(async () => {
			await sleep(pause * this.settlingMs);
			return await this.write(values, pauses);
		});
	}
}
