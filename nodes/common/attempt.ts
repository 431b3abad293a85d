import { sleep, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import type { Action, Effect } from './action';
import { InputError, VendorError } from './errors';
import type { LedgerSlot } from './ledger';
import type { Pacer } from './pacer';

const THROTTLED_TRIES = 12;
const TRANSIENT_TRIES = 3;
const FIRST_BACK_OFF_MS = 300;

/** What it takes to send something for an item. */
export interface Sending<Client> {
	context: IExecuteFunctions;
	action: Action<Client>;
	client: Client;
	pacer: Pacer;
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

/** How it ended for an item. */
export type Attempt = { results: IDataObject[] } | { error: VendorError | InputError };

/** An error that nobody foresaw, after the request may have gone out, counts as no answer. */
function asVendorError(error: unknown): VendorError | InputError {
	if (error instanceof VendorError || error instanceof InputError) return error;
	const vendorMessage = error instanceof Error ? error.name : undefined;
	return new VendorError({ failure: 'noAnswer', code: 'UNEXPECTED', message: 'The answer could not be processed', vendorMessage });
}

async function attempt<Client>({ action, client }: Sending<Client>, values: IDataObject, simplify: boolean): Promise<Attempt> {
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

/** Sends an item's request, as often as it takes and as the action's effect allows. */
export async function perform<Client>(run: Sending<Client>, values: IDataObject, simplify: boolean, slot?: LedgerSlot): Promise<Attempt> {
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

/** Whether nothing at all happened at the vendor. */
export function didNothing(ended: Attempt): boolean {
	return 'error' in ended && !(ended.error instanceof VendorError && ended.error.failure === 'noAnswer');
}
