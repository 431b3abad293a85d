import { InputError } from '../../../common/vendor/errors';
import * as fields from '../../fields';
import type { WaitFor } from '../../session/agentCall';
import { agentAction } from '../agentAction';
import { placeCall } from './placedCall';

/** Source: "Outbound Calling" (普通外呼), support.huaweicloud.com/api-ccfs-cec/cec_07_1232.html. */
export const callOut = agentAction({
	operation: 'callOut',
	name: 'Call Out',
	action: 'Call out with agent',
	description: "Ring the agent's phone, call a number and connect the two",
	effect: 'dial',
	dials: 'called',
	findBy: { callId: 'callId' },
	fields: { called: fields.called, waitFor: fields.waitFor, waitTimeoutSeconds: fields.waitTimeoutSeconds },
	additionalFields: {
		callAppData: fields.callAppData,
		caller: fields.caller,
		mediaAbility: fields.mediaAbility,
		skillId: fields.skillId,
		userVideoDirection: fields.userVideoDirection,
	},
	showOnlyFor: { waitTimeoutSeconds: { waitFor: ['answered', 'ended'] } },
	check({ mediaAbility, userVideoDirection }) {
		if (userVideoDirection !== undefined && mediaAbility !== fields.VIDEO) {
			throw new InputError("'Video Direction' is set, but the call has no video: set 'Media' to Video, or remove 'Video Direction'");
		}
	},
	async perform(client, values, settings) {
		const request = {
			called: values.called,
			caller: values.caller,
			skillid: values.skillId === undefined ? undefined : Number(values.skillId),
			callappdata: values.callAppData,
			mediaability: values.mediaAbility,
			userVideoDirection: values.userVideoDirection,
		};
		const { waitFor, waitTimeoutSeconds } = values;
		return await placeCall(client, { dialling: 'callout', request, waitFor: waitFor as WaitFor, waitTimeoutSeconds }, settings);
	},
});
