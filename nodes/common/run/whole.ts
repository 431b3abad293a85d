import type { IDataObject } from 'n8n-workflow';
import type { Settings } from '../action/action';
import type { Step, Steps, Whole } from '../action/steps';
import { asInputError, InputError, VendorError } from '../vendor/errors';
import { attempt, earlierTry, sendUntilEnded, type Attempt, type Sending } from './attempt';
import { inputOf } from './input';
import type { Ledger, LedgerSlot } from './ledger';
import { packed, reading, valueIn } from './read';

type PageOf = (step: string) => LedgerSlot;

interface Run<Client> extends Sending<Client> {
	ledger: Ledger;
}

/** How an action on all items ended, and the items that the output or the error belongs to. */
export interface WholeEnd {
	ended: Attempt;
	items: number[];
}

function isUnknown(error: unknown): boolean {
	return error instanceof VendorError && error.failure === 'noAnswer';
}

/** The steps of one run of the node, which the ledger remembers. */
class RunSteps<Client> implements Steps {
	constructor(
		private readonly run: Sending<Client>,
		private readonly pageOf: PageOf,
	) {}

	async read<T>(send: () => Promise<T>): Promise<T> {
		return await reading(this.run)(send);
	}

	async once<T>({ name, effect, send, look }: Step<T>): Promise<T> {
		const page = this.pageOf(name);
		const earlier = page.done() ?? (effect === 'read' ? undefined : earlierTry(page));
		const ended = earlier ?? (await sendUntilEnded(this.run, { effect, send: async () => packed(await send()) }, page));
		if (!('error' in ended)) return valueIn(ended);
		const found = isUnknown(ended.error) ? await look?.() : undefined;
		if (found === undefined) throw ended.error;
		page.finish(packed(found));
		return found;
	}

	isOpen(name: string): boolean {
		const page = this.pageOf(name);
		return !page.done() && !page.unknown();
	}

	hint(message: string): void {
		this.run.context.addExecutionHints({ message, location: 'outputPane' });
	}
}

interface Given {
	/** Those of the first item. */
	values: IDataObject;
	items: IDataObject[];
}

/** The values of all items, or why those of one can't be read. */
function givenBy<Client>(run: Sending<Client>, whole: Whole<Client>): Given | { error: InputError; item: number } {
	const { context, action } = run;
	const first = inputOf({ context, action }, 0);
	if ('error' in first) return { error: first.error, item: 0 };
	const items: IDataObject[] = [];
	for (const item of context.getInputData().keys()) {
		try {
			items.push(whole.readItem((name) => context.getNodeParameter(name, item, action.fields[name]?.property.default)));
		} catch (error) {
			return { error: new InputError(`Item ${item}: ${asInputError(error).message}`), item };
		}
	}
	return { values: first.values, items };
}

/**
 * Runs an action on all incoming items. Nothing is sent unless the values of all items can be read. After a failure, the next try
 * continues with the step that failed.
 */
export async function runWhole<Client>(run: Run<Client>, whole: Whole<Client>): Promise<WholeEnd> {
	const { context, client, ledger } = run;
	const all = context.getInputData().map((_, item) => item);
	const given = givenBy(run, whole);
	if ('error' in given) return { ended: { error: given.error }, items: [given.item, ...all.filter((item) => item !== given.item)] };
	const settings: Settings = { simplify: false, timeZone: context.getTimezone(), canceled: context.getExecutionCancelSignal() };
	const ended = await ledger.withPages(given.values, async (pageOf) => {
		const steps = new RunSteps(run, pageOf);
		return await attempt({ send: async () => ({ results: await whole.perform(client, given.values, given.items, settings, steps) }) });
	});
	return { ended, items: whole.pairs === 'all' || 'error' in ended ? all : all.slice(0, 1) };
}
