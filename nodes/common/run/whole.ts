import type { IDataObject } from 'n8n-workflow';
import type { Whole, WholeSettings } from '../action/steps';
import { asInputError, InputError } from '../vendor/errors';
import { attempt, type Sending } from './attempt';
import type { GroupEnd } from './batch';
import type { ItemRules } from './callingRules/rules';
import type { VendorLists } from './callingRules/vendorList';
import type { Guard } from './guard';
import { HandOver } from './handOver';
import { inputOf, rulesOf } from './input';
import type { Ledger } from './ledger';
import { RunSteps, type PageOf } from './runSteps';

interface Run<Client> extends Sending<Client> {
	ledger: Ledger;
	guard?: Guard;
	vendorLists: VendorLists;
}

interface Given {
	/** Those of the first item. */
	values: IDataObject;
	items: IDataObject[];
	rules: Array<ItemRules | undefined>;
}

/** The values of all items, or why those of one can't be read. */
function givenBy<Client>({ context, action, guard }: Run<Client>, whole: Whole<Client>): Given | { error: InputError; item: number } {
	const first = inputOf({ context, action }, 0);
	if ('error' in first) return { error: first.error, item: 0 };
	const { values } = first;
	const given: Given = { values, items: [], rules: [] };
	for (const item of context.getInputData().keys()) {
		try {
			const own = whole.readItem((name) => context.getNodeParameter(name, item, action.fields[name]?.property.default));
			given.items.push(own);
			given.rules.push(guard && rulesOf({ context, action }, guard.ruleReader, item, { ...values, ...own }));
		} catch (error) {
			return { error: new InputError(`Item ${item}: ${asInputError(error).message}`), item };
		}
	}
	return given;
}

async function handOver<Client>(run: Run<Client>, whole: Whole<Client>, { values, items, rules }: Given, pageOf: PageOf): Promise<GroupEnd[]> {
	const { context, client, guard, vendorLists } = run;
	const customers = await HandOver.decide(rules, pageOf, guard, async () => await vendorLists.for(values));
	if (!customers.isNeeded()) return await customers.end(undefined, false);
	const { going, isDryRun } = customers;
	const steps = new RunSteps(run, pageOf, customers);
	const settings: WholeSettings = { simplify: false, timeZone: context.getTimezone(), canceled: context.getExecutionCancelSignal(), itemIndexes: going, isDryRun };
	const own = going.map((item) => items[item] ?? {});
	const ended = await attempt({ send: async () => ({ results: await whole.perform(client, values, own, settings, steps) }) });
	return await customers.end(ended, steps.hasDialed);
}

/**
 * Runs an action on all incoming items, except for those that the calling rules leave out. Nothing is sent unless the values of all items
 * can be read. After a failure, the next try continues with the step that failed.
 */
export async function runWhole<Client>(run: Run<Client>, whole: Whole<Client>): Promise<GroupEnd[]> {
	const all = run.context.getInputData().map((_, item) => item);
	const given = givenBy(run, whole);
	if ('error' in given) return [{ ended: { error: given.error }, items: [given.item, ...all.filter((item) => item !== given.item)] }];
	const ends = await run.ledger.withPages(given.values, async (pageOf) => await handOver(run, whole, given, pageOf));
	const pairsAll = (ended: GroupEnd['ended']) => whole.pairs === 'all' || 'error' in ended;
	return ends.map(({ ended, items }) => ({ ended, items: pairsAll(ended) ? items : items.slice(0, 1) }));
}
