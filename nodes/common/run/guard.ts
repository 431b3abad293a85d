import type { IExecuteFunctions, INode } from 'n8n-workflow';
import { onceKey } from '../action/options';
import { wallClock, type Clock } from '../vendor/clock';
import { didNothing, type Attempt, type Gate } from './attempt';
import { DryStore } from './callingRules/dryStore';
import { RuleReader } from './callingRules/ruleReader';
import type { VerdictName } from './callingRules/rules';
import { dryRun } from './denial';
import type { LedgerSlot } from './ledger';
import { OnceKeys } from './onceKey';
import { Pass, type Guarded, type Stores } from './pass';
import { Together } from './together';

/** Nodes of a workflow count a customer's calls together. */
const COUNTERS = 'calling-rules';

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
		const [keys, counters] = [new OnceKeys(context.helpers, node), new OnceKeys(context.helpers, node, undefined, undefined, COUNTERS)];
		this.stores = {
			real: { keys, counters, isNested: true },
			dry: { keys: new DryStore(keys), counters: new DryStore(counters), isNested: true },
		};
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
