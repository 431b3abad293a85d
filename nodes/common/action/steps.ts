import type { GenericValue, IDataObject } from 'n8n-workflow';
import type { Effect, Result, Settings } from './part';

/** One step of an action on all items. */
export interface Step<T> {
	/** Under which the ledger remembers the step; the same in every try. */
	name: string;
	effect: Effect;
	send(): Promise<T>;
	/**
	 * Looks at the vendor whether the step took place after all, when no answer to it came, in this try or in an earlier one.
	 *
	 * @returns what the step would have returned; undefined if it is still not known
	 */
	look?(): Promise<T | undefined>;
	/**
	 * For the step that lets phones ring: what it returns if that is outside the calling hours. It is not sent then, and a later try
	 * asks again.
	 *
	 * @param skipped what a skipped item holds
	 */
	ifClosed?(skipped: IDataObject): T;
}

/** What an action on all items gets to know beside its values. */
export interface WholeSettings extends Settings {
	/** The incoming items that the values belong to: the calling rules may have left out others. */
	itemIndexes: number[];
	/** Set if the calling rules ask for a dry run, so that nothing but reads may be sent. */
	isDryRun?: boolean;
}

/** How an action on all items reaches its vendor. Each method throws a VendorError if it fails in the end. */
export interface Steps {
	/** Sends a request that only reads. It is repeated if no answer came. */
	read<T>(send: () => Promise<T>): Promise<T>;
	/**
	 * Does a step unless an earlier try has done it, and returns its result. A step that can change something is sent at most once in an
	 * execution, Retry on Fail and the retry of the execution included, unless it provably did nothing.
	 */
	once<T extends GenericValue | IDataObject>(step: Step<T>): Promise<T>;
	/** Whether no try has sent this step, except in vain. */
	isOpen(name: string): boolean;
	/** Tells the user something on the output of the node. */
	hint(message: string): void;
}

/** An action on all incoming items at once, in one or several steps. */
export interface Whole<Client> {
	/** Whether an item of the output belongs to all items of the input, or to the first. */
	pairs: 'all' | 'first';
	/** The values that each item has of its own; throws an InputError that names the field. */
	readItem(raw: (field: string) => unknown): IDataObject;
	/** @param values those of the first item */
	perform(client: Client, values: IDataObject, items: IDataObject[], settings: WholeSettings, steps: Steps): Promise<Result[]>;
}
