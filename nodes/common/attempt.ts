import { sleep, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import type { Action, Effect, Part } from './action';
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

/** How it ended for an item, or for a part of what it asks for. */
export type Attempt = Part | { error: VendorError | InputError };

interface Request {
	values: IDataObject;
	simplify: boolean;
	/** Where the part before ended. */
	from?: unknown;
}

/** An error that nobody foresaw, after the request may have gone out, counts as no answer. */
function asVendorError(error: unknown): VendorError | InputError {
	if (error instanceof VendorError || error instanceof InputError) return error;
	const vendorMessage = error instanceof Error ? error.name : undefined;
	return new VendorError({ failure: 'noAnswer', code: 'UNEXPECTED', message: 'The answer could not be processed', vendorMessage });
}

async function attempt<Client>({ action, client, context }: Sending<Client>, { values, simplify, from }: Request): Promise<Attempt> {
	try {
		return await action.perform(client, values, { simplify, timeZone: context.getTimezone() }, from);
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

async function sendInTurn<Client>(run: Sending<Client>, request: Request, slot?: LedgerSlot): Promise<Attempt> {
	await run.pacer.turn();
	const isStopped = run.context.getExecutionCancelSignal()?.aborted;
	if (!isStopped) slot?.sending();
	const ended = isStopped ? stopped() : await attempt(run, request);
	if (slot && !isStopped) enter(slot, ended);
	tell(run.pacer, ended);
	return ended;
}

function tell(pacer: Pacer, ended: Attempt): void {
	const error = 'error' in ended && ended.error instanceof VendorError ? ended.error : undefined;
	if ('results' in ended || error?.failure === 'refused') pacer.accepted();
	else if (error?.failure === 'throttled') pacer.throttled(error.retryAfterMs);
	else pacer.failed();
}

/** Sends a request, as often as it takes and as the action's effect allows. */
async function send<Client>(run: Sending<Client>, request: Request, slot?: LedgerSlot): Promise<Attempt> {
	for (let tries = 1; ; tries++) {
		const ended = await sendInTurn(run, request, slot);
		if ('results' in ended || ended.error instanceof InputError) return ended;
		if (!mayBeSentAgain(ended.error, run.action.effect, tries)) return ended;
		if (ended.error.failure !== 'throttled') await sleep(FIRST_BACK_OFF_MS * 2 ** (tries - 1));
	}
}

/** Sends an item's request, and the ones that go on where it ended if its answer is only a part. */
export async function perform<Client>(run: Sending<Client>, values: IDataObject, simplify: boolean, slot?: LedgerSlot): Promise<Attempt> {
	const results: IDataObject[] = [];
	for (let from: unknown; ; ) {
		const ended = await send(run, { values, simplify, from }, slot);
		if ('error' in ended) return ended;
		results.push(...ended.results);
		if (ended.next === undefined) return { results };
		from = ended.next;
	}
}

/** Whether nothing at all happened at the vendor. */
export function didNothing(ended: Attempt): boolean {
	return 'error' in ended && !(ended.error instanceof VendorError && ended.error.failure === 'noAnswer');
}
