import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

/**
 * How an item ended. `notRecorded`: its key could not be recorded, so nobody was called; `interrupted`: its process was killed before
 * it said anything; `stopped`: its execution stopped at an item that failed; `unclear`: none of what is expected here.
 */
export type ItemOutcome = 'called' | 'skipped' | 'refused' | 'notRecorded' | 'interrupted' | 'stopped' | 'unclear';

/** What became of one item, in each execution that had it. */
export interface Ask {
	/** The process that was asked. */
	process: number;
	phone: string;
	/** Oldest first. */
	outcomes: ItemOutcome[];
	/** The process's number of the execution that stopped, to be retried with its data. */
	stoppedIn?: number;
}

export interface OnceKeysEvidence {
	asks: Ask[];
	/** How often each phone was called, and how often it rang, once all items had been run to their end. */
	calls: ReadonlyMap<string, number>;
	rings: ReadonlyMap<string, number>;
	/** The phones that were called when all keys came once more. */
	calledAgain: string[];
	/** Of the first executions. */
	seconds: number;
}

export interface OnceKeysFindings {
	keys: number;
	items: number;
	calledOnce: number;
	calledTwice: number;
	rangTwice: number;
	/** Items of the first executions. */
	refused: number;
	notRecorded: number;
	interrupted: number;
	stopped: number;
	skipped: number;
	/** Keys of which an item was skipped, though nobody was called, without a warning. */
	skippedNobodyCalled: number;
	/** The same where a kill explains it, and where an earlier execution had failed with ONCE_KEY and a new one was started. */
	skippedAfterKill: number;
	skippedAfterOnceKey: number;
	/** Keys under which nobody was called in the end, although the items that had failed were run again. */
	neverCalled: number;
	/** Keys under which somebody was called, but no item said so; those of killed executions are left out. */
	calledUntold: number;
	/** Items that ended in no expected way. */
	unclear: number;
	/** Keys that were free again once they had been used. */
	freed: number;
	seconds: number;
	keysPerSecond: number;
	/** The first cases of each kind that must not be. */
	examples: string[];
}

const EXAMPLES = 10;

function outcomeOf({ json }: INodeExecutionData): ItemOutcome {
	if (json.skipped === true) return 'skipped';
	if (json.error === undefined) return json.jobId === undefined ? 'unclear' : 'called';
	const { code, outcome } = (json.details ?? {}) as IDataObject;
	if (code === 'ONCE_KEY') return 'notRecorded';
	return outcome === 'rejected' ? 'refused' : 'unclear';
}

/** How each of the items ended, by the node's output. */
export function outcomesOf(count: number, output: INodeExecutionData[]): ItemOutcome[] {
	return Array.from({ length: count }, (_, index) => {
		const own = output.filter(({ pairedItem }) => typeof pairedItem === 'object' && !Array.isArray(pairedItem) && pairedItem.item === index);
		const [only] = own;
		return only && own.length === 1 ? outcomeOf(only) : 'unclear';
	});
}

export function grouped<Key, Value>(values: Value[], keyOf: (value: Value) => Key): Map<Key, Value[]> {
	const groups = new Map<Key, Value[]>();
	for (const value of values) {
		const group = groups.get(keyOf(value));
		if (group) group.push(value);
		else groups.set(keyOf(value), [value]);
	}
	return groups;
}

/** Whether an item has to be run again before its customer can be called. */
export function isPending({ outcomes }: Ask): boolean {
	const last = outcomes.at(-1);
	return last !== 'called' && last !== 'skipped';
}

function parted<T>(values: T[], isFirst: (value: T) => boolean): [T[], T[]] {
	return [values.filter(isFirst), values.filter((value) => !isFirst(value))];
}

const some = (asks: Ask[], outcome: ItemOutcome) => asks.some(({ outcomes }) => outcomes.includes(outcome));

/** Holds what the items said against what the phones did. */
export function onceKeysFindings({ asks, calls, rings, calledAgain, seconds }: OnceKeysEvidence): OnceKeysFindings {
	const byPhone = grouped(asks, ({ phone }) => phone);
	const phones = (is: (phone: string, asked: Ask[]) => boolean) => [...byPhone].filter(([phone, asked]) => is(phone, asked)).map(([phone]) => phone);
	const times = (phone: string) => calls.get(phone) ?? 0;
	const first = (outcome: ItemOutcome) => asks.filter(({ outcomes }) => outcomes[0] === outcome).length;
	const calledTwice = phones((phone) => times(phone) > 1);
	const skippedInVain = phones((phone, asked) => times(phone) === 0 && some(asked, 'skipped'));
	const isKilled = (phone: string) => some(byPhone.get(phone) ?? [], 'interrupted');
	const [afterKill, others] = parted(skippedInVain, isKilled);
	const [afterOnceKey, silent] = parted(others, (phone) => some(byPhone.get(phone) ?? [], 'notRecorded'));
	const neverCalled = phones((phone, asked) => times(phone) === 0 && !some(asked, 'skipped'));
	const untold = phones((phone, asked) => times(phone) > 0 && !some(asked, 'called') && !isKilled(phone));
	const unclear = asks.filter((ask) => some([ask], 'unclear'));
	const wrong = { calledTwice, skippedNobodyCalled: silent, skippedAfterOnceKey: afterOnceKey, neverCalled, calledUntold: untold, unclear: unclear.map(({ phone }) => phone), freed: calledAgain };
	return {
		keys: byPhone.size,
		items: asks.length,
		calledOnce: phones((phone) => times(phone) === 1).length,
		calledTwice: calledTwice.length,
		rangTwice: phones((phone) => (rings.get(phone) ?? 0) > 1).length,
		refused: first('refused'),
		notRecorded: first('notRecorded'),
		interrupted: asks.filter((ask) => some([ask], 'interrupted')).length,
		stopped: first('stopped'),
		skipped: asks.filter(({ outcomes }) => outcomes.includes('skipped')).length,
		skippedNobodyCalled: silent.length,
		skippedAfterKill: afterKill.length,
		skippedAfterOnceKey: afterOnceKey.length,
		neverCalled: neverCalled.length,
		calledUntold: untold.length,
		unclear: unclear.length,
		freed: calledAgain.length,
		seconds: Math.round(seconds * 10) / 10,
		keysPerSecond: Math.round(byPhone.size / seconds),
		examples: Object.entries(wrong).flatMap(([kind, list]) => list.slice(0, EXAMPLES).map((phone) => example(kind, phone, byPhone.get(phone) ?? []))),
	};
}

function example(kind: string, phone: string, asks: Ask[]): string {
	return `${kind} ${phone}: ${asks.map(({ process, outcomes }) => `process ${process}: ${outcomes.join(', ')}`).join('; ')}`;
}
