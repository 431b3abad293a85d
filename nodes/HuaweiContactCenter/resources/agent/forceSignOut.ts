import { agentAction } from '../agentAction';

/** Source: "Forcibly Signing Out" (cec_07_1220). It also works during a call, and it ends the call. */
export const forceSignOut = agentAction({
	operation: 'forceSignOut',
	name: 'Force Sign Out',
	action: 'Force sign out of agent',
	description: 'Sign the agent out at once, if n8n has signed the agent in; this ends a call and takes the agent away from other executions',
	effect: 'change',
	simplify: false,
	fields: {},
	async perform(client) {
		const { agentId } = client.account;
		const wasSignedIn = await client.forceSignOut();
		return [{ agentId, signedIn: false, wasSignedIn }];
	},
});
