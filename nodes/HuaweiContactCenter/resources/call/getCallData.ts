import { callId } from '../../fields';
import { agentAction } from '../agentAction';
import { callIdOf, sessionWithCall } from './callCommand';

/** Source: "Querying Call-Associated Data" (cec_07_1262). The agent must be in a call. */
export const getCallData = agentAction({
	operation: 'getCallData',
	name: 'Get Call Data',
	action: 'Get data of call',
	description: 'Read what travels with the call, as Call Out, a voice menu or another agent has written it down',
	effect: 'read',
	simplify: false,
	fields: {},
	additionalFields: { callId },
	async perform(client, { callId: given }) {
		const { agentId } = client.account;
		const session = await sessionWithCall(client);
		const known = given === undefined ? callIdOf(session) : { callId: given };
		const query = new URLSearchParams({ isEncodeResult: 'false', ...(given === undefined ? {} : { callId: given }) });
		const { result } = await session.request({ method: 'GET', path: `/calldata/${agentId}/appdata?${query.toString()}` });
		return [{ agentId, ...known, callData: typeof result === 'string' ? result : '' }];
	},
});
