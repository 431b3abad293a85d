import type { IDataObject } from 'n8n-workflow';
import type { Ring } from '../../sandbox/phones';
import type { SeenRequest, Struck } from './faultPlan';
import type { PowerCut } from './powerCuts';
import type { Sender } from './senders';
import type { StoredExecution } from './stage';

export const OUTCOMES = ['done', 'refused', 'skipped', 'unknown'] as const;

/** How an item ended, according to the node. */
export type ItemOutcome = (typeof OUTCOMES)[number];

export interface CallOrder {
	calls: number;
	kills: number;
	seed: number;
	sender: Sender;
}

export interface CallEvidence {
	order: CallOrder;
	phones: string[];
	/** The calls that the vendor placed. */
	placed: Array<{ callee: string }>;
	rings: Ring[];
	/** By phone, oldest first. */
	requests: Map<string, SeenRequest[]>;
	executions: StoredExecution[];
	cuts: PowerCut[];
	seconds: number;
}

type ByFault<T extends string> = Partial<Record<Struck | 'no request', Partial<Record<T, number>>>>;

export interface CallFindings extends CallOrder {
	requests: number;
	callsPlaced: number;
	/** Customers for whom more than one call was placed. */
	calledTwice: number;
	/** The most calls that were placed for one customer. */
	mostCalls: number;
	/** Phones of customers and salespeople that rang more than once. */
	phonesRungTwice: number;
	executionsByStatus: Record<string, number>;
	/** By phone. */
	outcomes: Record<ItemOutcome, number>;
	/** What a fault led to: by the fault that the item's last request met in the execution that ended. */
	outcomesByFault: ByFault<ItemOutcome>;
	/** The codes that the node reported for failed items, by the same fault. */
	codesByFault: ByFault<string>;
	/** Phones for which no execution reported exactly one outcome. */
	itemsWithoutOutcome: number;
	/** Items sent without a trustworthy answer, but not reported as unknown. */
	unknownMissing: number;
	/** Items reported as unknown, although nothing was sent or a trustworthy answer came. */
	unknownWrong: number;
	/** Items reported wrongly in another way, such as done without a call or refused with one. */
	toldWrongly: number;
	/** Skipped because a killed n8n had claimed the key and possibly called: how many of them were called, and how many never were. */
	skippedCalled: number;
	skippedNeverCalled: number;
	/** The first cases of each fault of the node. */
	examples: Record<ToldFault, string[]>;
	seconds: number;
}

type ToldFault = 'unknownMissing' | 'unknownWrong' | 'toldWrongly';

const EXAMPLES = 5;

/** Faults that leave no trustworthy answer. */
export const SILENT = new Set<Struck | 'no request'>([
	'hang',
	'cutBefore',
	'cutAfter',
	'garbage',
	'tooLate',
	'errorBefore',
	'errorAfter',
	'tlsPlaintext',
	'tlsAlert',
	'tlsDamaged',
]);

interface Told {
	phone: string;
	outcome: ItemOutcome | undefined;
	/** Of a failed item. */
	code?: string;
	execution: StoredExecution;
}

/** How an item ended, by its output. */
export function outcomeOf(json: IDataObject): ItemOutcome {
	if (json.skipped === true) return 'skipped';
	if (json.error === undefined) return 'done';
	return (json.details as IDataObject | undefined)?.outcome === 'unknown' ? 'unknown' : 'refused';
}

/** What the node reported for each item in an execution that ended. */
function toldBy(execution: StoredExecution): Told[] {
	const { runData } = execution.data.resultData;
	const customers = runData.Customers?.[0]?.data?.main?.[0] ?? [];
	const items = runData.Call?.at(-1)?.data?.main?.[0] ?? [];
	return customers.map(({ json }, index) => {
		const own = items.filter(({ pairedItem }) => typeof pairedItem === 'object' && !Array.isArray(pairedItem) && pairedItem.item === index);
		const [only] = own;
		const outcome = only && own.length === 1 ? outcomeOf(only.json) : undefined;
		const code = (only?.json.details as IDataObject | undefined)?.code;
		return { phone: String(json.phone), outcome, code: code === undefined ? undefined : String(code), execution };
	});
}

function count<T extends string>(values: T[]): Partial<Record<T, number>> {
	const counts: Partial<Record<T, number>> = {};
	for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
	return counts;
}

function add<T extends string>(counts: ByFault<T>, struck: Struck | 'no request', value: T | undefined): void {
	if (value === undefined) return;
	const row: Partial<Record<T, number>> = (counts[struck] ??= {});
	row[value] = (row[value] ?? 0) + 1;
}

const times = (values: string[]) => Object.values(count(values)).map(Number);

const twice = (values: string[]) => times(values).filter((often) => often > 1).length;

/** The phones of executions that a kill interrupted before the node reported anything. */
function interruptedPhones(executions: StoredExecution[]): Set<string> {
	const begun = executions
		.filter(({ status }) => status !== 'success')
		.map(({ data }) => data.executionData?.nodeExecutionStack[0]?.data);
	const bodies = begun.map((input) => input?.main?.[0]?.[0]?.json.body as { customers?: Array<{ phone: string }> } | undefined);
	return new Set(bodies.flatMap((body) => (body?.customers ?? []).map(({ phone }) => phone)));
}

/**
 * One report for each phone, preferably one that speaks of a request. Executions that had been recorded but not begun when n8n was
 * killed are started again by n8n itself, in parallel with the one that the user starts. One of the two skips what the other calls.
 */
function latestByPhone(told: Told[]): Told[] {
	const latest = new Map<string, Told>();
	for (const next of told) {
		const known = latest.get(next.phone);
		if (!known || known.outcome === 'skipped' || next.outcome !== 'skipped') latest.set(next.phone, next);
	}
	return [...latest.values()];
}

/** What is known about an item's phone. */
interface Truth {
	/** The requests for it in the execution that ended. */
	requests: SeenRequest[];
	isPlaced: boolean;
	/** Whether an execution with it was interrupted. */
	wasInterrupted: boolean;
}

/** Compares the report on an item with what happened at the vendor. */
function faultOf(outcome: ItemOutcome | undefined, { requests, isPlaced, wasInterrupted }: Truth): ToldFault | undefined {
	const last = requests.at(-1)?.struck ?? 'no request';
	if (SILENT.has(last)) return outcome === 'unknown' ? undefined : 'unknownMissing';
	if (outcome === 'unknown') return 'unknownWrong';
	const isRight = {
		done: isPlaced && (last === 'none' || last === 'late'),
		refused: !isPlaced && (last === 'refuse' || last === 'throttle'),
		skipped: wasInterrupted && last === 'no request',
	};
	return outcome && isRight[outcome] ? undefined : 'toldWrongly';
}

export function callFindings({ order, phones, placed, rings, requests, executions, cuts, seconds }: CallEvidence): CallFindings {
	const placedPhones = new Set(placed.map(({ callee }) => callee));
	const ended = executions.filter(({ status }) => status === 'success');
	const told = latestByPhone(ended.flatMap(toldBy));
	const outcomes = count(told.flatMap(({ outcome }) => outcome ?? []));
	const findings: CallFindings = {
		...order,
		requests: [...requests.values()].flat().length,
		callsPlaced: placed.length,
		calledTwice: twice(placed.map(({ callee }) => callee)),
		mostCalls: Math.max(0, ...times(placed.map(({ callee }) => callee))),
		phonesRungTwice: twice(rings.map(({ phone }) => phone)),
		executionsByStatus: count(executions.map(({ status }) => status)) as Record<string, number>,
		outcomes: { done: 0, refused: 0, skipped: 0, unknown: 0, ...outcomes },
		outcomesByFault: {},
		codesByFault: {},
		itemsWithoutOutcome: phones.length - told.filter(({ outcome }) => outcome).length,
		unknownMissing: 0,
		unknownWrong: 0,
		toldWrongly: 0,
		skippedCalled: told.filter(({ phone, outcome }) => outcome === 'skipped' && placedPhones.has(phone)).length,
		skippedNeverCalled: told.filter(({ phone, outcome }) => outcome === 'skipped' && !placedPhones.has(phone)).length,
		examples: { unknownMissing: [], unknownWrong: [], toldWrongly: [] },
		seconds,
		kills: cuts.length,
	};
	const interrupted = interruptedPhones(executions);
	for (const { phone, outcome, code, execution } of told) {
		const seen = requests.get(phone) ?? [];
		const own = seen.filter(({ at }) => at >= execution.startedAt);
		const struck = own.at(-1)?.struck ?? 'no request';
		add(findings.outcomesByFault, struck, outcome);
		add(findings.codesByFault, struck, code);
		const fault = faultOf(outcome, { requests: own, isPlaced: placedPhones.has(phone), wasInterrupted: interrupted.has(phone) });
		if (!fault) continue;
		findings[fault] += 1;
		if (findings.examples[fault].length < EXAMPLES) {
			findings.examples[fault].push(`${phone} is ${String(outcome)} (${String(code)}) in execution ${execution.id}; requests ${JSON.stringify(seen)}`);
		}
	}
	return findings;
}
