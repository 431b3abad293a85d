import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Action } from './action';
import { perform, type Attempt, type Sending } from './attempt';
import { asInputError, InputError, VendorError } from './errors';
import { failedItem, itemFailure, nodeError, type ItemFailure } from './failedItem';
import { Ledger, type LedgerSlot } from './ledger';
import { OnlyOnce } from './onlyOnce';
import { isOptionSet } from './options';
import { Pacer } from './pacer';

/** What a node needs for one run: the way to its vendor, and how to leave it. */
export interface Connection<Client> {
	client: Client;
	/** How many items may run in parallel. */
	concurrency: number;
	/** 0 for no limit. */
	requestsPerSecond: number;
	/** Called once when all items are done or the node gave up. */
	close?(): Promise<void>;
}

export interface ActionNode<Client> {
	actions: Array<Action<Client>>;
	/** Reads the options and prepares the way to the vendor; throws an InputError that names the option. */
	connect(context: IExecuteFunctions): Promise<Connection<Client>>;
}

/** What is known from an earlier try of this execution, which decides that nothing may be sent now. */
function earlierTry(slot: LedgerSlot): Attempt | undefined {
	const unknown = slot.unknown();
	if (!unknown) return undefined;
	const interrupted = { failure: 'noAnswer', code: 'INTERRUPTED', message: 'An earlier try was interrupted' } as const;
	return { error: new VendorError(unknown.error ?? interrupted) };
}

interface Run<Client> extends Sending<Client> {
	ledger: Ledger;
	/** Only if the option "Only Once per Key" is in use. */
	onlyOnce?: OnlyOnce;
}

interface Input {
	values: IDataObject;
	simplify: boolean;
	/** Of the option "Only Once per Key". */
	onceKey?: string;
}

/** An InputError as a value; what is wrong with an option is the failure of each item. */
function inputErrorOf(error: unknown): InputError {
	if (error instanceof InputError) return error;
	throw error;
}

/** The parameters of an item; one that can't be read is the failure of this item only. */
function inputOf<Client>({ context, action, onlyOnce }: Run<Client>, item: number): Input | { error: InputError } {
	const raw = (name: string) => context.getNodeParameter(name, item, action.fields[name]?.property.default);
	try {
		const simplify = action.simplify && context.getNodeParameter('simplify', item, true) === true;
		const additional = context.getNodeParameter('additionalFields', item, {}) as IDataObject;
		return { values: action.read(raw, additional), simplify, onceKey: onlyOnce?.keyOf(item) };
	} catch (error) {
		return { error: asInputError(error) };
	}
}

async function runAttempt<Client>(run: Run<Client>, item: number): Promise<Attempt> {
	const input = inputOf(run, item);
	if ('error' in input) return input;
	const { values, simplify, onceKey } = input;
	if (run.action.effect === 'read') return await perform(run, values, simplify);
	return await run.ledger.withSlot(item, values, async (slot) => {
		const dial = async () => await perform(run, values, simplify, slot);
		if (slot.done()) return await dial();
		const earlier = earlierTry(slot);
		if (earlier) return earlier;
		return run.onlyOnce && onceKey !== undefined ? await run.onlyOnce.dial(onceKey, slot, dial) : await dial();
	});
}

type ItemResult = INodeExecutionData[] | ItemFailure;

async function runItem<Client>(run: Run<Client>, item: number): Promise<ItemResult> {
	const ended = await runAttempt(run, item);
	if ('error' in ended) return itemFailure(ended.error, run.action.effect, item);
	return ended.results.map((json) => ({ json, pairedItem: { item } }));
}

function isFailure(result: ItemResult | undefined): result is ItemFailure {
	return result !== undefined && !Array.isArray(result);
}

/** Runs the items, some in parallel. Once one returns false it starts no new ones and waits for those under way. */
async function inParallel(items: number[], width: number, work: (item: number) => Promise<boolean>): Promise<void> {
	let next = 0;
	let stopped = false;
	const worker = async () => {
		while (!stopped && next < items.length) {
			if (!(await work(items[next++] as number))) stopped = true;
		}
	};
	await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
}

/**
 * The items to run, and in front of them those that are known to fail again: an earlier try left their outcome unknown. n8n's own
 * retry ends with those, as the try before it did. A retry by hand is another execution with the data of the first; it also runs
 * the items that the first one never came to.
 */
function itemsInOrder<Client>({ context, ledger }: Run<Client>): { unknown: number[]; others: number[] } {
	const all = context.getInputData().map((_, item) => item);
	const state = new Map(all.map((item) => [item, ledger.unknown(item)]));
	const unknown = all.filter((item) => state.get(item) !== undefined);
	const isRetryByHand = !unknown.some((item) => state.get(item) === 'now');
	return { unknown, others: isRetryByHand || context.continueOnFail() ? all.filter((item) => !state.get(item)) : [] };
}

async function runItems<Client>(run: Run<Client>, width: number): Promise<ItemResult[]> {
	const { context } = run;
	const { unknown, others } = itemsInOrder(run);
	const results: ItemResult[] = [];
	const cancelled = context.getExecutionCancelSignal();
	for (const item of unknown) results[item] = await runItem(run, item);
	await inParallel(others, width, async (item) => {
		const result = await runItem(run, item);
		results[item] = result;
		return !cancelled?.aborted && (context.continueOnFail() || !isFailure(result));
	});
	return results;
}

function outcome(context: IExecuteFunctions, results: ItemResult[]): INodeExecutionData[][] {
	const failures = results.filter(isFailure);
	const [first, ...others] = failures;
	if (first && !context.continueOnFail()) throw nodeError(context.getNode(), first, others);
	return [results.flatMap((result) => (isFailure(result) ? [failedItem(result)] : result))];
}

function inputFailure(error: InputError, itemIndex = 0): ItemFailure {
	return itemFailure(error, 'read', itemIndex);
}

function actionOf<Client>(context: IExecuteFunctions, actions: Array<Action<Client>>): Action<Client> {
	const resource = context.getNodeParameter('resource', 0);
	const operation = context.getNodeParameter('operation', 0);
	const action = actions.find((candidate) => candidate.resource.value === resource && candidate.operation === operation);
	if (!action) {
		const error = new InputError(`'Operation' is "${String(operation)}", which this node doesn't know: choose one from the list`);
		throw nodeError(context.getNode(), inputFailure(error), []);
	}
	return action;
}

/**
 * Runs an action node: reads the parameters of each item, keeps items in order and paired, sends at most N in parallel, keeps to
 * the pace that the user and the vendor allow, and sees to it that nothing that can ring a phone is sent twice.
 *
 * @throws NodeApiError or NodeOperationError of the first item that failed, unless the node continues on fail
 */
export async function runActions<Client>(context: IExecuteFunctions, node: ActionNode<Client>): Promise<INodeExecutionData[][]> {
	const action = actionOf(context, node.actions);
	const connection = await node.connect(context).catch(inputErrorOf);
	if (connection instanceof InputError) return outcome(context, context.getInputData().map((_, item) => inputFailure(connection, item)));
	const { client, concurrency, requestsPerSecond, close } = connection;
	try {
		const pacer = new Pacer(requestsPerSecond);
		const ledger = new Ledger(context, `${action.resource.value}.${action.operation}`);
		const onlyOnce = action.effect === 'dial' && isOptionSet(context, 'onceKey') ? new OnlyOnce(context) : undefined;
		const results = await runItems({ context, action, client, pacer, ledger, onlyOnce }, concurrency);
		onlyOnce?.hint();
		return outcome(context, results);
	} finally {
		await close?.();
	}
}
