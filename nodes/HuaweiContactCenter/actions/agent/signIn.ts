import type { IDataObject } from 'n8n-workflow';
import type { AgentSession } from '../../session/session';
import { agentAction, agent } from '../agentAction';

/** The vendor sends times as epoch ms and flags as text. */
function simplified({ loginTime, vdnid, isForceChange, timeRemaining }: IDataObject): IDataObject {
	const signedInAt = Number(loginTime);
	const daysLeft = Number(timeRemaining);
	return {
		...(signedInAt > 0 ? { signedInAt: new Date(signedInAt).toISOString() } : {}),
		...(vdnid === undefined ? {} : { vdnId: String(vdnid) }),
		passwordMustBeChanged: String(isForceChange) === 'true',
		...(timeRemaining !== undefined && timeRemaining !== '' && daysLeft >= 0 ? { passwordDaysLeft: daysLeft } : {}),
	};
}

function item({ agentId, signInResult, keepMs }: AgentSession, simplify: boolean): IDataObject {
	const staysMinutes = keepMs / 60_000;
	return { agentId, signedIn: true, staysSignedInMinutes: staysMinutes, ...(simplify ? simplified(signInResult) : signInResult) };
}

/** Source: "Signing In" (cec_07_1202). A sign-in is useful only if it outlasts the node, so the agent stays signed in. */
export const signIn = agentAction({
	resource: agent,
	operation: 'signIn',
	name: 'Sign In',
	action: 'Sign in agent',
	description: 'Sign the agent in and keep the agent signed in for the nodes that follow, until nobody has used the agent for the minutes set in the options',
	effect: 'change',
	fields: {},
	async perform(client, _values, { simplify }) {
		const session = await client.own();
		session.keepMs = client.run.stayMs;
		return [item(session, simplify)];
	},
});
