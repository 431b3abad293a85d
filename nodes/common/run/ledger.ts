import { createHash, randomUUID } from 'node:crypto';
import type { GenericValue, IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Part, Result } from '../action/action';
import type { VendorErrorDetails } from '../vendor/errors';

/**
 * What is known about an item.
 *
 * - `unsent`: its key may have been taken, under this mark, and nothing was sent.
 * - `sent`: its request went out in this execution, and how it ended is unknown. The entry is written before the request goes out,
 *   so that a run that breaks off leaves "unknown" behind rather than "nothing".
 * - `done`: the results of its request, where to continue, and the tool call of an AI agent that asked for it.
 */
type Entry =
	| { state: 'unsent'; mark: string }
	| { state: 'sent'; execution: string; mark?: string; error?: VendorErrorDetails }
	| { state: 'done'; results: Result[]; next?: GenericValue; toolCall?: string };

type Entries = Record<string, Entry | undefined>;

const CONTEXT_KEY = 'callCenterLedger';

/** The page of the ledger for one item. */
export class LedgerSlot {
	constructor(
		private readonly entries: Entries,
		private readonly key: string,
		private readonly execution: string,
		/** The AI agent's tool call that asks for the item, if there is one; empty if n8n doesn't say which. */
		private readonly toolCall?: string,
	) {}

	/**
	 * What an earlier try in this execution returned. An AI agent that asks for the same call again after one that worked wants a
	 * second call, but n8n may also run the same tool call twice. What was begun and isn't finished is continued, whoever asks.
	 */
	done(): Part | undefined {
		const { entry } = this;
		if (entry?.state !== 'done') return undefined;
		const isAnotherCall = entry.next === undefined && this.toolCall !== undefined && (this.toolCall === '' || this.toolCall !== entry.toolCall);
		return isAnotherCall ? undefined : { results: entry.results, next: entry.next };
	}

	/** Set if an earlier try sent the request and its outcome is unknown. */
	unknown(): { error?: VendorErrorDetails } | undefined {
		const { entry } = this;
		return entry?.state === 'sent' ? { error: entry.error } : undefined;
	}

	/** The mark under which the item takes its key, and whether an earlier try may have done so. */
	mark(): { mark: string; again: boolean } {
		const known = this.knownMark();
		const mark = known ?? randomUUID();
		this.entry = { state: 'unsent', mark };
		return { mark, again: known !== undefined };
	}

	sending(): void {
		this.entry = { state: 'sent', execution: this.execution, mark: this.knownMark() };
	}

	finish({ results, next }: Part): void {
		this.entry = { state: 'done', results, next: next as GenericValue, toolCall: this.toolCall };
	}

	/** Nothing happened at the vendor, so the request may be sent again. */
	refused(): void {
		const mark = this.knownMark();
		this.entry = mark === undefined ? undefined : { state: 'unsent', mark };
	}

	endedUnknown(error: VendorErrorDetails): void {
		this.entry = { state: 'sent', execution: this.execution, error };
	}

	private knownMark(): string | undefined {
		const { entry } = this;
		return entry && 'mark' in entry ? entry.mark : undefined;
	}

	private get entry(): Entry | undefined {
		return this.entries[this.key];
	}

	private set entry(entry: Entry | undefined) {
		this.entries[this.key] = entry;
	}
}

/** Identical tool calls of AI agents that are under way, by their execution's ledger. They last as long as its data. */
const toolCalls = new WeakMap<Entries, Map<string, Promise<unknown>>>();

/**
 * Remembers what was dialed within one execution, so that n8n's "Retry on Fail" (which runs the whole node again) and the "Retry" of
 * a failed execution don't dial it twice. The ledger is kept in n8n's own execution data (the node's context) and lasts as long as
 * the execution; a new execution starts with an empty one.
 */
export class Ledger {
	private readonly entries: Entries;

	private readonly run: string;

	private readonly execution: string;

	/** Whether an AI agent calls the node, with one item at a time. */
	readonly isTool: boolean;

	constructor(
		private readonly context: IExecuteFunctions,
		/** The resource and the operation: what was done under another operation is not what is asked for now. */
		private readonly operation: string,
	) {
		const nodeContext = context.getContext('node');
		nodeContext[CONTEXT_KEY] ??= {};
		this.entries = nodeContext[CONTEXT_KEY] as Entries;
		// A node in a loop runs several times in one execution; each round is a call of its own.
		this.run = String(context.getWorkflowDataProxy(0).$runIndex ?? 0);
		this.execution = context.getExecutionId();
		// n8n runs a tool like any other node, except for the suffix of its type, or marks its execution in the older way.
		this.isTool = context.isToolExecution() || context.getNode().type.endsWith('Tool');
	}

	/** The page of an item. Not for the tools of AI agents, which get one item at a time. */
	slotOf(itemIndex: number): LedgerSlot {
		return new LedgerSlot(this.entries, this.itemKey(itemIndex), this.execution);
	}

	/**
	 * Does an item's work with its page of the ledger.
	 *
	 * @param values the action's values. An AI agent's tool gets a new run for each call and for each of n8n's tries, so its requests
	 * are recognized by what they ask for, and an identical one waits until this one has ended
	 */
	async withSlot<T>(itemIndex: number, values: IDataObject, work: (slot: LedgerSlot) => Promise<T>): Promise<T> {
		if (!this.isTool) return await work(this.slotOf(itemIndex));
		const key = this.fingerprint(values);
		const slot = new LedgerSlot(this.entries, key, this.execution, this.toolCallOf(itemIndex));
		return await this.oneAfterAnother(key, async () => await work(slot));
	}

	/**
	 * Does the work of an action on all items, with a page for each of its steps.
	 *
	 * @param values those of the first item, as for `withSlot`
	 */
	async withPages<T>(values: IDataObject, work: (pageOf: (step: string) => LedgerSlot) => Promise<T>): Promise<T> {
		const key = this.isTool ? this.fingerprint(values) : `${this.run}:${this.operation}`;
		const pageOf = (step: string) => new LedgerSlot(this.entries, `${key}:${step}`, this.execution);
		return this.isTool ? await this.oneAfterAnother(key, async () => await work(pageOf)) : await work(pageOf);
	}

	/** Whether an item of this run has an unknown outcome: from this execution (`now`), or from the one that is being retried (`before`). */
	unknown(itemIndex: number): 'now' | 'before' | undefined {
		const entry = this.entries[this.itemKey(itemIndex)];
		if (entry?.state !== 'sent') return undefined;
		return entry.execution === this.execution ? 'now' : 'before';
	}

	/** n8n's engine puts the ID of a tool call into the item that it makes from the call. */
	private toolCallOf(itemIndex: number): string {
		const { toolCallId } = this.context.getInputData()[itemIndex]?.json ?? {};
		return typeof toolCallId === 'string' ? toolCallId : '';
	}

	/** What no other item of any execution has. */
	itemId(itemIndex: number): string {
		return `${this.execution}:${this.itemKey(itemIndex)}`;
	}

	private itemKey(itemIndex: number): string {
		return `${this.run}:${this.operation}:${itemIndex}`;
	}

	private fingerprint(values: IDataObject): string {
		return `tool:${createHash('sha256').update(JSON.stringify([this.operation, values])).digest('hex').slice(0, 32)}`;
	}

	private async oneAfterAnother<T>(key: string, work: () => Promise<T>): Promise<T> {
		const underWay = toolCalls.get(this.entries) ?? new Map<string, Promise<unknown>>();
		toolCalls.set(this.entries, underWay);
		const mine = (underWay.get(key) ?? Promise.resolve()).then(work, work);
		underWay.set(key, mine);
		return await mine;
	}
}
