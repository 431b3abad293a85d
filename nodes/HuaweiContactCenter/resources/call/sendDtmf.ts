import { digits } from '../../fields';
import { agentAction } from '../agentAction';
import { callIdOf, sessionWithCall } from './callCommand';

/** Source: "Two-Stage Dialling" (cec_07_1244): voice only, in an established call. */
export const sendDtmf = agentAction({
	operation: 'sendDtmf',
	name: 'Send DTMF',
	action: 'Send DTMF keys to call',
	description: "Press keys in the agent's current call, for example to get through a voice menu",
	effect: 'change',
	simplify: false,
	fields: { digits },
	async perform(client, values) {
		const { agentId } = client.account;
		const session = await sessionWithCall(client);
		const number = encodeURIComponent(values.digits);
		await session.request({ method: 'POST', path: `/voicecall/${agentId}/seconddialex?number=${number}` });
		return [{ agentId, ...callIdOf(session), digits: values.digits, sent: true }];
	},
});
