import type { Response } from 'express';
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from './faults';
import { breakTls, isTlsFault } from './tlsFront';

/** What a fault does to a connection, the same at every vendor. Faults that answer with a vendor's error are that vendor's business. */

/** Whether the request ends here, before any work. */
export function endsBefore({ kind }: Fault, response: Response): boolean {
	if (kind === 'cutBefore') response.destroy();
	return kind === 'hang' || kind === 'cutBefore';
}

/** Whether the answer has been dealt with, the work being done. */
export async function endsAfter({ kind, delayMs = 0 }: Fault, response: Response): Promise<boolean> {
	if (kind === 'late') await wait(delayMs);
	if (kind === 'cutAfter') response.destroy();
	else if (isTlsFault(kind)) breakTls(response, kind);
	else if (kind === 'garbage') response.type('html').send('<html><body><h1>Welcome to nginx!</h1></body></html>');
	else return false;
	return true;
}
