import { RETCODE } from '../../gateway/retcodes';
import { agentAction } from '../agentAction';
import { carriedOut } from '../command';
import { callIdOf } from './callCommand';

const NO_CALL = { codes: [RETCODE.noCallToHangUp, RETCODE.noCallToRelease] };

/**
 * Source: "Hanging Up" (cec_07_1247). An agent who is not signed in here has no call of ours. So this never signs the agent in,
 * which could cut off somebody else's call with the same agent.
 */
export const hangUp = agentAction({
	operation: 'hangUp',
	name: 'Hang Up',
	action: 'Hang up call',
	description: "End the agent's current call; succeeds even if the call has already ended",
	effect: 'change',
	simplify: false,
	fields: {},
	async perform(client) {
		const { agentId } = client.account;
		const session = await client.current();
		const known = session ? callIdOf(session) : {};
		const request = { method: 'DELETE', path: `/voicecall/${agentId}/release` } as const;
		const hungUp = session ? await carriedOut(session, request, NO_CALL) : false;
		await session?.line.released();
		return [{ agentId, ...known, hungUp, alreadyEnded: !hungUp }];
	},
});
