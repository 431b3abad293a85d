import { VendorError } from '../../../common/errors';
import { digits } from '../../fields';
import { agentAction, call } from '../agentAction';

function noCall(agentId: string): VendorError {
	return new VendorError({
		failure: 'refused',
		code: 'NO_CALL',
		message: `Agent ${agentId} is not in a call that was started here, so no keys were sent. Send them during the call, after Call Out has waited for the answer`,
	});
}

/** Source: "Two-Stage Dialling" (cec_07_1244): voice only, in an established call. */
export const sendDtmf = agentAction({
	resource: call,
	operation: 'sendDtmf',
	name: 'Send DTMF',
	action: 'Send DTMF keys to call',
	description: "Press keys in the agent's current call, for example to get through a voice menu",
	effect: 'change',
	simplify: false,
	fields: { digits },
	async perform(client, values) {
		const { agentId } = client.account;
		const session = await client.current();
		if (!session) throw noCall(agentId);
		const number = encodeURIComponent(values.digits);
		await session.request({ method: 'POST', path: `/voicecall/${agentId}/seconddialex?number=${number}` });
		const callId = session.line.call?.callId;
		return [{ agentId, ...(callId ? { callId } : {}), digits: values.digits, sent: true }];
	},
});
