import { resultObject, simplifiedInformation, wholeInformation } from '../../callInformation';
import * as fields from '../../fields';
import { agentAction } from '../agentAction';

/** Source: "Querying Call Information Based on the Call ID" (cec_07_1266). */
export const getInformation = agentAction({
	operation: 'getInformation',
	name: 'Get Information',
	action: 'Get call information',
	description: "Look up numbers, skill, data and time of answer of one of the agent's calls",
	effect: 'read',
	fields: { callId: fields.callId },
	async perform(client, { callId }, { simplify }) {
		const { agentId } = client.account;
		const session = await client.any();
		const { result } = await session.request({ method: 'GET', path: `/calldata/${agentId}/callinfobycallid/${callId}` });
		const info = { callid: callId, ...resultObject(result) };
		return [{ agentId, ...(simplify ? simplifiedInformation(info) : wholeInformation(info)) }];
	},
});
