import type { Claim } from '../onceKey';
import { gapAround, periodOf } from './limits';
import type { ItemRules, Verdict } from './rules';

/** Where claims are kept: in n8n's database or, in a dry run, nowhere. */
export interface Store {
	claim(key: string, mark: string, again: boolean): Promise<Claim>;
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
		private readonly again: boolean,
	) {}

	/** @param id tells the item's claims apart */
	async take(store: Store, key: string, id = ''): Promise<Claim> {
		if (this.held.has(key)) return 'taken';
		const mark = `${this.mark}${id}`;
		const claim = await store.claim(key, mark, this.again);
		if (claim === 'taken') this.held.set(key, { store, key, mark });
		return claim;
	}

	has(key: string): boolean {
		return this.held.has(key);
	}

	async giveBack(key: string): Promise<void> {
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

/** A customer's calls as the rules count them. A place that was taken before, in this period, stays the item's. */
export class Counters {
	/** By limit: the period in which the item has a place. */
	private readonly placed = new Map<number, string>();

	constructor(
		private readonly rules: ItemRules,
		private readonly customer: string,
		private readonly store: Store,
		private readonly claims: Claims,
	) {}

	/** Claims a place for a call at this moment, or says why there is none. Throws if the database doesn't answer. */
	async claim(at: number): Promise<Verdict | undefined> {
		for (const index of this.rules.limits.keys()) {
			const full = await this.claimPlace(index, at);
			if (full) return full;
		}
		return await this.claimGap(at);
	}

	private key(...parts: Array<string | number>): string {
		return JSON.stringify([this.customer, ...parts]);
	}

	private async claimPlace(index: number, at: number): Promise<Verdict | undefined> {
		const limit = this.rules.limits[index];
		if (!limit) return undefined;
		const { name, end } = periodOf(limit, at, this.rules.calendar);
		if (this.placed.get(index) === name) return undefined;
		for (let place = 1; place <= limit.calls; place++) {
			const claim = await this.claims.take(this.store, this.key(name, place), `#${index}`);
			if (claim === 'used') continue;
			this.placed.set(index, name);
			return undefined;
		}
		const times = limit.calls === 1 ? 'once' : `${limit.calls} times`;
		return { verdict: 'limitReached', nextAllowedAt: end, reason: `The customer was called ${times} in this ${limit.per}, which is the limit` };
	}

	private async claimGap(at: number): Promise<Verdict | undefined> {
		const { gapMinutes } = this.rules;
		if (gapMinutes === undefined) return undefined;
		const { own, beside, nextStart } = gapAround(gapMinutes, at);
		const keyOf = (stretch: number) => this.key('gap', gapMinutes, stretch);
		const tooShort = (taken: number): Verdict => ({
			verdict: 'gapTooShort',
			nextAllowedAt: nextStart(taken),
			reason: `The customer was called less than ${gapMinutes} minutes ago, or up to twice as long`,
		});
		if ((await this.claims.take(this.store, keyOf(own), '#gap')) === 'used') return tooShort(own);
		for (const stretch of beside) {
			if (this.claims.has(keyOf(stretch)) || !(await this.store.isTaken(keyOf(stretch)))) continue;
			await this.claims.giveBack(keyOf(own));
			return tooShort(stretch);
		}
		return undefined;
	}
}
