import type { IExecuteFunctions, INode } from 'n8n-workflow';
import { onceKey } from '../action/options';
import { InputError, VendorError } from '../vendor/errors';
import { wallClock, type Clock } from '../vendor/clock';
import { didNothing, type Attempt, type Gate } from './attempt';
import { Claims, Counters, type Store } from './callingRules/counters';
import { DryStore } from './callingRules/dryStore';
import { RuleReader } from './callingRules/ruleReader';
import type { ItemRules, Verdict, VerdictName } from './callingRules/rules';
import { denial, dryRun, refusedWith } from './denial';
import type { LedgerSlot } from './ledger';
import { OnceKeys } from './onceKey';
import { Together } from './together';

const KEY_USED: Verdict = {
	verdict: 'keyUsed',
	reason: 'A call with this key was placed before, or its execution was cut off while placing it. No call was placed this time',
};

/** Nodes of a workflow count a customer's calls together. */
const COUNTERS = 'calling-rules';

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

/** How often a full limit or the gap may put off the moment that an item is told. */
const MOST_STEPS = 20;

/** A vendor's list that can't be read: nobody may be called then, and nobody was. */
function asFailure(error: unknown): { error: VendorError | InputError } {
	if (error instanceof InputError) return { error };
	const { code = 'CALLING_RULES', message: cause } = error instanceof VendorError ? error.details() : { message: undefined };
	const message = "The vendor's do-not-call list could not be read, so nobody was called";
	return { error: new VendorError({ failure: 'refused', code, message: cause ? `${message}. ${cause}` : message }) };
}

/** The node as n8n's helpers know it; what `getNode` returns is a copy. */
function nodeOf(context: IExecuteFunctions & { node?: INode }): INode {
	return context.node ?? context.getExecuteData().node;
}

const WHY: Record<VerdictName, string> = {
	doNotCall: 'do-not-call',
	gapTooShort: 'called too recently',
	keyUsed: 'key used before',
	limitReached: 'limit reached',
	outsideHours: 'outside calling hours',
};

interface Stores {
	keys: Store;
	counters: Store;
}

/** What guards an item's call. */
export interface Guarded {
	onceKey?: string;
	rules?: ItemRules;
	/** Reads the numbers on the vendor's own do-not-call list. Throws an InputError or a VendorError. */
	vendorList?(): Promise<ReadonlySet<string>>;
}

/** The first moment that all rules allow, as far as the calls before it tell; undefined if there is none within a year. */
async function firstAllowed(rules: ItemRules, counters: Counters[], earliest: number): Promise<number | undefined> {
	let at = rules.hours.next(earliest);
	for (let step = 0; at !== undefined && step < MOST_STEPS; step++) {
		const open = at;
		const free = Math.max(open, ...(await Promise.all(counters.map(async (own) => await own.freeFrom(open)))));
		if (free === open) return open;
		at = rules.hours.next(free);
	}
	return at;
}

/** What one execution of a node remembers about what it has let through and what not. */
export class Guard {
	private readonly stores: { real: Stores; dry: Stores };

	/** Reads the rules of the items. */
	readonly ruleReader: RuleReader;

	private readonly seen = new Set<string>();

	private shared = 0;

	private checked = 0;

	private isDryRun = false;

	private readonly skipped = new Map<VerdictName, number>();

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly clock: Clock = wallClock,
	) {
		this.ruleReader = new RuleReader(context.getTimezone());
		const node = nodeOf(context);
		const real = { keys: new OnceKeys(context.helpers, node), counters: new OnceKeys(context.helpers, node, undefined, undefined, COUNTERS) };
		this.stores = { real, dry: { keys: new DryStore(real.keys), counters: new DryStore(real.counters) } };
	}

	/** The item's value of "Only Once per Key". Throws an InputError if it is not a key. */
	keyOf(item: number): string {
		const key = onceKey.read(this.context.getNodeParameter('options.onceKey', item, ''));
		if (this.seen.has(key)) this.shared += 1;
		this.seen.add(key);
		return key;
	}

	/** Dials only if the rules allow it now and the key has not been used before, in any execution. */
	async dial(guarded: Guarded, slot: LedgerSlot, dial: (gate: Gate) => Promise<Attempt>): Promise<Attempt> {
		const pass = this.passFor(guarded, slot);
		const ended = (await pass.ask()) ?? (guarded.rules?.isDryRun ? dryRun('called') : await dial(async () => await pass.ask()));
		return await this.settled(pass, ended);
	}

	/** Like `dial`, for items that go to the vendor together. */
	together(entries: Array<{ guarded: Guarded; slot: LedgerSlot }>): Together {
		const passes = entries.map(({ guarded, slot }) => {
			const pass = this.passFor(guarded, slot);
			return {
				isDryRun: pass.isDryRun,
				ask: async () => await pass.ask(),
				settled: async (ended: Attempt, isNothing?: boolean) => await this.settled(pass, ended, isNothing),
				giveBack: async (ended: Attempt) => await pass.giveBack(ended),
			};
		});
		return new Together(passes, !this.context.continueOnFail());
	}

	private passFor(guarded: Guarded, slot: LedgerSlot): Pass {
		this.checked += 1;
		this.isDryRun ||= guarded.rules?.isDryRun === true;
		return new Pass(guarded, slot, guarded.rules?.isDryRun ? this.stores.dry : this.stores.real, this.clock);
	}

	/** Gives back what an item claimed for a call that was not placed. */
	private async settled(pass: Pass, ended: Attempt, isNothing = didNothing(ended)): Promise<Attempt> {
		if (pass.verdict) this.skipped.set(pass.verdict, (this.skipped.get(pass.verdict) ?? 0) + 1);
		return !pass.isDryRun && (pass.isDenied || isNothing) ? await pass.giveBack(ended) : ended;
	}

	/** Tells the user how many items were skipped and why, and if items have the same key, which is seldom intended. */
	hint(): void {
		const messages = [this.skipHint(), this.sharedHint()].filter((message) => message !== undefined);
		if (messages.length > 0) this.context.addExecutionHints(...messages.map((message) => ({ message, location: 'outputPane' as const })));
	}

	private skipHint(): string | undefined {
		const total = [...this.skipped.values()].reduce((sum, count) => sum + count, 0);
		const onlyKeys = total === (this.skipped.get('keyUsed') ?? 0);
		if (!this.isDryRun && (total === 0 || onlyKeys)) return undefined;
		const why = [...this.skipped].sort(([, a], [, b]) => b - a).map(([verdict, count]) => `${count} ${WHY[verdict]}`);
		return `${total} of ${this.checked} ${this.isDryRun ? 'would be' : 'were'} skipped${why.length > 0 ? `: ${why.join(', ')}` : ''}`;
	}

	private sharedHint(): string | undefined {
		if (this.shared === 0) return undefined;
		return `${this.shared} of the items have the same key as an earlier item, so they were skipped. Check 'Only Once per Key' if each item should be called.`;
	}
}

/** One item's way to its call: what it has claimed, and whether it may go on. */
class Pass {
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
		this.counters = rules ? rules.customers.map((customer) => new Counters(rules, customer, stores.counters, this.claims)) : [];
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

