import { setTimeout as wait } from 'node:timers/promises';
import type { Response } from 'express';
import type { Fault } from '../faults';
import { breakTls } from '../tlsFront';
import { isRetcode, Refusal, type Retcode } from './retcodes';
import type { Reply } from './route';

/** A business answer; always HTTP 200. */
export interface Answer {
	retcode: Retcode | '0';
	message: string;
	reply: Reply;
}

/** Does the work; a `Refusal` becomes its result code. */
export async function answerOf(work: () => Reply | Promise<Reply>): Promise<Answer> {
	try {
		return { retcode: '0', message: '', reply: await work() };
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return refused(error);
	}
}

/** How the vendor refuses instead of doing the work; `undefined` when the fault doesn't make it refuse. */
export function refusalBy(fault: Fault | undefined, operation: string): Refusal | undefined {
	if (fault?.kind === 'throttle') return new Refusal('000-007');
	if (fault?.kind !== 'refuse') return undefined;
	const wanted = fault.match?.retcode ?? '';
	if (isRetcode(wanted)) return new Refusal(wanted);
	return new Refusal(/^(login|forceLogin)$/.test(operation) ? '100-003' : '100-007');
}

/** Whether the fault is the whole answer, so that no work must be done. */
export function strikesBefore(fault: Fault | undefined, response: Response): boolean {
	switch (fault?.kind) {
		case 'hang':
			return true;
		case 'cutBefore':
			response.socket?.destroy();
			return true;
		case 'errorBefore':
			response.status(503).type('text').send('Service Unavailable');
			return true;
		default:
			return false;
	}
}

/** The gateway's answer to the second copy of a request while it works on the first. */
const TO_THE_COPY = refused(new Refusal('000-007'));

function refused({ retcode, message }: Refusal): Answer {
	return { retcode, message, reply: {} };
}

/** Sends the answer, or what the fault has made of it. */
export async function send(answer: Answer, fault: Fault | undefined, response: Response): Promise<void> {
	switch (fault?.kind) {
		case 'cutAfter':
			response.socket?.destroy();
			return;
		case 'tlsPlaintext':
		case 'tlsAlert':
		case 'tlsDamaged':
			breakTls(response, fault.kind);
			return;
		case 'errorAfter':
			response.status(502).type('text').send('Bad Gateway');
			return;
		case 'garbage':
			response.status(200).type('html').send('<html><body>Welcome to the proxy</body></html>');
			return;
		case 'late':
			await wait(fault.delayMs ?? 0, undefined, { ref: false });
			break;
	}
	if (response.destroyed) return;
	const { retcode, message, reply } = fault?.kind === 'repeat' ? TO_THE_COPY : answer;
	const { headers, ...content } = reply;
	response.set(headers ?? {}).json({ message, retcode, ...content });
}
