import { findUser } from '../account';
import { actorOf, type Actor, type Behavior, type CallCenter } from '../center';
import type { Params } from '../parameters';
import type { Channel, ChannelFlag } from '../call';
import { unknownChannel } from '../errors';
import { OKAY, type LiveCall } from './liveCall';
import { contexts, refuseUnless } from './running';

interface Supervised extends Actor {
	call: LiveCall;
	/** The supervised agent's leg. */
	agent: Channel;
}

function supervised(center: CallCenter, params: Params, name: string): Supervised {
	const actor = actorOf(center, params);
	actor.desk.refuseOffline();
	const { instance } = actor;
	const { jobId } = center.desks.of(instance, findUser(instance, params[name]));
	const call = center.exchange.find(instance.id, params.JobId ?? jobId);
	const agent = call.findAgent(params[name] ?? '');
	if (!agent) throw unknownChannel(params[name] ?? '', call.jobId);
	return { ...actor, call, agent };
}

/** The supervisor's leg in the call; it is up at once. */
function supervisorLeg({ call, user, desk }: Supervised): Channel {
	const present = call.findAgent(user.id);
	if (present) return present;
	desk.refuseCall();
	const channel = call.addParty({ number: desk.phone, userId: user.id });
	call.answer(channel);
	return channel;
}

/** What the supervisor may do in the call: only listen, only speak to the agent, or (no flag) everything. */
function joined(name: string, flag: ChannelFlag | undefined): Behavior {
	return (center, params) => {
		const found = supervised(center, params, name);
		refuseUnless(found.agent.state === 'ANSWERED', found.agent);
		const leg = supervisorLeg(found);
		for (const other of ['MONITORING', 'COACHING'] as const) found.call.setFlag(leg, other, other === flag);
		return contexts(center, found);
	};
}

/** Only from a running monitor session. */
const interceptCall: Behavior = (center, params) => {
	const found = supervised(center, params, 'InterceptedUserId');
	const { call, user, agent } = found;
	const leg = call.findAgent(user.id);
	if (!leg) throw unknownChannel(user.id, call.jobId);
	refuseUnless(leg.flags.includes('MONITORING'), leg);
	call.setFlag(leg, 'MONITORING', false);
	call.release(agent, user.id, OKAY);
	return contexts(center, found);
};

export const supervisionActions: Array<[string, Behavior]> = [
	['MonitorCall', joined('MonitoredUserId', 'MONITORING')],
	['CoachCall', joined('CoachedUserId', 'COACHING')],
	['BargeInCall', joined('BargedUserId', undefined)],
	['InterceptCall', interceptCall],
];
