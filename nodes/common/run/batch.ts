import type { IDataObject } from 'n8n-workflow';
import type { Batch } from '../action/action';
import { VendorError } from '../vendor/errors';
import { earlierTry, lineOf, sendUntilEnded, type Attempt, type Page, type Sending } from './attempt';
import type { VendorLists } from './callingRules/vendorList';
import type { Guard } from './guard';
import { inputOf, type Input } from './input';
import type { Ledger, LedgerSlot } from './ledger';

/** Items that go out in one request. */
export interface Group {
	items: number[];
	inputs: Input[];
}

interface Run<Client> extends Sending<Client> {
	ledger: Ledger;
	guard?: Guard;
	usesKeys: boolean;
	vendorLists: VendorLists;
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
		const group = current && current.items.length < size ? current : { items: [], inputs: [] };
		if (group !== current) groups.push(group);
		open.set(key, group);
		group.items.push(item);
		group.inputs.push(input);
	}
	return { groups, failed };
}

/** How a request ended, and the items that share its result. */
export interface GroupEnd {
	ended: Attempt;
	items: number[];
}

/** The pages of all items of a request as one. A result for all of them stands on the page of the first. */
function commonPage(slots: () => LedgerSlot[]): Page {
	return {
		done: () => undefined,
		sending: () => slots().forEach((slot) => slot.sending()),
		finish: ({ results }) => slots().forEach((slot, index) => slot.finish({ results: results.slice(index, index + 1) })),
		refused: () => slots().forEach((slot) => slot.refused()),
		endedUnknown: (error) => slots().forEach((slot) => slot.endedUnknown(error)),
	};
}

/** A result for each item, or one for all; an answer that has fewer leaves open what happened to the others. */
function inFull(results: IDataObject[], count: number): IDataObject[] {
	if (results.length === count) return results;
	throw new VendorError({ failure: 'noAnswer', code: 'INCOMPLETE', message: `The answer has ${results.length} results for ${count} items` });
}

interface Entry {
	item: number;
	input: Input;
	slot: LedgerSlot;
}

/** Right before the request goes out: the places of the entries that may. */
type Ask = () => Promise<number[]>;

/** Sends one request for all entries that may go out, and returns how it ended for each of them, by place. */
async function sendTogether<Client>(run: Run<Client>, batch: Batch<Client>, entries: Entry[], first: number[], ask?: Ask): Promise<Map<number, Attempt>> {
	const { client, context, action, ledger } = run;
	let places = first;
	const going = () => places.flatMap((place) => entries[place] ?? []);
	const gate = async (): Promise<Attempt | undefined> => {
		places = (await ask?.()) ?? places;
		return places.length > 0 ? undefined : { results: [] };
	};
	const send = async () => {
		const itemIds = going().map(({ item }) => ledger.itemId(item));
		const settings = { simplify: false, timeZone: context.getTimezone(), canceled: context.getExecutionCancelSignal(), itemIds };
		const values = going().map(({ input }) => input.values);
		return { results: inFull(await batch.perform(client, values, settings), batch.answersAsOne ? 1 : values.length) };
	};
	const request = { effect: action.effect, line: lineOf(action, entries[0]?.input.values ?? {}), send };
	const slots = () => going().map(({ slot }) => slot);
	const ended = await sendUntilEnded(run, request, commonPage(slots), gate);
	return new Map(places.map((place, index) => [place, 'error' in ended ? ended : { results: ended.results.slice(index, index + 1) }]));
}

interface Ends {
	/** Of those that went out. */
	sent: GroupEnd[];
	/** Of those that were left out of the request. */
	behind: GroupEnd[];
}

/** As `sendTogether`, for the entries that the rules and keys let go out. */
async function sendGuarded<Client>(run: Run<Client>, batch: Batch<Client>, entries: Entry[]): Promise<Ends> {
	const endsOf = (ends: Array<Attempt | undefined>) => ends.flatMap((ended, place): GroupEnd[] => (ended ? [{ ended, items: [entries[place]?.item ?? 0] }] : []));
	const all = [...entries.keys()];
	if (entries.length === 0) return { sent: [], behind: [] };
	if (!run.guard) {
		const sent = await sendTogether(run, batch, entries, all);
		return { sent: endsOf(all.map((place) => sent.get(place))), behind: [] };
	}
	const guarded = entries.map(({ slot, input: { onceKey, rules, values } }) => ({ slot, guarded: { onceKey, rules, vendorList: async () => await run.vendorLists.for(values) } }));
	const together = run.guard.together(guarded);
	await together.ask();
	together.leaveDryRuns();
	const going = together.going();
	const ask = async () => await together.ask();
	const ends = await together.end(going.length > 0 ? await sendTogether(run, batch, entries, going, ask) : new Map());
	return { sent: endsOf(ends.map((end) => (end?.isSent ? end.ended : undefined))), behind: endsOf(ends.map((end) => (end?.isSent ? undefined : end?.ended))) };
}

/** The items as ones that share their results, or the first error. */
function asOne(ends: GroupEnd[]): GroupEnd[] {
	if (ends.length === 0) return [];
	const failed = ends.find(({ ended }) => 'error' in ended);
	const results = ends.flatMap(({ ended }) => ('error' in ended ? [] : ended.results));
	return [{ ended: failed?.ended ?? { results }, items: ends.flatMap(({ items }) => items) }];
}

/**
 * Sends one request for a group, and returns how it ended. What an earlier try has done, or perhaps done, is not sent again. Items that
 * were left out of the request have a result of their own.
 */
export async function runGroup<Client>(run: Run<Client>, batch: Batch<Client>, { items, inputs }: Group): Promise<GroupEnd[]> {
	const entries = items.flatMap((item, index): Entry[] => (inputs[index] ? [{ item, input: inputs[index], slot: run.ledger.slotOf(item) }] : []));
	const earlier = (endOf: (slot: LedgerSlot) => Attempt | undefined) =>
		entries.flatMap(({ item, slot }): GroupEnd[] => {
			const ended = endOf(slot);
			return ended ? [{ ended, items: [item] }] : [];
		});
	const done = earlier((slot) => slot.done());
	const unknown = earlier(earlierTry);
	const { sent, behind } = await sendGuarded(run, batch, entries.filter(({ slot }) => !slot.done() && !slot.unknown()));
	return [...[done, unknown, sent].flatMap((ends) => (batch.answersAsOne ? asOne(ends) : ends)), ...behind];
}
