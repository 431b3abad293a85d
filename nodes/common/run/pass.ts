import { InputError, VendorError } from '../vendor/errors';
import type { Clock } from '../vendor/clock';
import type { Attempt } from './attempt';
import { Claims, type Store } from './callingRules/claims';
import { Counters, type Counting } from './callingRules/counters';
import { firstAllowed } from './callingRules/firstAllowed';
import type { ItemRules, Verdict, VerdictName } from './callingRules/rules';
import { denial, refusedWith } from './denial';
import type { LedgerSlot } from './ledger';

const KEY_USED: Verdict = {
	verdict: 'keyUsed',
	reason: 'A call with this key was placed before, or its execution was cut off while placing it. No call was placed this time',
};

const NOT_TAKEN = refusedWith(
	'ONCE_KEY',
	"The key could not be recorded in n8n's database, so nobody was called. Retry this execution when the database works again. A new execution skips this item if the key was recorded after all",
);

const NOT_COUNTED = refusedWith(
	'CALLING_RULES',
	"The calling rules could not be checked in n8n's database, so nobody was called. Retry this execution when the database works again",
);

/** A refused call whose claims stay. Without this error, a later execution would skip a customer who was never called. */
function notFreed(ended: Attempt, hasKey: boolean): Attempt {
	const vendorMessage = 'error' in ended ? ended.error.message : undefined;
	if (hasKey) {
		const message =
			"Nobody was called, but the key could not be removed from n8n's database. A new execution would skip this item. Retry this execution, which knows that nothing was sent, or use another key";
		return refusedWith('ONCE_KEY', message, vendorMessage);
	}
	return refusedWith('CALLING_RULES', "Nobody was called, but the call still counts in n8n's database, so a new execution may skip the customer. Retry this execution, which knows that nothing was sent", vendorMessage);
}

const NOBODY: ReadonlySet<string> = new Set();

/** A vendor's list that can't be read: nobody may be called then, and nobody was. */
function asFailure(error: unknown): { error: VendorError | InputError } {
	if (error instanceof InputError) return { error };
	const { code = 'CALLING_RULES', message: cause } = error instanceof VendorError ? error.details() : { message: undefined };
	const message = "The vendor's do-not-call list could not be read, so nobody was called";
	return { error: new VendorError({ failure: 'refused', code, message: cause ? `${message}. ${cause}` : message }) };
}

export interface Stores extends Counting {
	keys: Store;
}

/** What guards an item's call. */
export interface Guarded {
	onceKey?: string;
	rules?: ItemRules;
	/** Reads the numbers on the vendor's own do-not-call list. Throws an InputError or a VendorError. */
	vendorList?(): Promise<ReadonlySet<string>>;
}

/** One item's way to its call: what it has claimed, and whether it may go on. */
export class Pass {
	private readonly claims: Claims;

	/** For each of the customer's numbers. */
	private readonly counters: Counters[];

	isDenied = false;

	readonly isDryRun: boolean;

	verdict?: VerdictName;

	constructor(
		private readonly guarded: Guarded,
		slot: LedgerSlot,
		private readonly stores: Stores,
		private readonly clock: Clock,
	) {
		const { rules } = guarded;
		this.isDryRun = rules?.isDryRun === true;
		const { mark, again } = this.isDryRun ? { mark: String(Math.random()), again: false } : slot.mark();
		this.claims = new Claims(mark, again);
		this.counters = rules ? rules.customers.map((customer) => new Counters(rules, customer, stores, this.claims)) : [];
	}

	/**
	 * Why the call may not go out now; undefined if it may. It is asked again right before each request, since the item may have
	 * waited for its turn.
	 */
	async ask(): Promise<Attempt | undefined> {
		let denied: Attempt | undefined;
		// The database may take minutes to answer, and the day or the calling hours may end in the meantime.
		do denied = await this.check(this.clock.now());
		while (!denied && !this.holdsAt(this.clock.now()));
		this.isDenied = denied !== undefined;
		return denied;
	}

	private holdsAt(now: number): boolean {
		const { rules } = this.guarded;
		return !rules || (rules.outsideHours(now) === undefined && this.counters.every((counters) => counters.holdsAt(now)));
	}

	private async check(now: number): Promise<Attempt | undefined> {
		const { rules, onceKey: key } = this.guarded;
		if (rules) {
			const list = rules.checksVendorList ? await this.readVendorList().catch(asFailure) : NOBODY;
			if ('error' in list) return list;
			const verdict = rules.forbids(list) ?? rules.outsideHours(now);
			if (verdict) return await this.denied(verdict);
		}
		const kept = (await this.takeKey(key, now)) ?? (await this.count(now).catch(() => NOT_COUNTED));
		return kept && 'verdict' in kept ? await this.denied(kept) : kept;
	}

	/**
	 * Takes the key and, beside it, what is to be claimed first for the call. Both are looked at before, since whoever has no key
	 * should not keep others from calling the customer. Says why the call may not go out.
	 */
	private async takeKey(key: string | undefined, now: number): Promise<Attempt | Verdict | undefined> {
		const { counters, claims, stores } = this;
		const looking = Promise.all(counters.map(async (own) => await own.look(now)));
		if (key === undefined) return await looking.then(() => undefined, () => NOT_COUNTED);
		const [isFree, looked] = await Promise.allSettled([this.isKeyFree(key), looking]);
		const isSeenFree = isFree.status === 'fulfilled' && isFree.value && looked.status === 'fulfilled';
		const [claim, rival] = await Promise.allSettled([claims.take(stores.keys, key, '', isSeenFree), isSeenFree ? counters[0]?.claimOnly(now) : undefined]);
		if (claim.status === 'rejected') return NOT_TAKEN;
		if (claim.value === 'used') return KEY_USED;
		return looked.status === 'rejected' || rival.status === 'rejected' ? NOT_COUNTED : rival.value;
	}

	/** Without rules, taking the key says it; in a second try, the key may be the item's own. */
	private async isKeyFree(key: string): Promise<boolean> {
		if (this.counters.length === 0 || this.claims.again || this.claims.has(key)) return false;
		return !(await this.stores.keys.isTaken(key));
	}

	private async count(now: number): Promise<Verdict | undefined> {
		for (const counters of this.counters) {
			const full = await counters.claim(now);
			if (full) return full;
		}
		return undefined;
	}

	private async readVendorList(): Promise<ReadonlySet<string>> {
		return (await this.guarded.vendorList?.()) ?? NOBODY;
	}

	private async denied(verdict: Verdict): Promise<Attempt> {
		const { rules } = this.guarded;
		const { nextAllowedAt: earliest } = verdict;
		this.verdict = verdict.verdict;
		if (!rules || earliest === undefined) return denial(rules, verdict);
		const nextAllowedAt = await firstAllowed(rules, this.counters, earliest).catch(() => earliest);
		return denial(rules, { ...verdict, nextAllowedAt });
	}

	/** Gives back what was claimed for a call that was not placed. */
	async giveBack(ended: Attempt): Promise<Attempt> {
		const isFree = await this.claims.giveAllBack().then(
			() => true,
			() => false,
		);
		return isFree ? ended : notFreed(ended, this.guarded.onceKey !== undefined);
	}
}
