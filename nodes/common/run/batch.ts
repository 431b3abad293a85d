import type { IDataObject } from 'n8n-workflow';
import type { Batch } from '../action/action';
import { VendorError } from '../vendor/errors';
import { sendUntilEnded, type Attempt, type Page, type Sending } from './attempt';
import { inputOf } from './input';
import type { Ledger, LedgerSlot } from './ledger';

/** Items that go out in one request, and the values of each. */
export interface Group {
	items: number[];
	values: IDataObject[];
}

interface Run<Client> extends Sending<Client> {
	ledger: Ledger;
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
		const group = current && current.items.length < size ? current : { items: [], values: [] };
		if (group !== current) groups.push(group);
		open.set(key, group);
		group.items.push(item);
		group.values.push(input.values);
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

/** Sends one request for a group, and returns how it ended for each item. What an earlier try has done is not sent again. */
export async function runGroup<Client>(run: Run<Client>, batch: Batch<Client>, { items, values }: Group): Promise<Attempt[]> {
	const slots = items.map((item) => run.ledger.slotOf(item));
	const open = items.map((_, index) => index).filter((index) => !slots[index]?.done());
	const { client, context, action } = run;
	const settings = { simplify: false, timeZone: context.getTimezone() };
	const openValues = open.map((index) => values[index] ?? {});
	const send = async () => ({ results: inFull(await batch.perform(client, openValues, settings), open.length) });
	const page = commonPage(open.map((index) => slots[index] as LedgerSlot));
	const ended = open.length > 0 ? await sendUntilEnded(run, { effect: action.effect, send }, page) : { results: [] };
	return items.map((_, index) => {
		const earlier = slots[index]?.done();
		if (earlier && !open.includes(index)) return earlier;
		return 'error' in ended ? ended : { results: [ended.results[open.indexOf(index)] ?? {}] };
	});
}

/** A result for each item; an answer that has fewer leaves open what happened to the others. */
function inFull(results: IDataObject[], count: number): IDataObject[] {
	if (results.length === count) return results;
	throw new VendorError({ failure: 'noAnswer', code: 'INCOMPLETE', message: `The answer has ${results.length} results for ${count} items` });
}
