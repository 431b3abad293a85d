import { randomUUID } from 'node:crypto';
import { sleep, type IExecuteFunctions } from 'n8n-workflow';

/** Two for each key. Older ones are forgotten when there are more; each claim reads and writes all of them. */
const MAX_ENTRIES = 200_000;
/** Longer than another process needs between reading the keys and writing them back. */
const SETTLING_MS = 250;
const TRIES = 5;

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
 * write of one can undo that of the other. Therefore each claim is written under the key and under a mark of its own, and read again
 * after a moment. Who finds its mark gone but the key there has been overwritten by another one with the same key, and gives way;
 * who finds neither was overwritten by a stranger, and writes again. Claims of one process are made one after another.
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
		const mark = randomUUID();
		const wanted = new Set(batch.map(({ key }) => key));
		const won = await this.take([...wanted], mark);
		for (const { key, resolve } of batch) {
			// The same key twice in one batch is one claim.
			resolve(won.delete(key) ? 'taken' : 'used');
		}
	}

	/** The keys among `keys` that are ours in the end. */
	private async take(keys: string[], mark: string): Promise<Set<string>> {
		const marked = (key: string) => `${key} ${mark}`;
		const unused = await this.record(keys.flatMap((key) => [key, marked(key)]));
		let open = keys.filter((key) => unused.has(key));
		const won = new Set<string>();
		for (let tries = 0; open.length > 0 && tries < TRIES; tries++) {
			await sleep(this.settlingMs);
			const lost = await this.record(open.flatMap((key) => [key, marked(key)]));
			open.filter((key) => !lost.has(marked(key))).forEach((key) => won.add(key));
			open = open.filter((key) => lost.has(key));
		}
		return won;
	}

	/** Records the values and returns those that were not there. */
	private async record(values: string[]): Promise<Set<unknown>> {
		const check = async () => await this.helpers.checkProcessedAndRecord(values, 'node', { mode: 'entries', maxEntries: MAX_ENTRIES });
		const write = async () => await this.line.alone(check);
		const writeAfter = async (pauseMs: number) => {
			await sleep(pauseMs);
			return await write();
		};
		// Two processes that store the very first key collide, and a database may be too busy for a moment.
		const pauses = [1, 2, 4].map((times) => times * this.settlingMs);
		const checked = await pauses.reduce(async (tried, pause) => await tried.catch(async () => await writeAfter(pause)), write());
		return new Set(checked.new);
	}
}
