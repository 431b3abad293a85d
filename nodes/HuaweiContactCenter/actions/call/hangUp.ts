import { VendorError } from '../../../common/errors';
import { RETCODE } from '../../gateway/retcodes';
import { agentAction, call } from '../agentAction';

const NO_CALL: string[] = [RETCODE.noCallToHangUp, RETCODE.noCallToRelease];

function unlessNoCall(error: unknown): false {
	if (error instanceof VendorError && NO_CALL.includes(error.code)) return false;
	throw error;
}

/**
 * Source: "Hanging Up" (cec_07_1247). An agent who is not signed in here has no call of ours. So this never signs the agent in,
 * which could cut off somebody else's call with the same agent.
 */
export const hangUp = agentAction({
	resource: call,
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
		const request = { method: 'DELETE', path: `/voicecall/${agentId}/release` } as const;
		const hungUp = session ? await session.request(request).then(() => true, unlessNoCall) : false;
		await session?.line.released();
		const callId = session?.line.call?.callId;
		return [{ agentId, ...(callId ? { callId } : {}), hungUp, alreadyEnded: !hungUp }];
	},
});
