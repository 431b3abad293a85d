import { agentAction, agent } from '../agentAction';

/** Source: "Signing Out" (cec_07_1219). The gateway refuses it while the agent is in a call. */
export const signOut = agentAction({
	resource: agent,
	operation: 'signOut',
	name: 'Sign Out',
	action: 'Sign out agent',
	description: 'Sign the agent out, if n8n has signed the agent in; not possible during a call',
	effect: 'change',
	simplify: false,
	fields: {},
	async perform(client) {
		const { agentId } = client.account;
		const wasSignedIn = await client.signOut();
		return [{ agentId, signedIn: false, wasSignedIn }];
	},
});
