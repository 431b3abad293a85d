import { RETCODE } from '../../gateway/retcodes';
import type { AgentSession } from '../../session/session';
import { commandKind, type Already } from '../command';

/** An operation that sets what the agent is doing. */
export const stateCommand = commandKind({
	family: 'onlineagent',
	session: async (client) => await client.signedIn(),
	context: () => ({}),
});

/** Like `stateCommand`, for a state that begins after the call if the agent is in one. */
export const stateAfterCallCommand = commandKind({
	family: 'onlineagent',
	session: async (client) => await client.signedIn(),
	context: ({ inCall }) => ({ takesEffect: inCall ? 'afterCall' : 'now' }),
});

/**
 * The gateway refuses with 100-009 what does not fit the agent's state ("Querying the Agent Status", cec_07_0581), so the state has to
 * show whether there was nothing to do.
 */
export function alreadyIf(fits: (state: number) => boolean): Already {
	const isSo = async (session: AgentSession) => {
		const state = await session.agentState().catch(() => undefined);
		return state !== undefined && fits(state);
	};
	return { codes: [RETCODE.stateNotSet], isSo };
}
