import type { World } from '../world';
import type { Channel, PlacedCall, Survey } from './call';
import type { Line, LiveCall } from './calls/liveCall';
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
	private readonly jobs = new Map<string, LiveCall>();
	private pressedKeys: Pressed[] = [];
	private placed = 0;

	/** @param watch is told of every change of a leg */
	constructor(
		private readonly world: World,
		private readonly watch: Line['watch'],
	) {}

	place<Call extends LiveCall>(create: (line: Line, jobId: string) => Call): Call {
		this.placed += 1;
		const jobId = `job-${Date.now()}${String(this.placed).padStart(6, '0')}`;
		const call = create({ world: this.world, watch: this.watch }, jobId);
		this.jobs.set(jobId, call);
		void call.start();
		return call;
	}

	/** Throws `NotExists.JobId` even when the call is over. */
	find(instanceId: string, jobId: string): LiveCall {
		const call = this.jobs.get(jobId);
		if (!call || call.isOver || call.order.instanceId !== instanceId) throw unknownJob(jobId);
		return call;
	}

	/** Throws `NotExists.ChannelId` for a leg that does not exist or no longer exists. */
	press(call: LiveCall, channelId: string, dtmf: string): Channel {
		const channel = call.findChannel(channelId);
		if (!channel) throw unknownChannel(channelId, call.jobId);
		const phone = channel.destination;
		this.pressedKeys.push({ jobId: call.jobId, channelId, phone, dtmf, at: this.world.clock.now() });
		return channel;
	}

	/** Throws `NotExists.ChannelId` when the agent's leg is gone already. */
	launchSurvey(call: LiveCall, survey: Omit<Survey, 'jobId' | 'at'>): void {
		const agent = call.live().find(({ kind }) => kind === 'user');
		if (!agent) throw unknownChannel(call.channels.find(({ kind }) => kind === 'user')?.id ?? '', call.jobId);
		call.launchSurvey(agent, { jobId: call.jobId, ...survey, at: this.world.clock.now() });
	}

	/** A call that is or was. Throws `NotExists.JobId`. */
	recall(instanceId: string, jobId: string): LiveCall {
		const call = this.jobs.get(jobId);
		if (call?.order.instanceId !== instanceId) throw unknownJob(jobId);
		return call;
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
