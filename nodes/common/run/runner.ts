import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { hasFiles, type Action, type Batch } from '../action/action';
import { callsNumbers, isOptionSet, namesSet, takesKeys } from '../action/options';
import type { Resource } from '../action/resource';
import { InputError } from '../vendor/errors';
import { earlierTry, perform, type Attempt, type Gate, type Sending } from './attempt';
import { groupsOf, runGroup } from './batch';
import { VendorLists } from './callingRules/vendorList';
import { failedItem, itemFailure, nodeError, paired, type ItemFailure } from './failedItem';
import { Guard } from './guard';
import { Highlights } from './highlights';
import { inParallel } from './inParallel';
import { inputOf, type Input } from './input';
import { Ledger } from './ledger';
import { Pacer } from './pacer';
import { reading } from './read';
import { runWhole } from './whole';

interface Run<Client> extends Sending<Client> {
	ledger: Ledger;
	/** Set only if the option "Only Once per Key" or calling rules are in use. */
	guard?: Guard;
	usesKeys: boolean;
	vendorLists: VendorLists;
	highlights: Highlights;
}

/** An InputError as a value: a wrong option makes every item fail. */
function inputErrorOf(error: unknown): InputError {
	if (error instanceof InputError) return error;
	throw error;
}

async function runAttempt<Client>(run: Run<Client>, { values, simplify, onceKey, rules }: Input, item: number): Promise<Attempt> {
	if (run.action.effect === 'read') return await perform(run, values, simplify);
	return await run.ledger.withSlot(item, values, async (slot) => {
		const dial = async (gate?: Gate) => await perform(run, values, simplify, slot, gate);
		if (slot.done()) return await dial();
		const earlier = earlierTry(slot);
		if (earlier) return earlier;
		if (!run.guard || (onceKey === undefined && !rules)) return await dial();
		return await run.guard.dial({ onceKey, rules, vendorList: async () => await run.vendorLists.for(values) }, slot, dial);
	});
}

type ItemResult = INodeExecutionData[] | ItemFailure;

/** @param items those that the result belongs to; more than one if they went out together */
function itemResult({ effect }: Pick<Action<never>, 'effect'>, ended: Attempt, ...items: number[]): ItemResult {
	if ('error' in ended) return { ...itemFailure(ended.error, effect, items[0] ?? 0, ended.isCarriedOut), items };
	return ended.results.map((result) => ({ ...(hasFiles(result) ? result : { json: result }), pairedItem: paired(items) }));
}

/** With the next attempt, where the user has planned one. */
function planned(result: ItemResult, { plan }: Input): ItemResult {
	return plan && Array.isArray(result) ? result.map((item) => ({ ...item, json: plan(item.json) })) : result;
}

async function runItem<Client>(run: Run<Client>, item: number): Promise<ItemResult> {
	const input = inputOf(run, item);
	if ('error' in input) return itemResult(run.action, input, item);
	const action = { ...run.action, effect: run.action.effectFor(input.values) };
	const ended = await runAttempt({ ...run, action }, input, item);
	if ('results' in ended) run.highlights.add(input.values, ended.results);
	return planned(itemResult(action, ended, item), input);
}

function isFailure(result: ItemResult | undefined): result is ItemFailure {
	return result !== undefined && !Array.isArray(result);
}

/**
 * The items to run, and before them those that are bound to fail again because an earlier try left their outcome unknown. n8n's own
 * retry ends with those, as the try before it did. A retry by hand is another execution with the data of the first; it also runs
 * the items that the first one never reached.
 */
function itemsInOrder<Client>({ context, ledger }: Run<Client>): { unknown: number[]; others: number[] } {
	const all = context.getInputData().map((_, item) => item);
	const state = new Map(all.map((item) => [item, ledger.unknown(item)]));
	const unknown = all.filter((item) => state.get(item) !== undefined);
	const isRetryByHand = !unknown.some((item) => state.get(item) === 'now');
	return { unknown, others: isRetryByHand || context.continueOnFail() ? all.filter((item) => !state.get(item)) : [] };
}

interface GroupedItems {
	items: number[];
	width: number;
	/** By item; what becomes of the items is added. */
	results: ItemResult[];
	continues(result: ItemResult | undefined): boolean;
}

async function runGroups<Client>(run: Run<Client>, batch: Batch<Client>, { items, width, results, continues }: GroupedItems): Promise<void> {
	const { groups, failed } = groupsOf(run, batch, items);
	for (const [item, ended] of failed) results[item] = itemResult(run.action, ended, item);
	const mayBegin = [...failed.keys()].every((item) => continues(results[item]));
	await inParallel(mayBegin ? groups : [], batch.answersAsOne ? 1 : width, async (group) => {
		const ends = await runGroup(run, batch, group);
		for (const { ended, items: sharing } of ends) {
			results[sharing[0] ?? 0] = itemResult(run.action, ended, ...sharing);
			if ('results' in ended) run.highlights.add(group.inputs[group.items.indexOf(sharing[0] ?? 0)]?.values ?? {}, ended.results);
		}
		return group.items.every((item) => continues(results[item]));
	});
}

async function runItems<Client>(run: Run<Client>, width: number): Promise<ItemResult[]> {
	const { context } = run;
	const { batch, whole } = run.action;
	if (whole) {
		const ends = (await runWhole(run, whole)).sort((a, b) => (a.items[0] ?? 0) - (b.items[0] ?? 0));
		for (const { ended } of ends) if ('results' in ended) run.highlights.add({}, ended.results);
		return ends.map(({ ended, items }) => itemResult(run.action, ended, ...items));
	}
	const { unknown, others } = itemsInOrder(run);
	const results: ItemResult[] = [];
	const canceled = context.getExecutionCancelSignal();
	const continues = (result: ItemResult | undefined) => !canceled?.aborted && (context.continueOnFail() || !isFailure(result));
	// A tool gets its items one by one; the ledger then knows a request by what it asks for, which a group would hide.
	if (batch && !run.ledger.isTool) {
		await runGroups(run, batch, { items: unknown, width, results, continues });
		await runGroups(run, batch, { items: others, width, results, continues });
		return results;
	}
	for (const item of unknown) results[item] = await runItem(run, item);
	await inParallel(others, width, async (item) => continues((results[item] = await runItem(run, item))));
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

function chosen(context: IExecuteFunctions, resources: Resource[]): { resource: Resource; action: Action<unknown> } {
	const [resourceValue, operation] = [context.getNodeParameter('resource', 0), context.getNodeParameter('operation', 0)];
	const resource = resources.find(({ value }) => value === resourceValue);
	const action = resource?.actions.find((candidate) => candidate.operation === operation);
	if (resource && action) return { resource, action };
	const error = new InputError(`'Operation' is "${String(operation)}", which this node doesn't know: choose one from the list`);
	throw nodeError(context.getNode(), inputFailure(error), []);
}

/** What guards the calls of a node, if the user has asked for it. */
function guarding(context: IExecuteFunctions, action: Action<unknown>): Pick<Run<unknown>, 'guard' | 'usesKeys'> {
	const usesKeys = takesKeys(action) && isOptionSet(context, 'onceKey');
	const isNeeded = usesKeys || (action.effect === 'dial' && namesSet(context, 'callingRules').length > 0);
	return { usesKeys, guard: isNeeded ? new Guard(context) : undefined };
}

const RETRIED =
	"'Retry on Fail' is on. It calls nobody twice within this execution, but a new execution would call the same people again. To prevent that, set 'Only Once per Key' in the options.";

/** What the node's settings don't do, though a user may expect it. */
function settingsHint({ context, action, ledger, usesKeys }: Run<unknown>): void {
	const isUnguarded = callsNumbers(action) && !usesKeys && !ledger.isTool;
	if (isUnguarded && context.getNode().retryOnFail === true) context.addExecutionHints({ message: RETRIED, location: 'outputPane' });
}

/**
 * Runs an action node. It reads the parameters of each item, keeps the items in order and paired, and processes several in parallel at
 * the pace that the user and the vendor allow. It makes sure that no item rings a phone twice.
 *
 * @throws NodeApiError or NodeOperationError of the first item that failed, unless the node continues on fail
 */
export async function runActions(context: IExecuteFunctions, resources: Resource[]): Promise<INodeExecutionData[][]> {
	const { resource, action } = chosen(context, resources);
	const connection = await resource.connect(context).catch(inputErrorOf);
	if (connection instanceof InputError) return outcome(context, context.getInputData().map((_, item) => inputFailure(connection, item)));
	const { client, concurrency, requestsPerSecond, doNotCallList, close } = connection;
	try {
		const sending = { context, action, client, pacer: new Pacer(requestsPerSecond) };
		const run = {
			...sending,
			...guarding(context, action),
			ledger: new Ledger(context, `${resource.value}.${action.operation}`),
			vendorLists: new VendorLists(doNotCallList, reading(sending)),
			highlights: new Highlights(action.findBy),
		};
		const results = await runItems(run, concurrency);
		run.guard?.hint();
		settingsHint(run);
		run.highlights.save(context);
		return outcome(context, results);
	} finally {
		const advice = await close?.();
		if (advice !== undefined && action.effect !== 'read') context.addExecutionHints({ message: advice, location: 'outputPane' });
	}
}
