import { sleep, type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import type { Action, Effect } from './action';
import { InputError, VendorError } from './errors';
import { failedItem, itemFailure, nodeError, type ItemFailure } from './failedItem';
import { Ledger, type LedgerSlot } from './ledger';
import { Pacer } from './pacer';

const THROTTLED_TRIES = 12;
const TRANSIENT_TRIES = 3;
const FIRST_BACK_OFF_MS = 300;

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

interface Run<Client> {
	context: IExecuteFunctions;
	action: Action<Client>;
	client: Client;
	pacer: Pacer;
	ledger: Ledger;
}

/**
 * Whether a request may go out once more. A request that changes something or can ring a phone only where it provably did not
 * do so the first time; a read also when no answer came.
 */
function mayBeSentAgain(error: VendorError, effect: Effect, tries: number): boolean {
	if (error.failure === 'throttled') return tries < THROTTLED_TRIES;
	const harmless = error.failure === 'notSent' || (error.failure === 'noAnswer' && effect === 'read');
	return harmless && tries < TRANSIENT_TRIES;
}

type Attempt = { results: IDataObject[] } | { error: VendorError | InputError };

/** An error that nobody foresaw, after the request may have gone out, counts as no answer. */
function asVendorError(error: unknown): VendorError | InputError {
	if (error instanceof VendorError || error instanceof InputError) return error;
	const vendorMessage = error instanceof Error ? error.name : undefined;
	return new VendorError({ failure: 'noAnswer', code: 'UNEXPECTED', message: 'The answer could not be processed', vendorMessage });
}

async function attempt<Client>({ action, client }: Run<Client>, values: IDataObject, simplify: boolean): Promise<Attempt> {
	try {
		return { results: await action.perform(client, values, { simplify }) };
	} catch (error) {
		return { error: asVendorError(error) };
	}
}

function enter(slot: LedgerSlot, ended: Attempt): void {
	if ('results' in ended) slot.done(ended.results);
	else if (ended.error instanceof VendorError && ended.error.failure === 'noAnswer') slot.endedUnknown(ended.error.details());
	else slot.refused();
}

function stopped(): Attempt {
	const message = 'The execution was stopped before this item was sent';
	return { error: new VendorError({ failure: 'refused', code: 'STOPPED', message }) };
}

async function perform<Client>(run: Run<Client>, values: IDataObject, simplify: boolean, slot?: LedgerSlot): Promise<Attempt> {
	for (let tries = 1; ; tries++) {
		await run.pacer.turn();
		if (run.context.getExecutionCancelSignal()?.aborted) return stopped();
		slot?.sending();
		const ended = await attempt(run, values, simplify);
		if (slot) enter(slot, ended);
		if ('results' in ended) run.pacer.succeeded();
		if ('results' in ended || ended.error instanceof InputError) return ended;
		if (!mayBeSentAgain(ended.error, run.action.effect, tries)) return ended;
		if (ended.error.failure === 'throttled') run.pacer.throttled(ended.error.retryAfterMs);
		else await sleep(FIRST_BACK_OFF_MS * 2 ** (tries - 1));
	}
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

interface Input {
	values: IDataObject;
	simplify: boolean;
}

/** The parameters of an item; what can't be read, an expression for example, is the item's failure and nobody else's. */
function inputOf<Client>({ context, action }: Run<Client>, item: number): Input | { error: InputError } {
	const raw = (name: string) => context.getNodeParameter(name, item, action.fields[name]?.property.default);
	try {
		const simplify = action.simplify && context.getNodeParameter('simplify', item, true) === true;
		const additional = context.getNodeParameter('additionalFields', item, {}) as IDataObject;
		return { values: action.read(raw, additional), simplify };
	} catch (error) {
		const text = error instanceof Error ? error.message : 'the value is not readable';
		return { error: error instanceof InputError ? error : new InputError(`A field could not be read: ${text}`) };
	}
}

async function runAttempt<Client>(run: Run<Client>, item: number): Promise<Attempt> {
	const input = inputOf(run, item);
	if ('error' in input) return input;
	const { values, simplify } = input;
	if (run.action.effect === 'read') return await perform(run, values, simplify);
	const slot = run.ledger.slot(item, run.action.operation, values);
	return earlierTry(slot) ?? (await perform(run, values, simplify, slot));
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
		const results = await runItems({ context, action, client, pacer, ledger: new Ledger(context) }, width);
		return outcome(context, results);
	} finally {
		await close?.();
	}
}
