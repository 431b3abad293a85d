import type { Fault } from '../faults';
import { setTimeout as wait } from 'node:timers/promises';
import type { Platform } from './retryPlan';

/** One try to deliver a callback, and how the other side answered. */
export interface Attempt {
	/** Vendor time, ms since the epoch. */
	at: number;
	/** HTTP status, if an answer came. */
	status?: number;
	/** The first 200 characters of the answer. */
	body?: string;
	/** Why no answer came. */
	error?: string;
	/** Whether Baiying counts it as delivered. */
	accepted: boolean;
}

export interface Shipment {
	targetUrl: string;
	platform: Platform;
	contentType: string;
	text: string;
	/** Real milliseconds; Baiying does not document its own limit. */
	timeoutMs: number;
	signal: AbortSignal;
	fault?: Fault;
}

function isJsonWithCode200(body: string): boolean {
	try {
		return (JSON.parse(body) as { code?: unknown } | null)?.code === 200;
	} catch {
		return false;
	}
}

/** The body must be the string `success`; the open platform also takes `{"code":200}`. */
export function isAcknowledged(platform: Platform, status: number, body: string): boolean {
	if (status !== 200) return false;
	return body.trim() === 'success' || (platform === 'open' && isJsonWithCode200(body));
}

async function post({ targetUrl, platform, contentType, text, timeoutMs, signal }: Shipment): Promise<Omit<Attempt, 'at'>> {
	const response = await fetch(targetUrl, {
		method: 'POST',
		headers: { 'content-type': contentType },
		body: text,
		redirect: 'manual',
		signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
	});
	const body = await response.text();
	return { status: response.status, body: body.slice(0, 200), accepted: isAcknowledged(platform, response.status, body) };
}

function reasonOf(error: unknown): string {
	const { cause, name } = error as Error & { cause?: { code?: string } };
	return cause?.code ?? (name === 'TimeoutError' ? 'no answer in time' : name);
}

/** Applies a fault of the sandbox to a delivery: it is cut in half, sent late, never sent, or its answer is lost. */
async function postWithFault(shipment: Shipment, { kind, delayMs = 0 }: Fault): Promise<Omit<Attempt, 'at'>> {
	if (kind === 'garbage') return await post({ ...shipment, text: shipment.text.slice(0, shipment.text.length / 2) });
	if (kind === 'late') {
		await wait(delayMs, undefined, { signal: shipment.signal });
		return await post(shipment);
	}
	if (kind !== 'cutAfter' && kind !== 'errorAfter') return { error: `fault: ${kind}`, accepted: false };
	await post(shipment);
	return { error: 'fault: the answer got lost', accepted: false };
}

/** Sends the callback once. Never rejects, unless the sandbox is being closed. */
export async function attempt(at: number, shipment: Shipment): Promise<Attempt> {
	const { fault, signal } = shipment;
	try {
		return { at, ...(fault ? await postWithFault(shipment, fault) : await post(shipment)) };
	} catch (error) {
		signal.throwIfAborted();
		return { at, error: reasonOf(error), accepted: false };
	}
}
