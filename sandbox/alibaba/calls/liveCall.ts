import type { World } from '../../world';
import type { CallOrder, Channel, ChannelFlag, ChannelState, ContactType, PlacedCall, Survey } from '../call';

/** What a call runs on. */
export interface Line {
	world: World;
	/** Is told of every change of a leg. */
	watch: (call: LiveCall, channel: Channel) => void;
}

/** Whoever is to be rung. */
export interface Party {
	/** The phone that rings. */
	number: string;
	/** The agent it belongs to; empty for all others. */
	userId: string;
}

export const OKAY = '200 - Okay';
const TERMINATED = '487 - Request Terminated';

const REFUSALS = {
	busy: '486 - Busy Here',
	rejects: '603 - Decline',
	emptyNumber: '404 - Not Found',
} as const;

/** A call: its legs, and the phones at their ends. What happens in which order is told by each kind of call. */
export abstract class LiveCall {
	abstract readonly type: ContactType;
	readonly channels: Channel[] = [];
	readonly placedAt: number;
	survey?: Survey;
	protected disposition = '';
	private endedAt?: number;
	/** Aborted when the leg changes, which ends whatever the leg waits for. */
	private readonly changes = new Map<Channel, AbortController>();

	constructor(
		protected readonly line: Line,
		readonly jobId: string,
		readonly order: CallOrder,
	) {
		this.placedAt = line.world.clock.now();
	}

	get isOver(): boolean {
		return this.endedAt !== undefined;
	}

	/** What happens from the first ring on; the call ends with it. */
	protected abstract run(): Promise<void>;

	/** Rings the first phone at once; the rest happens in vendor time. Resolves when the call is over. */
	async start(): Promise<void> {
		await this.run();
		this.end();
	}

	/** The legs that have not been released. */
	live(): Channel[] {
		return this.channels.filter(({ state }) => state !== 'RELEASED');
	}

	findChannel(channelId: string): Channel | undefined {
		return this.live().find(({ id }) => id === channelId);
	}

	findAgent(userId: string): Channel | undefined {
		return this.live().find((channel) => channel.userId === userId);
	}

	/** Hangs up all legs. */
	end(initiator = ''): void {
		if (this.isOver) return;
		this.endedAt = this.line.world.clock.now();
		this.line.world.phones.endTalk(this.jobId);
		for (const channel of this.live()) this.release(channel, initiator, channel.state === 'ANSWERED' ? OKAY : TERMINATED);
	}

	/** Ends the call when fewer than two parties are left. */
	settle(initiator = ''): void {
		if (this.live().length < 2) this.end(initiator);
	}

	/** Rings one more party; resolves to its leg, answered or released. */
	async invite(party: Party, patienceMs: number): Promise<Channel> {
		const channel = this.addParty(party);
		if (await this.dial(channel, patienceMs)) this.talk();
		return channel;
	}

	/** Drops the agent's leg; the customer continues to the survey (by voice) or is disconnected (by text message). */
	launchSurvey(agent: Channel, survey: Survey): void {
		this.survey = survey;
		this.release(agent, '', OKAY);
		if (survey.channel === 'SMS') this.end();
	}

	answer(channel: Channel): void {
		this.change(channel, 'ANSWERED');
	}

	release(channel: Channel, initiator: string, reason: string): void {
		if (channel.state === 'RELEASED') return;
		channel.releaseInitiator = initiator;
		channel.releaseReason = reason;
		this.change(channel, 'RELEASED');
	}

	setFlag(channel: Channel, flag: ChannelFlag, isSet: boolean): void {
		channel.flags = [...channel.flags.filter((other) => other !== flag), ...(isSet ? [flag] : [])];
	}

	addParty({ number, userId }: Party): Channel {
		return this.addChannel(userId === '' ? 'customer' : 'user', this.order.broker, number, userId);
	}

	/** An outside party hangs up after its own time. */
	async stay(channel: Channel): Promise<void> {
		await this.wait(channel, this.line.world.phones.behaviour(channel.destination).talkMs);
		this.release(channel, channel.destination, OKAY);
	}

	snapshot(): PlacedCall {
		const { jobId, type, order, placedAt, endedAt, survey, disposition } = this;
		return {
			jobId,
			type,
			...order,
			placedAt,
			...(endedAt !== undefined && { endedAt }),
			disposition,
			channels: this.channels.map((channel) => ({ ...channel, flags: [...channel.flags] })),
			...(survey && { survey: { ...survey } }),
		};
	}

	/** Notes that whoever has answered talks from now on. */
	protected talk(parties = this.answeredNumbers()): void {
		this.line.world.phones.endTalk(this.jobId);
		this.line.world.phones.startTalk('alibaba', this.jobId, parties);
	}

	/** Rings until the phone answers, refuses, or nobody has answered in time. Returns whether it was answered. */
	protected async dial(channel: Channel, patienceMs: number): Promise<boolean> {
		const { phones } = this.line.world;
		const { answer, ringMs } = phones.behaviour(channel.destination);
		if (answer === 'emptyNumber') {
			this.release(channel, '', REFUSALS.emptyNumber);
			return false;
		}
		phones.ring('alibaba', channel.destination, this.jobId);
		this.change(channel, 'RINGING');
		const isTooLate = answer === 'noAnswer' || ringMs > patienceMs;
		await this.wait(channel, isTooLate ? patienceMs : ringMs);
		if (channel.state === 'RINGING') {
			if (isTooLate) this.release(channel, '', '408 - Request Timeout');
			else if (answer === 'answers') this.change(channel, 'ANSWERED');
			else this.release(channel, channel.destination, REFUSALS[answer]);
		}
		return (channel.state as ChannelState) === 'ANSWERED';
	}

	/** Waits in vendor time, but not longer than the leg stays as it is. */
	protected async wait(channel: Channel, ms: number): Promise<void> {
		const signal = this.changes.get(channel)?.signal;
		await this.line.world.clock.sleep(ms, signal).catch((error: unknown) => {
			if (!signal?.aborted) throw error;
		});
	}

	protected addChannel(kind: Channel['kind'], originator: string, destination: string, userId = ''): Channel {
		const now = this.line.world.clock.now();
		const channel: Channel = {
			id: `ch:${kind}:${originator}->${destination}:${now}:${this.jobId}`,
			kind,
			userId,
			originator,
			destination,
			state: 'NONE',
			flags: [],
			changedAt: now,
			releaseInitiator: '',
			releaseReason: '',
		};
		this.channels.push(channel);
		this.changes.set(channel, new AbortController());
		return channel;
	}

	private change(channel: Channel, state: ChannelState): void {
		channel.state = state;
		channel.changedAt = this.line.world.clock.now();
		if (state === 'ANSWERED') channel.answeredAt = channel.changedAt;
		const waiting = this.changes.get(channel);
		this.changes.set(channel, new AbortController());
		waiting?.abort();
		this.line.watch(this, channel);
	}

	private answeredNumbers(): string[] {
		return this.live().filter(({ state }) => state === 'ANSWERED').map(({ destination }) => destination);
	}
}
