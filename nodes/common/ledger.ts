import { createHash, randomUUID } from 'node:crypto';
import type { GenericValue, IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Part } from './action';
import type { VendorErrorDetails } from './errors';

/**
 * What is known of an item.
 *
 * - `unsent`: its key may have been taken, under this mark, and nothing was sent.
 * - `sent`: its request went out in this execution, and how it ended is not known. Written before the request, so that a run
 *   which breaks off leaves "not known" behind and not "nothing".
 * - `done`: the results of its request, where to continue, and the tool call of an AI agent that asked for it.
 */
type Entry =
	| { state: 'unsent'; mark: string }
	| { state: 'sent'; execution: string; mark?: string; error?: VendorErrorDetails }
	| { state: 'done'; results: IDataObject[]; next?: GenericValue; toolCall?: string };

type Entries = Record<string, Entry | undefined>;

const CONTEXT_KEY = 'callCenterLedger';

/** The page of the ledger for one item. */
export class LedgerSlot {
	constructor(
		private readonly entries: Entries,
		private readonly key: string,
		private readonly execution: string,
		/** The tool call of an AI agent that asks for it, if one does; empty where n8n doesn't tell which one. */
		private readonly toolCall?: string,
	) {}

	/**
	 * What an earlier try in this execution brought. An AI agent that asks for the same call again after one that worked means a
	 * second call, but n8n may also run one and the same tool call again.
	 */
	done(): Part | undefined {
		const { entry } = this;
		if (entry?.state !== 'done') return undefined;
		const isAnotherCall = this.toolCall !== undefined && (this.toolCall === '' || this.toolCall !== entry.toolCall);
		return isAnotherCall ? undefined : { results: entry.results, next: entry.next };
	}

	/** Set when an earlier try sent the request and its end is not known. */
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

	/** Nothing happened at the vendor: it may be sent again. */
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

/** Identical calls of an AI agent's tools that are under way, by their execution's ledger; they last as long as its data. */
const toolCalls = new WeakMap<Entries, Map<string, Promise<unknown>>>();

/**
 * Remembers, within one execution, what was dialled, so that n8n's "Retry on Fail" (which runs the whole node again) and the
 * "Retry" of a failed execution don't dial it twice. It is kept in n8n's own execution data (the node's context), and so as long
 * as the execution itself; a new execution starts with an empty one.
 */
export class Ledger {
	private readonly entries: Entries;

	private readonly run: string;

	private readonly execution: string;

	private readonly isTool: boolean;

	constructor(
		private readonly context: IExecuteFunctions,
		/** Names the resource and the operation: what was done under another one is not what is asked for now. */
		private readonly operation: string,
	) {
		const nodeContext = context.getContext('node');
		nodeContext[CONTEXT_KEY] ??= {};
		this.entries = nodeContext[CONTEXT_KEY] as Entries;
		// A node in a loop runs several times in one execution; each round is a call of its own.
		this.run = String(context.getWorkflowDataProxy(0).$runIndex ?? 0);
		this.execution = context.getExecutionId();
		// n8n runs a tool as a node like any other, except for the suffix of its type, or tells it in the older way.
		this.isTool = context.isToolExecution() || context.getNode().type.endsWith('Tool');
	}

	/**
	 * Does an item's work with its page of the ledger.
	 *
	 * @param values the action's values: an AI agent's tool gets a new run for each call and for each of n8n's tries, so there a
	 * request is known by what it asks for, and the same one must wait until this one has ended
	 */
	async withSlot<T>(itemIndex: number, values: IDataObject, work: (slot: LedgerSlot) => Promise<T>): Promise<T> {
		if (!this.isTool) return await work(new LedgerSlot(this.entries, this.itemKey(itemIndex), this.execution));
		const key = this.fingerprint(values);
		const slot = new LedgerSlot(this.entries, key, this.execution, this.toolCallOf(itemIndex));
		return await this.oneAfterAnother(key, async () => await work(slot));
	}

	/** Whether an item of this run has an unknown outcome: of a try of this execution, or of the execution that is retried. */
	unknown(itemIndex: number): 'now' | 'before' | undefined {
		const entry = this.entries[this.itemKey(itemIndex)];
		if (entry?.state !== 'sent') return undefined;
		return entry.execution === this.execution ? 'now' : 'before';
	}

	/** Also part of the item that the engine of n8n makes from a tool call. */
	private toolCallOf(itemIndex: number): string {
		const { toolCallId } = this.context.getInputData()[itemIndex]?.json ?? {};
		return typeof toolCallId === 'string' ? toolCallId : '';
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
