import { callAppData, callId } from '../../fields';
import { agentAction } from '../agentAction';
import { callIdOf, sessionWithCall } from './callCommand';

/** Source: "Setting Call-Associated Data" (cec_07_1263). The agent must be in a call. */
export const setCallData = agentAction({
	operation: 'setCallData',
	name: 'Set Call Data',
	action: 'Set data of call',
	description: 'Write down something that travels with the call, such as an order number; it replaces what was there',
	effect: 'change',
	simplify: false,
	fields: { callData: callAppData },
	additionalFields: { callId },
	async perform(client, { callData, callId: given }) {
		const { agentId } = client.account;
		const session = await sessionWithCall(client);
		const known = given === undefined ? callIdOf(session) : { callId: given };
		const body = { callid: given, calldata: callData, isDataEncoded: false };
		await session.request({ method: 'PUT', path: `/calldata/${agentId}/setcalldataex`, body });
		return [{ agentId, ...known, callData, success: true }];
	},
});
