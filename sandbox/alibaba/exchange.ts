import type { World } from '../world';
import { Back2BackCall, type CallOrder, type Channel, type PlacedCall, type Survey } from './call';
import { unknownChannel, unknownJob } from './errors';

/** Keys that were sent into a call. */
export interface Pressed {
	jobId: string;
	channelId: string;
	/** The phone at the end of that channel. */
	phone: string;
	dtmf: string;
	/** Vendor time. */
	at: number;
}

/** The vendor's calls, and what was done with them. */
export class Exchange {
	private readonly jobs = new Map<string, Back2BackCall>();
	private pressedKeys: Pressed[] = [];
	private placed = 0;

	constructor(private readonly world: World) {}

	place(order: CallOrder): Back2BackCall {
		this.placed += 1;
		const jobId = `job-${Date.now()}${String(this.placed).padStart(6, '0')}`;
		const call = new Back2BackCall(this.world, jobId, order);
		this.jobs.set(jobId, call);
		call.start();
		return call;
	}

	/** Throws `NotExists.JobId` even when the call is over. */
	find(instanceId: string, jobId: string): Back2BackCall {
		const call = this.jobs.get(jobId);
		if (!call || call.isOver || call.order.instanceId !== instanceId) throw unknownJob(jobId);
		return call;
	}

	/** Throws `NotExists.ChannelId` for a leg that does not exist or no longer exists. */
	press(call: Back2BackCall, channelId: string, dtmf: string): Channel {
		const channel = call.findChannel(channelId);
		if (!channel) throw unknownChannel(channelId, call.jobId);
		const phone = channel.destination;
		this.pressedKeys.push({ jobId: call.jobId, channelId, phone, dtmf, at: this.world.clock.now() });
		return channel;
	}

	/** Throws `NotExists.ChannelId` when the agent's leg is gone already. */
	launchSurvey(call: Back2BackCall, survey: Omit<Survey, 'jobId' | 'at'>): void {
		if (!call.findChannel(call.user.id)) throw unknownChannel(call.user.id, call.jobId);
		call.launchSurvey({ jobId: call.jobId, ...survey, at: this.world.clock.now() });
	}

	/** All calls, oldest first. */
	calls(): PlacedCall[] {
		return [...this.jobs.values()].map((call) => call.snapshot());
	}

	pressed(): Pressed[] {
		return [...this.pressedKeys];
	}

	surveys(): Survey[] {
		return this.calls().flatMap(({ survey }) => survey ?? []);
	}

	/** Ends all calls and forgets them. */
	reset(): void {
		for (const call of this.jobs.values()) call.end();
		this.jobs.clear();
		this.pressedKeys = [];
	}
}
