import type { IDataObject } from 'n8n-workflow';
import type { Batch } from '../action/action';
import { VendorError } from '../vendor/errors';
import { earlierTry, lineOf, sendUntilEnded, type Attempt, type Page, type Sending } from './attempt';
import type { Guard } from './guard';
import { inputOf } from './input';
import type { Ledger, LedgerSlot } from './ledger';

/** Items that go out in one request, and the values of each. */
export interface Group {
	items: number[];
	values: IDataObject[];
	/** Of the option "Only Once per Key", if it is in use. */
	onceKeys: Array<string | undefined>;
}

interface Run<Client> extends Sending<Client> {
	ledger: Ledger;
	guard?: Guard;
	usesKeys: boolean;
}

/** Divides the items into groups that fit into one request each. Items whose parameters can't be read have failed. */
export function groupsOf<Client>(run: Run<Client>, { size, by }: Batch<Client>, items: number[]): { groups: Group[]; failed: Map<number, Attempt> } {
	const groups: Group[] = [];
	const open = new Map<string, Group>();
	const failed = new Map<number, Attempt>();
	for (const item of items) {
		const input = inputOf(run, item);
		if ('error' in input) {
			failed.set(item, input);
			continue;
		}
		const key = by(input.values);
		const current = open.get(key);
		const group = current && current.items.length < size ? current : { items: [], values: [], onceKeys: [] };
		if (group !== current) groups.push(group);
		open.set(key, group);
		group.items.push(item);
		group.values.push(input.values);
		group.onceKeys.push(input.onceKey);
	}
	return { groups, failed };
}

/** How a request ended, and the items that share its result. */
export interface GroupEnd {
	ended: Attempt;
	items: number[];
}

/** The pages of all items of a group as one. A result for all of them stands on the page of the first. */
function commonPage(slots: LedgerSlot[]): Page {
	return {
		done: () => undefined,
		sending: () => slots.forEach((slot) => slot.sending()),
		finish: ({ results }) => slots.forEach((slot, index) => slot.finish({ results: results.slice(index, index + 1) })),
		refused: () => slots.forEach((slot) => slot.refused()),
		endedUnknown: (error) => slots.forEach((slot) => slot.endedUnknown(error)),
	};
}

/** A result for each item, or one for all; an answer that has fewer leaves open what happened to the others. */
function inFull(results: IDataObject[], count: number): IDataObject[] {
	if (results.length === count) return results;
	throw new VendorError({ failure: 'noAnswer', code: 'INCOMPLETE', message: `The answer has ${results.length} results for ${count} items` });
}

interface Entry {
	item: number;
	values: IDataObject;
	slot: LedgerSlot;
	onceKey?: string;
}

/** Sends one request for all entries, and returns how it ended for each. */
async function sendTogether<Client>(run: Run<Client>, batch: Batch<Client>, entries: Entry[]): Promise<Attempt[]> {
	const { client, context, action, ledger } = run;
	const itemIds = entries.map(({ item }) => ledger.itemId(item));
	const settings = { simplify: false, timeZone: context.getTimezone(), canceled: context.getExecutionCancelSignal(), itemIds };
	const values = entries.map((entry) => entry.values);
	const count = batch.answersAsOne ? 1 : entries.length;
	const send = async () => ({ results: inFull(await batch.perform(client, values, settings), count) });
	const request = { effect: action.effect, line: lineOf(action, values[0] ?? {}), send };
	const ended = await sendUntilEnded(run, request, commonPage(entries.map(({ slot }) => slot)));
	return entries.map((_, index) => ('error' in ended ? ended : { results: ended.results.slice(index, index + 1) }));
}

/** As `sendTogether`, for the entries that may go out. */
async function sendGuarded<Client>(run: Run<Client>, batch: Batch<Client>, entries: Entry[]): Promise<GroupEnd[]> {
	if (entries.length === 0) return [];
	const send = async (places: number[]) => await sendTogether(run, batch, places.flatMap((place) => entries[place] ?? []));
	const guarded = entries.map(({ onceKey, slot }) => ({ guarded: { onceKey }, slot }));
	const ends = run.guard ? await run.guard.dialTogether(guarded, send) : await send([...entries.keys()]);
	return entries.map(({ item }, index) => ({ ended: ends[index] ?? { results: [] }, items: [item] }));
}

/** The items as ones that share their results, or the first error. */
function asOne(ends: GroupEnd[]): GroupEnd[] {
	if (ends.length === 0) return [];
	const failed = ends.find(({ ended }) => 'error' in ended);
	const results = ends.flatMap(({ ended }) => ('error' in ended ? [] : ended.results));
	return [{ ended: failed?.ended ?? { results }, items: ends.flatMap(({ items }) => items) }];
}

/** Sends one request for a group, and returns how it ended. What an earlier try has done, or perhaps done, is not sent again. */
export async function runGroup<Client>(run: Run<Client>, batch: Batch<Client>, { items, values, onceKeys }: Group): Promise<GroupEnd[]> {
	const entries = items.map((item, index): Entry => ({ item, values: values[index] ?? {}, slot: run.ledger.slotOf(item), onceKey: onceKeys[index] }));
	const earlier = (endOf: (slot: LedgerSlot) => Attempt | undefined) =>
		entries.flatMap(({ item, slot }): GroupEnd[] => {
			const ended = endOf(slot);
			return ended ? [{ ended, items: [item] }] : [];
		});
	const done = earlier((slot) => slot.done());
	const unknown = earlier(earlierTry);
	const sent = await sendGuarded(run, batch, entries.filter(({ slot }) => !slot.done() && !slot.unknown()));
	return [done, unknown, sent].flatMap((ends) => (batch.answersAsOne ? asOne(ends) : ends));
}
