import type { World } from '../world';

export type ChannelState = 'NONE' | 'CREATED' | 'RINGING' | 'ANSWERED' | 'RELEASED';

/** One leg of a call. */
export interface Channel {
	id: string;
	originator: string;
	destination: string;
	state: ChannelState;
	/** Vendor time of the last change of state. */
	changedAt: number;
	/** Vendor time; undefined until somebody answers. */
	answeredAt?: number;
	/** The number that hung up; empty while the leg lives, and if the platform hung up. */
	releaseInitiator: string;
	/** SIP code and text, e.g. `486 - Busy Here`. */
	releaseReason: string;
}

/** What StartBack2BackCall was asked for. */
export interface CallOrder {
	instanceId: string;
	caller: string;
	callee: string;
	broker: string;
	additionalBroker: string;
	timeoutSeconds: number;
	tags: string;
}

export interface Survey {
	jobId: string;
	channel: string;
	contactFlowId: string;
	contactFlowVariables: string;
	smsMetadataId: string;
	surveyTemplateId: string;
	/** Vendor time. */
	at: number;
}

/** A call as the sandbox shows it. Times are vendor time. */
export interface PlacedCall extends CallOrder {
	jobId: string;
	placedAt: number;
	endedAt?: number;
	/** The caller's leg and the callee's. */
	channels: [Channel, Channel];
	survey?: Survey;
}

const REFUSALS = {
	busy: '486 - Busy Here',
	rejects: '603 - Decline',
	emptyNumber: '404 - Not Found',
} as const;

/**
 * A double call: the platform rings the caller, then the callee, and lets them talk.
 * It runs by itself until somebody hangs up, or until the time-out has passed without an answer.
 */
export class Back2BackCall {
	/** The caller's leg, in which the platform has its agent. */
	readonly user: Channel;
	readonly customer: Channel;
	private readonly placedAt: number;
	private survey?: Survey;
	private endedAt?: number;
	/** Aborted when the leg is released, which ends whatever the leg waits for. */
	private readonly released = new Map<Channel, AbortController>();

	constructor(
		private readonly world: World,
		readonly jobId: string,
		readonly order: CallOrder,
	) {
		this.placedAt = world.clock.now();
		this.user = this.createChannel('user', order.broker, order.caller);
		this.customer = this.createChannel('customer', order.additionalBroker || order.broker, order.callee);
	}

	get isOver(): boolean {
		return this.endedAt !== undefined;
	}

	/** Rings the caller at once; the rest happens in vendor time. */
	start(): void {
		void this.run();
	}

	/** The leg with exactly this id, as long as it lives. */
	findChannel(channelId: string): Channel | undefined {
		return [this.user, this.customer].find(({ id, state }) => id === channelId && state !== 'RELEASED');
	}

	/** Drops the agent's leg; the customer continues to the survey (by voice) or is disconnected (by text message). */
	launchSurvey(survey: Survey): void {
		this.survey = survey;
		this.release(this.user, '', '200 - Okay');
		if (survey.channel === 'SMS') this.end();
	}

	/** Hangs up both legs. */
	end(): void {
		if (this.isOver) return;
		this.endedAt = this.world.clock.now();
		this.world.phones.endTalk(this.jobId);
		for (const channel of [this.user, this.customer]) {
			const reason = channel.state === 'ANSWERED' ? '200 - Okay' : '487 - Request Terminated';
			this.release(channel, '', reason);
		}
	}

	snapshot(): PlacedCall {
		const { jobId, order, placedAt, endedAt, survey } = this;
		return {
			jobId,
			...order,
			placedAt,
			...(endedAt !== undefined && { endedAt }),
			channels: [{ ...this.user }, { ...this.customer }],
			...(survey && { survey: { ...survey } }),
		};
	}

	private async run(): Promise<void> {
		await this.dial(this.user);
		if (!this.isOver && (this.user.state === 'ANSWERED' || this.survey)) {
			await this.dial(this.customer);
			await this.talk();
		}
		this.end();
	}

	/** Rings until the phone answers, refuses, or the time-out of the call is over. */
	private async dial(channel: Channel): Promise<void> {
		const { phones, clock } = this.world;
		const { answer, ringMs } = phones.behaviour(channel.destination);
		if (answer === 'emptyNumber') return this.release(channel, '', REFUSALS.emptyNumber);
		phones.ring('alibaba', channel.destination, this.jobId);
		this.change(channel, 'RINGING');
		const patience = this.placedAt + this.order.timeoutSeconds * 1000 - clock.now();
		const isTooLate = answer === 'noAnswer' || ringMs > patience;
		await this.wait(channel, isTooLate ? patience : ringMs);
		if (channel.state !== 'RINGING') return;
		if (isTooLate) return this.release(channel, '', '408 - Request Timeout');
		if (answer === 'answers') return this.change(channel, 'ANSWERED');
		this.release(channel, channel.destination, REFUSALS[answer]);
	}

	private async talk(): Promise<void> {
		const { caller, callee } = this.order;
		const [callerPatience, calleePatience] = [caller, callee].map(
			(phone) => this.world.phones.behaviour(phone).talkMs,
		) as [number, number];
		if (this.user.state === 'ANSWERED' && this.customer.state === 'ANSWERED') {
			const firstToGo = callerPatience < calleePatience ? this.user : this.customer;
			await this.converse([caller, callee], this.user, Math.min(callerPatience, calleePatience));
			if (this.survey === undefined) this.release(firstToGo, firstToGo.destination, '200 - Okay');
		}
		if (this.survey && this.customer.state === 'ANSWERED') {
			await this.converse([callee, `survey ${this.survey.contactFlowId}`.trim()], this.customer, calleePatience);
			this.release(this.customer, callee, '200 - Okay');
		}
	}

	private async converse(parties: string[], until: Channel, ms: number): Promise<void> {
		this.world.phones.startTalk('alibaba', this.jobId, parties);
		await this.wait(until, ms);
		this.world.phones.endTalk(this.jobId);
	}

	/** Waits in vendor time, but not longer than the leg lives. */
	private async wait(channel: Channel, ms: number): Promise<void> {
		const signal = this.released.get(channel)?.signal;
		await this.world.clock.sleep(ms, signal).catch((error: unknown) => {
			if (!signal?.aborted) throw error;
		});
	}

	private createChannel(kind: 'user' | 'customer', originator: string, destination: string): Channel {
		const channel: Channel = {
			id: `ch:${kind}:${originator}->${destination}:${this.placedAt}:${this.jobId}`,
			originator,
			destination,
			state: 'NONE',
			changedAt: this.placedAt,
			releaseInitiator: '',
			releaseReason: '',
		};
		this.released.set(channel, new AbortController());
		return channel;
	}

	private change(channel: Channel, state: ChannelState): void {
		channel.state = state;
		channel.changedAt = this.world.clock.now();
		if (state === 'ANSWERED') channel.answeredAt = channel.changedAt;
	}

	private release(channel: Channel, initiator: string, reason: string): void {
		if (channel.state === 'RELEASED') return;
		this.change(channel, 'RELEASED');
		channel.releaseInitiator = initiator;
		channel.releaseReason = reason;
		this.released.get(channel)?.abort();
	}
}
