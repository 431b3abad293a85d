import { createHash } from 'node:crypto';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { VendorErrorDetails } from './errors';

/**
 * What is known of one item: nothing, that its request went out and how it ended is not known, or its result.
 * `sent` is written before the request, so that a run which breaks off leaves "not known" behind and not "nothing".
 */
type Entry =
	| { state: 'sent'; error?: VendorErrorDetails }
	| { state: 'done'; results: IDataObject[] };

type Entries = Record<string, Entry | undefined>;

const CONTEXT_KEY = 'callCenterLedger';

/** The page of the ledger for one item. */
export interface LedgerSlot {
	/** The result of an earlier try in this execution. */
	results(): IDataObject[] | undefined;
	/** Set when an earlier try sent the request and its end is not known. */
	unknown(): { error?: VendorErrorDetails } | undefined;
	sending(): void;
	done(results: IDataObject[]): void;
	/** Nothing happened at the vendor: it may be sent again. */
	refused(): void;
	endedUnknown(error: VendorErrorDetails): void;
}

/**
 * Remembers, within one execution, what was dialled, so that n8n's "Retry on Fail" (which runs the whole node again) and the
 * "Retry" of a failed execution don't dial it twice. It lives in n8n's own execution data (the node's context), and so as long
 * as the execution itself; a new execution starts with an empty one.
 */
export class Ledger {
	private readonly entries: Entries;

	private readonly run: string;

	private readonly isTool: boolean;

	constructor(context: IExecuteFunctions) {
		const nodeContext = context.getContext('node');
		nodeContext[CONTEXT_KEY] ??= {};
		this.entries = nodeContext[CONTEXT_KEY] as Entries;
		// A node in a loop runs several times in one execution; each round is a call of its own.
		this.run = String(context.getWorkflowDataProxy(0).$runIndex ?? 0);
		this.isTool = context.isToolExecution();
	}

	/**
	 * @param values the action's values: an AI agent's tool gets a new run for each of n8n's tries, so there the same request
	 * must be known by what it asks for
	 */
	slot(itemIndex: number, operation: string, values: IDataObject): LedgerSlot {
		const { entries, isTool } = this;
		const key = isTool ? fingerprint(operation, values) : `${this.run}:${itemIndex}`;
		return {
			results() {
				const entry = entries[key];
				return entry?.state === 'done' ? entry.results : undefined;
			},
			unknown() {
				const entry = entries[key];
				return entry?.state === 'sent' ? { error: entry.error } : undefined;
			},
			sending: () => void (entries[key] = { state: 'sent' }),
			// An agent that asks for the same call again after one that worked means a second call.
			done: (results) => void (entries[key] = isTool ? undefined : { state: 'done', results }),
			refused: () => void (entries[key] = undefined),
			endedUnknown: (error) => void (entries[key] = { state: 'sent', error }),
		};
	}

	/** Whether an item of this run is known to have ended without a known outcome. */
	hasUnknown(itemIndex: number): boolean {
		return this.entries[`${this.run}:${itemIndex}`]?.state === 'sent';
	}
}

function fingerprint(operation: string, values: IDataObject): string {
	return `tool:${createHash('sha256').update(JSON.stringify([operation, values])).digest('hex').slice(0, 32)}`;
}
