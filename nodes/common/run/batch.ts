import type { IDataObject } from 'n8n-workflow';
import type { Batch } from '../action/action';
import { VendorError } from '../vendor/errors';
import { lineOf, sendUntilEnded, type Attempt, type Page, type Sending } from './attempt';
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

/** The pages of all items of a group as one. */
function commonPage(slots: LedgerSlot[]): Page {
	return {
		done: () => undefined,
		sending: () => slots.forEach((slot) => slot.sending()),
		finish: ({ results }) => slots.forEach((slot, index) => slot.finish({ results: [results[index] ?? {}] })),
		refused: () => slots.forEach((slot) => slot.refused()),
		endedUnknown: (error) => slots.forEach((slot) => slot.endedUnknown(error)),
	};
}

/** Sends one request for some items of a group, by their places in it, and returns how it ended for each of them. */
async function sendTogether<Client>(run: Run<Client>, batch: Batch<Client>, { items, values }: Group, places: number[]): Promise<Attempt[]> {
	const { client, context, action, ledger } = run;
	const [sent, itemIds] = [places.map((place) => values[place] ?? {}), places.map((place) => ledger.itemId(items[place] ?? 0))];
	const settings = { simplify: false, timeZone: context.getTimezone(), canceled: context.getExecutionCancelSignal(), itemIds };
	const send = async () => ({ results: inFull(await batch.perform(client, sent, settings), places.length) });
	const page = commonPage(places.map((place) => ledger.slotOf(items[place] ?? 0)));
	const ended = await sendUntilEnded(run, { effect: action.effect, line: lineOf(action, sent[0] ?? {}), send }, page);
	return places.map((_, index) => ('error' in ended ? ended : { results: [ended.results[index] ?? {}] }));
}

/** Sends one request for a group, and returns how it ended for each item. What an earlier try has done is not sent again. */
export async function runGroup<Client>(run: Run<Client>, batch: Batch<Client>, group: Group): Promise<Attempt[]> {
	const slots = group.items.map((item) => run.ledger.slotOf(item));
	const earlier = slots.map((slot) => slot.done());
	const open = slots.map((_, place) => place).filter((place) => !earlier[place]);
	const send = async (places: number[]) => (places.length > 0 ? await sendTogether(run, batch, group, places) : []);
	const guarded = open.map((place) => ({ guarded: { onceKey: group.onceKeys[place] }, slot: slots[place] as LedgerSlot }));
	const ended = run.guard ? await run.guard.dialTogether(guarded, async (free) => await send(free.map((index) => open[index] ?? 0))) : await send(open);
	return slots.map((_, place) => earlier[place] ?? ended[open.indexOf(place)] ?? { results: [] });
}

/** A result for each item; an answer that has fewer leaves open what happened to the others. */
function inFull(results: IDataObject[], count: number): IDataObject[] {
	if (results.length === count) return results;
	throw new VendorError({ failure: 'noAnswer', code: 'INCOMPLETE', message: `The answer has ${results.length} results for ${count} items` });
}
