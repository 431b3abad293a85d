import type { World } from '../world';
import { otherPartyOf, type CallKind, type CallOutcome, type CallRecord } from './call';
import type { EventContent } from './events';
import type { HuaweiOptions } from './options';

export type Failure = Extract<CallOutcome, 'busy' | 'noAnswer' | 'rejects' | 'emptyNumber'>;

/** The line that a call is set up on. */
export interface CallLine {
	readonly owner: { readonly phoneNumber: string; readonly answersByItself: boolean; callStarted(): void; callAnswered(): void };
	/** The calls that have not ended. */
	readonly open: CallRecord[];
	phoneOffHook: boolean;
	emit(eventType: string, content: EventContent): void;
	pause(call: CallRecord, ms: number): Promise<void>;
	/** Does something that belongs to the call and ends with it. */
	follow(call: CallRecord, work: () => Promise<void>): void;
	fail(call: CallRecord, failure: Failure): void;
	/** The agent has let the call ring. */
	miss(call: CallRecord): void;
	customerHangsUp(call: CallRecord): void;
}

/** `feature` of the events (intl cec_07_0700). */
const FEATURES: Record<CallKind, string> = { outbound: '7', internal: '6', inbound: '0' };
const VOICE = '1';
const VOICE_AND_VIDEO = '3';
const VIDEO_REQUESTED = 1;

/** The vendor's table of `detect` values isn't public; these stand in for it. */
const DETECTED: Record<Failure, { detect: number; desc: string }> = {
	noAnswer: { detect: 8, desc: 'No answer' },
	rejects: { detect: 9, desc: 'The called party rejected the call' },
	busy: { detect: 47, desc: 'The called party is busy' },
	emptyNumber: { detect: 129, desc: 'The called number does not exist' },
};

/** How calls are set up, with the events of "Outbound Calling" (cec_07_1232), "Internal Call" (cec_07_1235) and "Answering" (cec_07_1234). */
export class CallSetup {
	private failures = 0;

	constructor(
		private readonly line: CallLine,
		private readonly world: World,
		private readonly options: HuaweiOptions,
	) {}

	/** From the agent's phone to the end of the talk. */
	async call(call: CallRecord): Promise<void> {
		const { setupStepMs } = this.options;
		await this.line.pause(call, setupStepMs);
		await this.callAgentsPhone(call);
		await this.line.pause(call, setupStepMs);
		const phone = this.phoneOf(call);
		if (phone === undefined) return this.fail(call, 'emptyNumber');
		call.rungAt = this.world.clock.now();
		this.world.phones.ring('huawei', phone, call.callId);
		const { answer, ringMs, talkMs } = this.world.phones.behaviour(phone);
		// The network reports a busy or empty number before anything rings.
		if (answer === 'busy' || answer === 'emptyNumber') await this.line.pause(call, setupStepMs);
		else await this.alert(call, ringMs);
		if (answer === 'answers') await this.talk(call, talkMs);
		else this.fail(call, answer);
	}

	/** A call that comes in rings until the agent answers or for as long as the call center lets it. */
	async ring(call: CallRecord): Promise<void> {
		const { owner } = this.line;
		call.rungAt = this.world.clock.now();
		if (!this.line.phoneOffHook) this.line.emit('AgentOther_PhoneAlerting', null);
		if (owner.answersByItself) {
			await this.line.pause(call, this.options.setupStepMs);
			this.line.emit('AgentEvent_Auto_Answer', { callid: call.callId });
			return this.answer(call);
		}
		this.line.emit('AgentEvent_Ringing', { ...this.talkContent(call), transfer: '', transfrom: '' });
		await this.line.pause(call, this.options.agentRingMs);
		if (call.answeredAt === undefined) this.line.miss(call);
	}

	/** The agent takes a call that is ringing; the customer talks and hangs up. */
	answer(call: CallRecord): void {
		const { talkMs } = this.world.phones.behaviour(call.caller);
		this.pickUp();
		this.line.follow(call, async () => await this.talk(call, talkMs));
	}

	/** Reports that the agent and the other party hear each other. */
	reportTalk(call: CallRecord): void {
		this.line.emit('AgentEvent_Talking', this.talkContent(call));
	}

	private phoneOf({ kind, called }: CallRecord): string | undefined {
		if (kind !== 'internal') return called;
		return this.options.colleagues.find(({ agentId }) => agentId === called)?.phoneNumber;
	}

	private async callAgentsPhone(call: CallRecord): Promise<void> {
		if (!this.line.phoneOffHook) {
			this.line.emit('AgentOther_PhoneAlerting', null);
			await this.line.pause(call, this.options.setupStepMs);
		}
		this.pickUp();
	}

	/** With another call on hold, the agent is off-hook and busy already. */
	private pickUp(): void {
		if (!this.line.phoneOffHook) this.line.emit('AgentOther_PhoneOffhook', { type: 'main' });
		this.line.phoneOffHook = true;
		if (this.line.open.length === 1) this.line.owner.callStarted();
	}

	private async alert(call: CallRecord, ringMs: number): Promise<void> {
		const isInternal = call.kind === 'internal';
		this.line.emit('AgentEvent_Customer_Alerting', {
			callid: call.callId,
			otherPhoneWorkno: isInternal ? call.called : '',
			otherPhone: this.phoneOf(call) ?? '',
			type: 'main',
		});
		await this.line.pause(call, ringMs);
	}

	private async talk(call: CallRecord, talkMs: number): Promise<void> {
		const { owner } = this.line;
		call.answeredAt = this.world.clock.now();
		this.world.phones.startTalk('huawei', call.callId, [owner.phoneNumber, otherPartyOf(call)]);
		owner.callAnswered();
		this.reportTalk(call);
		await this.line.pause(call, talkMs);
		this.line.customerHangsUp(call);
	}

	private talkContent(call: CallRecord): Record<string, string> {
		return {
			caller: call.caller || this.options.defaultCaller,
			callid: call.callId,
			called: call.called,
			feature: FEATURES[call.kind],
			type: 'main',
			mediaAbility: call.mediaAbility === VIDEO_REQUESTED ? VOICE_AND_VIDEO : VOICE,
		};
	}

	/** The documents don't say which of the two events comes first, so they take turns. */
	private fail(call: CallRecord, failure: Failure): void {
		if (call.kind === 'internal') {
			this.line.emit('AgentEvent_Inside_Call_Fail', call.callId);
			return this.line.fail(call, failure);
		}
		const emits = [
			() => this.line.emit('AgentEvent_Call_Out_Fail', call.callId),
			() => this.line.emit('OUTBOUND_DETECT_EVENT', { callId: call.callId, ...DETECTED[failure] }),
		];
		if (this.failures % 2 === 1) emits.reverse();
		this.failures += 1;
		for (const emit of emits) emit();
		this.line.fail(call, failure);
	}
}
