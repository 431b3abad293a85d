import { actorOf, type Actor, type CallCenter } from '../center';
import type { Params } from '../parameters';
import type { Channel } from '../call';
import { callContext, userContext } from '../contexts';
import { unknownChannel, wrongState } from '../errors';
import type { LiveCall } from './liveCall';

/** An agent, and the call that the agent is in. */
export interface OwnCall extends Actor {
	call: LiveCall;
	/** The agent's own leg. */
	own: Channel;
}

/** The documents say only of ReleaseCall that it takes an agent of the call; here that is so for all actions of agents. */
export function ownCall(center: CallCenter, params: Params): OwnCall {
	const actor = actorOf(center, params);
	const call = center.exchange.find(actor.instance.id, params.JobId ?? actor.desk.jobId);
	const own = call.findAgent(actor.user.id);
	if (!own) throw unknownChannel(actor.user.id, call.jobId);
	return { ...actor, call, own };
}

/** The named leg, or the agent's own if none is named. Throws `NotExists.ChannelId`. */
export function legOf({ call, own }: OwnCall, { ChannelId }: Params): Channel {
	if (ChannelId === undefined) return own;
	const channel = call.findChannel(ChannelId);
	if (!channel) throw unknownChannel(ChannelId, call.jobId);
	return channel;
}

export function refuseUnless(isAllowed: boolean, { id, state, flags }: Channel): void {
	if (!isAllowed) throw wrongState('Channel', id, [state, ...flags].join(', '));
}

/** The call and the agent as they are now. */
export function contexts(center: CallCenter, { call, instance, user, desk }: Omit<OwnCall, 'own'>, channels = call.channels) {
	const now = center.clock.now();
	return {
		CallContext: callContext(call, channels, instance, user),
		ContextId: now,
		UserContext: userContext(instance, desk, call.jobId, now),
	};
}
