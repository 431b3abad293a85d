import type { Instance, User } from './account';
import type { Back2BackCall, Channel } from './call';

/** The legs that an answer shows, in the vendor's own spelling. */
export function callContext(call: Back2BackCall, channels: Channel[], user: User) {
	return {
		CallType: 'BACK2BACK',
		InstanceId: call.order.instanceId,
		JobId: call.jobId,
		ChannelContexts: channels.map((channel) => channelContext(call, channel, user)),
	};
}

/** The agent: an answer shows whoever acts, or the user that the access key belongs to. */
export function userContext(instance: Instance, user: User, call: Back2BackCall, now: number) {
	return {
		BreakCode: 'Warm-up',
		DeviceId: user.deviceId,
		DeviceState: '',
		Extension: user.extension,
		Heartbeat: now,
		InstanceId: instance.id,
		JobId: call.jobId,
		Mobile: user.mobile,
		OutboundScenario: false,
		Reserved: now,
		SignedSkillGroupIdList: [user.skillGroup],
		UserId: user.id,
		UserState: call.user.state === 'ANSWERED' ? 'TALKING' : 'OFFLINE',
		WorkMode: 'ON_SITE',
	};
}

function channelContext(call: Back2BackCall, channel: Channel, user: User) {
	const isAgents = channel === call.user;
	return {
		CallType: 'BACK2BACK',
		ChannelFlags: '[]',
		ChannelId: channel.id,
		ChannelState: channel.state,
		Destination: channel.destination,
		Index: isAgents ? 1 : 2,
		JobId: call.jobId,
		Originator: channel.originator,
		ReleaseInitiator: channel.releaseInitiator,
		ReleaseReason: channel.releaseReason,
		SkillGroupId: isAgents ? user.skillGroup : '',
		Timestamp: channel.changedAt,
		UserExtension: isAgents ? user.extension : '',
		UserId: isAgents ? user.id : '',
	};
}
