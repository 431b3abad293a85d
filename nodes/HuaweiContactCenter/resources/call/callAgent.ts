import { text } from '../../../common/action/fields';
import * as fields from '../../fields';
import type { WaitFor } from '../../session/agentCall';
import { agentAction } from '../agentAction';
import { placeCall } from './placedCall';

const called = text({
	displayName: 'Agent to Call',
	description: 'The ID (work number) of the agent to call, who must be signed in and free',
	example: '292',
	check: (value) => (/^[1-9]\d{2,5}$/.test(value) ? undefined : "enter the other agent's work number, from 101 to 999999"),
});

/** Source: "Internal Call" (cec_07_1235). The vendor ignores `mediaability` here, so it is not offered. */
export const callAgent = agentAction({
	operation: 'callAgent',
	name: 'Call Agent',
	action: 'Call other agent',
	description: 'Call another agent of the call center, for example to ask something while a customer is on hold',
	effect: 'dial',
	dials: 'called',
	findBy: { callId: 'callId' },
	fields: { called, waitFor: fields.waitFor, waitTimeoutSeconds: fields.waitTimeoutSeconds },
	additionalFields: { callData: fields.callAppData, caller: fields.caller, skillId: fields.skillId },
	showOnlyFor: { waitTimeoutSeconds: { waitFor: ['answered', 'ended'] } },
	async perform(client, values, settings) {
		const request = {
			called: values.called,
			caller: values.caller,
			skillid: values.skillId === undefined ? undefined : Number(values.skillId),
			callappdata: values.callData,
		};
		const { waitFor, waitTimeoutSeconds } = values;
		return await placeCall(client, { dialling: 'callinner', request, waitFor: waitFor as WaitFor, waitTimeoutSeconds }, settings);
	},
});
