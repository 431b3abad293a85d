import { VendorError } from '../../common/vendor/errors';
import type { AgentEvent } from './events';
import type { AgentSession } from './session';

/** What to wait for after a request. */
export interface Expectation {
	isMet(events: AgentEvent[]): boolean;
	limitMs: number;
	cancelled?: AbortSignal;
}

/**
 * Sends a request of the agent and waits for the events that show what became of it. They may come before the answer.
 *
 * @returns the agent's events since the request, even if the expected ones are not among them
 * @throws VendorError `noAnswer` if the session was lost for good before they came
 */
export async function reactionTo(session: AgentSession, send: () => Promise<unknown>, { isMet, limitMs, cancelled }: Expectation): Promise<AgentEvent[]> {
	const events: AgentEvent[] = [];
	const stop = session.listen((event) => events.push(event));
	try {
		await send();
		await session.changes.until(() => isMet(events) || session.ended, limitMs, cancelled);
	} finally {
		stop();
	}
	if (isMet(events) || !session.ended) return events;
	const why = session.whyEnded();
	throw new VendorError({ ...why.details(), failure: 'noAnswer', message: `The request was carried out, but the agent's session was lost before the outcome was known. ${why.message}` });
}
