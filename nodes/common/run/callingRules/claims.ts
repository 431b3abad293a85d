import type { Claim } from '../onceKey';

/** Where claims are kept: in n8n's database or, in a dry run, nowhere. */
export interface Store {
	claim(key: string, mark: string, again: boolean, isLikelyFree?: boolean): Promise<Claim>;
	release(key: string, mark: string): Promise<void>;
	isTaken(key: string): Promise<boolean>;
}

interface Held {
	store: Store;
	key: string;
	mark: string;
}

/** What one item has claimed for its call: its key, and its places in the limits and between other calls. */
export class Claims {
	private readonly held = new Map<string, Held>();

	/**
	 * @param mark under which the item claims, never used by another one
	 * @param again whether the item may have claimed in an earlier try
	 */
	constructor(
		private readonly mark: string,
		readonly again: boolean,
	) {}

	/**
	 * @param id tells the item's claims apart
	 * @param isLikelyFree as for `OnceKeys.claim`
	 */
	async take(store: Store, key: string, id = '', isLikelyFree = false): Promise<Claim> {
		if (this.held.has(key)) return 'taken';
		const mark = `${this.mark}${id}`;
		const claim = await store.claim(key, mark, this.again, isLikelyFree);
		if (claim === 'taken') this.held.set(key, { store, key, mark });
		return claim;
	}

	has(key: string): boolean {
		return this.held.has(key);
	}

	private async giveBack(key: string): Promise<void> {
		const held = this.held.get(key);
		if (!held) return;
		this.held.delete(key);
		await held.store.release(held.key, held.mark);
	}

	/** Throws if one of them could not be given back; the others are. */
	async giveAllBack(): Promise<void> {
		const ended = await Promise.allSettled([...this.held.keys()].map(async (key) => await this.giveBack(key)));
		const failed = ended.find(({ status }) => status === 'rejected');
		if (failed) throw (failed as PromiseRejectedResult).reason;
	}
}
