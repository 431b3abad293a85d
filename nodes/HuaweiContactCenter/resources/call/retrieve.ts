import { callId } from '../../fields';
import { RETCODE } from '../../gateway/retcodes';
import type { AgentSession } from '../../session/session';
import { callCommand } from './callCommand';

function isTalking({ line }: AgentSession): boolean {
	return line.calls.current?.progress.answeredAt !== undefined;
}

/** Source: "Canceling Call Hold" (cec_07_1241). The call's ID is needed only if several calls are on hold. */
export const retrieve = callCommand({
	operation: 'retrieve',
	name: 'Retrieve',
	action: 'Retrieve call',
	description: 'Talk again to the party on hold; end another call first, or join the two with Start Conference',
	additionalFields: { callId },
	request: ({ callId: id }) => ({ method: 'POST', path: id === undefined ? 'gethold' : `gethold?callid=${id}` }),
	already: { codes: [RETCODE.noHeldCall, RETCODE.cannotRetrieve], isSo: (session) => isTalking(session) && session.line.calls.held === undefined },
	remember({ line: { calls } }, { callId: id }) {
		const retrieved = id === undefined ? calls.held : calls.find(id);
		if (retrieved) retrieved.isHeld = false;
	},
});
