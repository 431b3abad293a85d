import type { Instance, User } from './account';
import type { AgentDesk } from './agentDesk';
import type { Channel } from './call';
import type { LiveCall } from './calls/liveCall';

/** The legs that an answer shows, in the vendor's own spelling. */
export function callContext(call: LiveCall, channels: Channel[], instance: Instance, user: User) {
	return {
		CallType: call.type,
		InstanceId: call.order.instanceId,
		JobId: call.jobId,
		ChannelContexts: channels.map((channel) => channelContext(call, channel, instance, user)),
	};
}

/** The agent: an answer shows whoever acts, or the user that the access key belongs to. */
export function userContext(instance: Instance, desk: AgentDesk, jobId: string, now: number) {
	const { user } = desk;
	return {
		BreakCode: desk.breakCode,
		DeviceId: desk.deviceId,
		DeviceState: '',
		Extension: user.extension,
		Heartbeat: now,
		InstanceId: instance.id,
		JobId: jobId,
		Mobile: desk.mobile,
		OutboundScenario: desk.outboundScenario,
		Reserved: now,
		SignedSkillGroupIdList: [...desk.skillGroupIds],
		UserId: user.id,
		UserState: desk.state,
		WorkMode: desk.workMode,
	};
}

/** In a double call the platform has its agent in the caller's leg, whatever the agent's own desk says. */
export function userContextIn(call: LiveCall, instance: Instance, desk: AgentDesk, now: number) {
	const context = userContext(instance, desk, call.jobId, now);
	if (call.type !== 'BACK2BACK') return context;
	return {
		...context,
		BreakCode: 'Warm-up',
		SignedSkillGroupIdList: [desk.user.skillGroup],
		UserState: call.channels[0]?.state === 'ANSWERED' ? 'TALKING' : 'OFFLINE',
	};
}

function channelContext(call: LiveCall, channel: Channel, instance: Instance, acting: User) {
	const user = channel.kind === 'user' ? (instance.users.find(({ id }) => id === channel.userId) ?? acting) : undefined;
	return {
		CallType: call.type,
		ChannelFlags: JSON.stringify(channel.flags),
		ChannelId: channel.id,
		ChannelState: channel.state,
		Destination: channel.destination,
		Index: call.channels.indexOf(channel) + 1,
		JobId: call.jobId,
		Originator: channel.originator,
		ReleaseInitiator: channel.releaseInitiator,
		ReleaseReason: channel.releaseReason,
		SkillGroupId: user?.skillGroup ?? '',
		Timestamp: channel.changedAt,
		UserExtension: user?.extension ?? '',
		UserId: user?.id ?? '',
	};
}
