import { sleep, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import type { Action, Effect, Part, Settings } from '../action/action';
import { InputError, VendorError } from '../vendor/errors';
import type { LedgerSlot } from './ledger';
import { pause } from './pause';
import type { Pacer } from './pacer';
import { inLine, type Line } from './spacing';

const THROTTLED_TRIES = 12;
const TRANSIENT_TRIES = 3;
const FIRST_BACK_OFF_MS = 300;

/** What is needed to send an item's requests. */
export interface Sending<Client> {
	context: IExecuteFunctions;
	action: Action<Client>;
	client: Client;
	pacer: Pacer;
}

/**
 * Whether a request may be sent again. One that changes something or can ring a phone may only be repeated if it provably did nothing
 * the first time; a read may also be repeated if no answer came.
 */
function mayBeSentAgain(error: VendorError, effect: Effect, tries: number): boolean {
	if (error.failure === 'throttled') return tries < THROTTLED_TRIES;
	const harmless = error.failure === 'notSent' || (error.failure === 'noAnswer' && effect === 'read');
	return harmless && tries < TRANSIENT_TRIES;
}

export interface Failed {
	error: VendorError | InputError;
	/** Set if the request that the effect is about was carried out, and what failed is a read that follows it. */
	isCarriedOut?: true;
}

/** How an item or one of its requests ended. */
export type Attempt = Part | Failed;

/** One request of an item. */
interface Request {
	effect: Effect;
	/** Set if it must keep a distance from others. */
	line?: Line;
	/** Set if the work may have to wait before its request goes out. */
	late?: LateGate;
	send(): Promise<Part>;
}

/** The line of an action's requests with these values. */
export function lineOf<Client>({ spacing }: Action<Client>, values: IDataObject): Line | undefined {
	return spacing && { key: spacing.key(values), ms: spacing.ms };
}

/** An unforeseen error counts as no answer, because the request may have gone out. */
function asVendorError(error: unknown): VendorError | InputError {
	if (error instanceof VendorError || error instanceof InputError) return error;
	const vendorMessage = error instanceof Error ? error.name : undefined;
	return new VendorError({ failure: 'noAnswer', code: 'UNEXPECTED', message: 'The answer could not be processed', vendorMessage });
}

/** How a piece of work ended, as a value. */
export async function attempt({ send }: Pick<Request, 'send'>): Promise<Attempt> {
	try {
		return await send();
	} catch (error) {
		return { error: asVendorError(error) };
	}
}

/** Says right before a request goes out why it may not; undefined if it may. */
export type Gate = () => Promise<Attempt | undefined>;

/** Lets an action ask a gate again, which may close while the action waits to dial. */
class LateGate {
	/** Why the call did not go out after all. */
	denied?: Attempt;

	constructor(private readonly gate?: Gate) {}

	/** Throws if the call may no longer go out. */
	async pass(): Promise<void> {
		this.denied = await this.gate?.();
		if (this.denied) throw new Error('The call may no longer go out');
	}
}

/** Where it is written down what became of a request; a request for several items has several pages. */
export type Page = Pick<LedgerSlot, 'done' | 'sending' | 'finish' | 'refused' | 'endedUnknown'>;

function enter(slot: Page, ended: Attempt): void {
	if ('results' in ended) slot.finish(ended);
	else if (ended.error instanceof VendorError && ended.error.failure === 'noAnswer') slot.endedUnknown(ended.error.details());
	else slot.refused();
}

/** How an earlier try ended, if its unknown outcome forbids sending anything now. */
export function earlierTry(slot: LedgerSlot): Failed | undefined {
	const unknown = slot.unknown();
	if (!unknown) return undefined;
	const interrupted = { failure: 'noAnswer', code: 'INTERRUPTED', message: 'An earlier try was interrupted' } as const;
	return { error: new VendorError(unknown.error ?? interrupted) };
}

function stopped(): Failed {
	const message = 'The execution was stopped before this item was sent';
	return { error: new VendorError({ failure: 'refused', code: 'STOPPED', message }) };
}

async function sendInTurn<Client>({ context, pacer }: Sending<Client>, request: Request, slot?: Page, gate?: Gate): Promise<Attempt> {
	const canceled = context.getExecutionCancelSignal();
	if (!(await pacer.turn(canceled))) return stopped();
	const denied = await gate?.();
	if (denied) {
		pacer.failed();
		return denied;
	}
	slot?.sending();
	const ended = await attempt(request);
	const { late } = request;
	if (late?.denied) {
		slot?.refused();
		pacer.failed();
		return late.denied;
	}
	if (slot) enter(slot, ended);
	report(pacer, ended);
	return ended;
}

function report(pacer: Pacer, ended: Attempt): void {
	const error = 'error' in ended && ended.error instanceof VendorError ? ended.error : undefined;
	if ('results' in ended || error?.failure === 'refused') pacer.accepted();
	else if (error?.failure === 'throttled') pacer.throttled(error.retryAfterMs);
	else pacer.failed();
}

/** Sends a request until it succeeds, or as often as its effect allows. */
export async function sendUntilEnded<Client>(run: Sending<Client>, request: Request, slot?: Page, gate?: Gate): Promise<Attempt> {
	for (let tries = 1; ; tries++) {
		const { line } = request;
		const sent = async () => await sendInTurn(run, request, slot, gate);
		const ended = line ? await inLine(line, run.context.getExecutionCancelSignal(), sent) : await sent();
		if ('results' in ended || ended.error instanceof InputError) return ended;
		if (!mayBeSentAgain(ended.error, request.effect, tries)) return ended;
		if (ended.error.failure !== 'throttled') await sleep(FIRST_BACK_OFF_MS * 2 ** (tries - 1));
	}
}

/** What an action waits for takes minutes, so it holds no turn of the pacer, and the action sends its reads itself. */
async function waitAfter<Client>({ action, client }: Sending<Client>, values: IDataObject, settings: Settings, from: unknown, slot?: Page): Promise<Attempt> {
	const send = async () => (await action.wait?.(client, values, settings, from)) ?? { results: [] };
	const ended = await attempt({ send });
	if ('error' in ended) return { ...ended, isCarriedOut: true };
	slot?.finish(ended);
	return ended;
}

/**
 * Sends an item's request, unless an earlier try has sent it, and then the reads that follow it. The reads are repeated without
 * repeating the request.
 *
 * @param slot remembers how far the item came; an action that only reads needs none
 */
export async function perform<Client>(run: Sending<Client>, values: IDataObject, simplify: boolean, slot?: Page, gate?: Gate): Promise<Attempt> {
	const { action, client, context } = run;
	const late = new LateGate(gate);
	const settings = { simplify, timeZone: context.getTimezone(), canceled: context.getExecutionCancelSignal(), beforeDial: async () => await late.pass() };
	const send = async () => await action.perform(client, values, settings);
	const line = lineOf(action, values);
	const begun = slot?.done() ?? (await sendUntilEnded(run, { effect: action.effect, line, late, send }, slot, gate));
	if ('error' in begun) return begun;
	if (action.wait && begun.next !== undefined) return await waitAfter(run, values, settings, begun.next, slot);
	const results = [...begun.results];
	let { next, pauseMs } = begun;
	while (next !== undefined) {
		const from = next;
		// Other items send their requests in the meantime.
		if (pauseMs && !(await pause(pauseMs, context.getExecutionCancelSignal()))) return { ...stopped(), isCarriedOut: true };
		const part = await sendUntilEnded(run, { effect: 'read', line, send: async () => await action.follow(client, values, settings, from) });
		if ('error' in part) return { ...part, isCarriedOut: true };
		results.push(...part.results);
		({ next, pauseMs } = part);
		slot?.finish({ results, next });
	}
	return { results };
}

/** Whether the vendor says of one item among others that it did nothing about it. */
function isNotAccepted({ results: [result] }: Part): boolean {
	return result !== undefined && 'accepted' in result && result.accepted === false;
}

/** Whether nothing at all happened at the vendor. */
export function didNothing(ended: Attempt): boolean {
	if ('results' in ended) return isNotAccepted(ended);
	return !ended.isCarriedOut && !(ended.error instanceof VendorError && ended.error.failure === 'noAnswer');
}
