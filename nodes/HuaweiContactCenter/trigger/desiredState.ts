import type { AgentSession } from '../session/session';

const BUSY = 3;

/** What to ask for, by the node's parameter ("Setting Busy", cec_07_1211, and the event AgentState_Ready, cec_07_1345). */
const REQUESTS = new Map([
	['ready', 'sayfree'],
	['busy', 'saybusy?reason=0&prolong=true'],
]);

/**
 * Sets the agent ready or busy unless the agent is so already. A sign-in leaves an agent ready.
 *
 * @throws VendorError
 */
export async function setDesiredState(session: AgentSession, desired: string): Promise<void> {
	const request = REQUESTS.get(desired);
	if (request === undefined) return;
	const isBusy = (await session.agentState()) === BUSY && !session.inCall;
	if (isBusy === (desired === 'busy')) return;
	await session.request({ method: 'POST', path: `/onlineagent/${session.agentId}/${request}`, repetition: 'repeatable' });
}
