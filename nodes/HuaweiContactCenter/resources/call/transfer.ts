import { text, yesNo } from '../../../common/action/fields';
import { InputError } from '../../../common/vendor/errors';
import * as fields from '../../fields';
import { eventItem, type AgentEvent } from '../../session/events';
import { reactionTo } from '../../session/reaction';
import type { AgentSession } from '../../session/session';
import { agentAction } from '../agentAction';
import { callIdOf, sessionWithCall } from './callCommand';
import { deviceType, DEVICES, mode, modeCode, modesOf, type Device, type Mode } from './transferModes';
import { transferOutcome } from './transferOutcome';

const address = text({
	displayName: 'Destination',
	description: 'The number of the skill queue, agent, voice menu or access code, or the phone number; as its type says',
	example: '25',
	check: (value) => (/^\d{1,24}$/.test(value) ? undefined : 'enter 1 to 24 digits, without spaces, + or hyphens'),
});

const holdCustomer = yesNo({
	displayName: 'Hold Customer',
	description: 'Whether the customer hears music until the external number has answered; only for the mode Three-Party',
	default: true,
});

function checkDirection(device: Device, by: Mode, { line }: AgentSession): void {
	if (device !== 'external' || by !== 'blind' || line.call?.direction !== 'outgoing') return;
	throw new InputError("'Mode' is Blind, but the agent has made this call: choose another mode for an external number");
}

/** Source: "Call Transfer" (cec_07_1242). Its `skillId` is not described there for voice calls, so it is not offered. */
export const transfer = agentAction({
	operation: 'transfer',
	name: 'Transfer',
	action: 'Transfer call',
	description: "Hand the agent's call over to a skill queue, another agent, a voice menu or an outside number, and wait for what becomes of it",
	effect: 'dial',
	findBy: { callId: 'callId' },
	simplify: false,
	fields: { deviceType, address, mode, waitTimeoutSeconds: fields.waitTimeoutSeconds },
	additionalFields: { callData: fields.callAppData, caller: fields.caller, holdCustomer, mediaAbility: fields.mediaAbility },
	check(values) {
		const { deviceType: device, mode: by, holdCustomer: holds, caller, mediaAbility } = values;
		if (modeCode(device, by) === undefined) throw new InputError(`'Mode' is "${by}", which does not exist for this destination: use one of ${modesOf(device).join(', ')}`);
		if (holds !== undefined && by !== 'threeParty') throw new InputError("'Hold Customer' is set, but the mode is not Three-Party: remove it");
		const isOutside = device === 'external';
		if (caller !== undefined && (!isOutside || by === 'blind')) throw new InputError("'Caller Number' is set, but it is only for external numbers, and not for the mode Blind: remove it");
		if (mediaAbility !== undefined && !isOutside) throw new InputError("'Media' is set, but it is only for external numbers: remove it");
	},
	async perform(client, values) {
		const { agentId } = client.account;
		const { deviceType: device, mode: by, address: to } = values;
		const session = await sessionWithCall(client);
		checkDirection(device, by, session);
		const known = callIdOf(session);
		const body = {
			devicetype: DEVICES[device],
			address: to,
			mode: modeCode(device, by),
			callappdata: values.callData,
			caller: values.caller,
			mediaability: values.mediaAbility,
			holdflag: values.holdCustomer,
		};
		const send = async () => await session.request({ method: 'POST', path: `/voicecall/${agentId}/transfer`, body });
		const outcomeOf = (events: AgentEvent[]) => transferOutcome(events, by, known.callId);
		const events = await reactionTo(session, send, {
			isMet: (seen) => outcomeOf(seen) !== undefined,
			limitMs: values.waitTimeoutSeconds * 1000,
			cancelled: client.run.cancelled,
		});
		return [{ ...known, agentId, deviceType: device, address: to, mode: by, outcome: outcomeOf(events) ?? 'timeout', events: events.map(eventItem) }];
	},
});
