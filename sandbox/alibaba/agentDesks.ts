import type { Clock } from '../clock';
import type { Instance, User } from './account';
import { AgentDesk, type CallState } from './agentDesk';
import type { Channel } from './call';
import type { LiveCall } from './calls/liveCall';

/** The desks of all agents, and what calls do to them. */
export class AgentDesks {
	/** Instance id and user id -> desk. */
	private readonly desks = new Map<string, AgentDesk>();
	private closing = new AbortController();

	constructor(private readonly clock: Clock) {}

	of(instance: Instance, user: User): AgentDesk {
		const key = keyOf(instance.id, user.id);
		const desk = this.desks.get(key) ?? new AgentDesk(user, this.clock, this.closing.signal);
		this.desks.set(key, desk);
		return desk;
	}

	all(instance: Instance): AgentDesk[] {
		return instance.users.map((user) => this.of(instance, user));
	}

	/** Who is ready for calls to this skill group, the longest waiting first. */
	ready(instance: Instance, skillGroupId: string): AgentDesk[] {
		return this.all(instance)
			.filter(({ state, skillGroupIds }) => state === 'READY' && skillGroupIds.includes(skillGroupId))
			.sort((a, b) => a.changedAt - b.changedAt);
	}

	/** A leg has changed: so have the agents in the call. */
	follow(call: LiveCall, changed: Channel): void {
		for (const channel of call.channels) {
			const desk = this.desks.get(keyOf(call.order.instanceId, channel.userId));
			if (!desk) continue;
			if (channel.state !== 'RELEASED') {
				const state = stateIn(call, channel);
				if (state) desk.join(state, call.jobId, call.type, counterpartyOf(call, channel));
			} else if (channel === changed) desk.leave(call.jobId, missed(channel));
		}
	}

	reset(): void {
		this.closing.abort();
		this.closing = new AbortController();
		this.desks.clear();
	}
}

function keyOf(instanceId: string, userId: string): string {
	return `${instanceId} ${userId}`;
}

/** The agent whose leg is the first has started the call. */
function stateIn(call: LiveCall, channel: Channel): CallState | undefined {
	if (channel.state === 'NONE') return undefined;
	const isStarter = call.channels[0] === channel;
	if (channel.state !== 'ANSWERED') return isStarter ? 'DIALING' : 'RINGING';
	const isAlone = call.channels.every((other) => other === channel || other.answeredAt === undefined);
	return isStarter && isAlone ? 'DIALING' : 'TALKING';
}

function missed(channel: Channel): 'RejectCall' | 'RingingTimeout' | undefined {
	if (channel.answeredAt !== undefined || channel.releaseReason.startsWith('487')) return undefined;
	return channel.releaseInitiator === '' ? 'RingingTimeout' : 'RejectCall';
}

function counterpartyOf(call: LiveCall, channel: Channel): string {
	return call.channels.find((other) => other !== channel)?.destination ?? '';
}
