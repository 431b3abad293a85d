import { VendorError } from '../../../common/vendor/errors';
import type { AgentClient } from '../../client';
import type { AgentSession } from '../../session/session';
import { commandKind } from '../command';

/**
 * The session with the agent's call. Without a session there is no call of ours, and signing in could cut off somebody else's call with
 * the same agent.
 *
 * @throws VendorError NO_CALL
 */
export async function sessionWithCall(client: AgentClient): Promise<AgentSession> {
	const session = await client.current();
	if (session) return session;
	throw new VendorError({
		failure: 'refused',
		code: 'NO_CALL',
		message: `Agent ${client.account.agentId} is not in a call that was started here, so nothing was sent. Use this during the call, after Call Out has waited for the answer`,
	});
}

/** The ID of the call that the agent is talking in, for the output. */
export function callIdOf({ line }: AgentSession): { callId?: string } {
	const callId = line.call?.callId;
	return callId === undefined ? {} : { callId };
}

/** An operation on the agent's call. */
export const callCommand = commandKind({
	family: 'voicecall',
	session: sessionWithCall,
	context: (session, { callId }) => (callId === undefined ? callIdOf(session) : { callId }),
});
