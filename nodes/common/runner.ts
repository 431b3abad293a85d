import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Action } from './action';
import { didNothing, perform, type Attempt, type Sending } from './attempt';
import { InputError, VendorError } from './errors';
import { failedItem, itemFailure, nodeError, type ItemFailure } from './failedItem';
import { Ledger, type LedgerSlot } from './ledger';
import { OnceKeys } from './onceKey';
import { Pacer } from './pacer';

/** What a node needs for one run: the way to its vendor, and how to leave it. */
export interface Connection<Client> {
	client: Client;
	/** At most this many items side by side, whatever the option says. */
	maxConcurrency?: number;
	/** Called once when all items are done or the node gave up. */
	close?(): Promise<void>;
}

export interface ActionNode<Client> {
	actions: Array<Action<Client>>;
	connect(context: IExecuteFunctions, options: IDataObject): Promise<Connection<Client>>;
}

/** What is known from an earlier try of this execution, which decides that nothing may be sent now. */
function earlierTry(slot: LedgerSlot): Attempt | undefined {
	const results = slot.results();
	if (results) return { results };
	const unknown = slot.unknown();
	if (!unknown) return undefined;
	const interrupted = { failure: 'noAnswer', code: 'INTERRUPTED', message: 'An earlier try was interrupted' } as const;
	return { error: new VendorError(unknown.error ?? interrupted) };
}

interface Run<Client> extends Sending<Client> {
	ledger: Ledger;
	/** Only if the option "Only Once per Key" is in use. */
	onceKeys?: OnceKeys;
}

interface Input {
	values: IDataObject;
	simplify: boolean;
	/** Of the option "Only Once per Key". */
	onceKey?: string;
}

function onceKeyOf<Client>({ context, onceKeys }: Run<Client>, item: number): string | undefined {
	if (!onceKeys) return undefined;
	const value = context.getNodeParameter('options.onceKey', item, '') as string | number | null | undefined;
	const key = String(value ?? '').trim();
	if (key !== '') return key;
	throw new InputError("'Only Once per Key' is empty: give what makes this call unique, such as the campaign and the phone number, or remove the option");
}

/** The parameters of an item; what can't be read, an expression for example, is the item's failure and nobody else's. */
function inputOf<Client>(run: Run<Client>, item: number): Input | { error: InputError } {
	const { context, action } = run;
	const raw = (name: string) => context.getNodeParameter(name, item, action.fields[name]?.property.default);
	try {
		const simplify = action.simplify && context.getNodeParameter('simplify', item, true) === true;
		const additional = context.getNodeParameter('additionalFields', item, {}) as IDataObject;
		return { values: action.read(raw, additional), simplify, onceKey: onceKeyOf(run, item) };
	} catch (error) {
		const text = error instanceof Error ? error.message : 'the value is not readable';
		return { error: error instanceof InputError ? error : new InputError(`A field could not be read: ${text}`) };
	}
}

const USED: Attempt = {
	results: [{ skipped: true, reason: 'A call with this key was already placed, or is being placed, so nobody was called' }],
};

function notRecorded(): Attempt {
	const message = "The key could not be recorded in n8n's database, so nobody was called. Run the item again";
	return { error: new VendorError({ failure: 'refused', code: 'ONCE_KEY', message }) };
}

/** Dials only if nobody did so before under the key, in whichever execution. */
async function once(onceKeys: OnceKeys, key: string, dial: () => Promise<Attempt>): Promise<Attempt> {
	const claim = await onceKeys.claim(key).catch(() => undefined);
	if (claim === undefined) return notRecorded();
	if (claim === 'used') return USED;
	const ended = await dial();
	if (didNothing(ended)) await onceKeys.release(key).catch(() => undefined);
	return ended;
}

async function runAttempt<Client>(run: Run<Client>, item: number): Promise<Attempt> {
	const input = inputOf(run, item);
	if ('error' in input) return input;
	const { values, simplify, onceKey } = input;
	if (run.action.effect === 'read') return await perform(run, values, simplify);
	const slot = run.ledger.slot(item, run.action.operation, values);
	const earlier = earlierTry(slot);
	if (earlier) return earlier;
	const send = async () => await perform(run, values, simplify, slot);
	return run.onceKeys && onceKey !== undefined ? await once(run.onceKeys, onceKey, send) : await send();
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

/** Runs the items, some side by side, and stops handing out new ones once `stop` says so; what has begun is waited for. */
async function inParallel(count: number, width: number, work: (item: number) => Promise<boolean>): Promise<void> {
	let next = 0;
	let stopped = false;
	const worker = async () => {
		while (!stopped && next < count) {
			if (!(await work(next++))) stopped = true;
		}
	};
	await Promise.all(Array.from({ length: Math.min(width, count) }, worker));
}

/** The items of this run that an earlier try left with an unknown outcome. */
function unknownItems({ ledger }: Pick<Run<never>, 'ledger'>, count: number): number[] {
	return Array.from({ length: count }, (_, item) => item).filter((item) => ledger.hasUnknown(item));
}

async function runItems<Client>(run: Run<Client>, width: number): Promise<ItemResult[]> {
	const { context } = run;
	const count = context.getInputData().length;
	const goOn = context.continueOnFail();
	// A try that follows one with an unknown outcome ends where that one ended, before it dials anybody new.
	const known = goOn ? [] : unknownItems(run, count);
	if (known.length > 0) return await Promise.all(known.map(async (item) => await runItem(run, item)));
	const results: ItemResult[] = [];
	const cancelled = context.getExecutionCancelSignal();
	await inParallel(count, width, async (item) => {
		const result = await runItem(run, item);
		results[item] = result;
		return !cancelled?.aborted && (goOn || !isFailure(result));
	});
	return results;
}

function outcome(context: IExecuteFunctions, results: ItemResult[]): INodeExecutionData[][] {
	const failures = results.filter(isFailure);
	const [first, ...others] = failures;
	if (first && !context.continueOnFail()) throw nodeError(context.getNode(), first, others);
	return [results.flatMap((result) => (isFailure(result) ? [failedItem(result)] : result))];
}

function actionOf<Client>(context: IExecuteFunctions, actions: Array<Action<Client>>): Action<Client> {
	const resource = context.getNodeParameter('resource', 0);
	const operation = context.getNodeParameter('operation', 0);
	const action = actions.find((candidate) => candidate.resource.value === resource && candidate.operation === operation);
	if (!action) {
		const error = new InputError(`'Operation' is "${String(operation)}", which this node doesn't know: choose one from the list`);
		throw nodeError(context.getNode(), itemFailure(error, 'read', 0), []);
	}
	return action;
}

/** An expression that gives nothing for an item looks like an option that is not set, so the node itself is asked. */
function onceKeysOf<Client>(context: IExecuteFunctions, { effect }: Action<Client>): OnceKeys | undefined {
	const { options } = context.getNode().parameters;
	const isSet = typeof options === 'object' && options !== null && 'onceKey' in options;
	return isSet && effect === 'dial' ? new OnceKeys(context.helpers) : undefined;
}

/**
 * Runs an action node: reads the parameters of each item, keeps items in order and paired, sends at most N side by side,
 * keeps to the pace that the user and the vendor allow, and sees to it that nothing that can ring a phone is sent twice.
 *
 * @throws NodeApiError or NodeOperationError of the first item that failed, unless the node continues on fail
 */
export async function runActions<Client>(context: IExecuteFunctions, node: ActionNode<Client>): Promise<INodeExecutionData[][]> {
	const action = actionOf(context, node.actions);
	const options = context.getNodeParameter('options', 0, {}) as IDataObject;
	const { client, maxConcurrency = Infinity, close } = await node.connect(context, options);
	try {
		const pacer = new Pacer(Number(options.requestsPerSecond ?? 0));
		const width = Math.min(maxConcurrency, Math.max(1, Number(options.concurrency ?? 5)));
		const run = { context, action, client, pacer, ledger: new Ledger(context), onceKeys: onceKeysOf(context, action) };
		return outcome(context, await runItems(run, width));
	} finally {
		await close?.();
	}
}
