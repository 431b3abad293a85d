import * as fields from '../../fields';
import { eventItem, type AgentEvent } from '../../session/events';
import { reactionTo } from '../../session/reaction';
import { agentAction } from '../agentAction';
import { sessionWithCall } from './callCommand';

const CONFERENCE = 'AgentEvent_Conference';
/** The parties are on the line already, so the gateway only has to connect them. */
const LIMIT_MS = 10_000;

/** The parties besides the agent; the event names them as "49997,70093" (cec_07_1358). */
function partiesIn(conference: AgentEvent | undefined): string[] {
	return String(conference?.content.partner ?? '').split(',').filter((party) => party !== '');
}

/** Source: "Three-Party Call" (cec_07_1245). */
export const startConference = agentAction({
	operation: 'startConference',
	name: 'Start Conference',
	action: 'Start conference with call',
	description: "Join the call on hold with the agent's current call, so that all three talk together",
	effect: 'dial',
	findBy: { callId: 'callId' },
	simplify: false,
	fields: { callId: { ...fields.callId, property: { ...fields.callId.property, description: 'The ID of the call on hold, as Call Out or Answer returned it' } } },
	additionalFields: { callData: fields.callAppData },
	async perform(client, { callId, callData }) {
		const { agentId } = client.account;
		const session = await sessionWithCall(client);
		const body = { callid: callId, callappdata: callData };
		const send = async () => await session.request({ method: 'POST', path: `/voicecall/${agentId}/confjoin`, body });
		const begun = (events: AgentEvent[]) => events.find(({ type }) => type === CONFERENCE);
		const events = await reactionTo(session, send, { isMet: (seen) => begun(seen) !== undefined, limitMs: LIMIT_MS, cancelled: client.run.cancelled });
		const conference = begun(events);
		const held = session.line.calls.find(callId);
		if (held) held.isHeld = false;
		return [{ agentId, callId, outcome: conference ? 'conference' : 'timeout', parties: partiesIn(conference), events: events.map(eventItem) }];
	},
});
