import type { World } from '../world';
import { runInBackground } from './background';
import type { CallOutcome, CallRecord } from './call';
import type { CallRequest } from './callRequest';
import type { EventContent } from './events';
import type { HuaweiOptions } from './options';
import { Refusal } from './retcodes';

/** The agent whose line it is. */
export interface LineOwner {
	readonly agentId: string;
	/** Whether the agent's phone goes on-hook after each call. */
	readonly releasesPhone: boolean;
	readonly phoneNumber: string;
	emit(eventType: string, content: EventContent): void;
	callStarted(): void;
	callAnswered(): void;
	callEnded(): void;
}

type Failure = Exclude<CallOutcome, 'customerHungUp' | 'agentHungUp' | 'agentSignedOut'>;

const AGENT_OUTBOUND = '7';
const VOICE = '1';
const VOICE_AND_VIDEO = '3';
const VIDEO_REQUESTED = 1;
const PLATFORM_HUNG_UP = 3;

/** The vendor's table of `detect` values isn't public; these stand in for it. */
const DETECTED: Record<Failure, { detect: number; desc: string }> = {
	noAnswer: { detect: 8, desc: 'No answer' },
	rejects: { detect: 9, desc: 'The called party rejected the call' },
	busy: { detect: 47, desc: 'The called party is busy' },
	emptyNumber: { detect: 129, desc: 'The called number does not exist' },
};

/** The telephone line of one agent: at most one call at a time, with the events of "Outbound Calling" (cec_07_1232). */
export class Line {
	readonly calls: CallRecord[] = [];
	private hangingUp = new AbortController();
	private phoneOffHook = false;
	private failures = 0;

	constructor(
		private readonly owner: LineOwner,
		private readonly world: World,
		private readonly options: HuaweiOptions,
	) {}

	/** The current call. */
	get current(): CallRecord | undefined {
		const last = this.calls.at(-1);
		return last?.outcome === undefined ? last : undefined;
	}

	/** Accepts the call; events report what becomes of it. Throws 100-007 during a call. */
	dial(callId: string, request: CallRequest): void {
		if (this.current) throw new Refusal('100-007', 'The agent is in a call');
		const startedAt = this.world.clock.now();
		const call: CallRecord = { ...request, callId, agentId: this.owner.agentId, digits: [], startedAt };
		this.calls.push(call);
		this.hangingUp = new AbortController();
		runInBackground(this.hangingUp.signal, async () => await this.connect(call));
	}

	/** Throws 100-007 unless a call is established. */
	press(digits: string): void {
		const call = this.current;
		if (call?.answeredAt === undefined) throw new Refusal('100-007', 'No call is established');
		call.digits.push({ digits, at: this.world.clock.now() });
	}

	/** Ends the current call, if any. */
	hangUp(outcome: 'agentHungUp' | 'agentSignedOut'): void {
		const call = this.current;
		if (!call) return;
		this.hangingUp.abort();
		this.owner.emit('AgentEvent_Call_Release', call.callId);
		if (call.rungAt !== undefined) this.emitCustomerRelease(call);
		this.end(call, outcome);
	}

	/** Puts the agent's phone on-hook. */
	reset(): void {
		this.phoneOffHook = false;
	}

	private async connect(call: CallRecord): Promise<void> {
		await this.pause(this.options.setupStepMs);
		await this.callAgentsPhone();
		this.owner.callStarted();
		await this.pause(this.options.setupStepMs);
		call.rungAt = this.world.clock.now();
		this.world.phones.ring('huawei', call.called, call.callId);
		const { answer, ringMs, talkMs } = this.world.phones.behaviour(call.called);
		// The network reports a busy or empty number before anything rings.
		if (answer === 'busy' || answer === 'emptyNumber') await this.pause(this.options.setupStepMs);
		else await this.alert(call, ringMs);
		if (answer === 'answers') await this.talk(call, talkMs);
		else this.fail(call, answer);
	}

	private async callAgentsPhone(): Promise<void> {
		if (this.phoneOffHook) return;
		this.owner.emit('AgentOther_PhoneAlerting', null);
		await this.pause(this.options.setupStepMs);
		this.phoneOffHook = true;
		this.owner.emit('AgentOther_PhoneOffhook', { type: 'main' });
	}

	private async alert(call: CallRecord, ringMs: number): Promise<void> {
		this.owner.emit('AgentEvent_Customer_Alerting', {
			callid: call.callId,
			otherPhoneWorkno: '',
			otherPhone: call.called,
			type: 'main',
		});
		await this.pause(ringMs);
	}

	private async talk(call: CallRecord, talkMs: number): Promise<void> {
		call.answeredAt = this.world.clock.now();
		this.world.phones.startTalk('huawei', call.callId, [this.owner.phoneNumber, call.called]);
		this.owner.callAnswered();
		this.owner.emit('AgentEvent_Talking', {
			caller: call.caller || this.options.defaultCaller,
			callid: call.callId,
			called: call.called,
			feature: AGENT_OUTBOUND,
			type: 'main',
			mediaAbility: call.mediaAbility === VIDEO_REQUESTED ? VOICE_AND_VIDEO : VOICE,
		});
		await this.pause(talkMs);
		this.emitCustomerRelease(call);
		this.owner.emit('AgentEvent_Call_Release', call.callId);
		this.end(call, 'customerHungUp');
	}

	/** The documents don't say which of the two events comes first, so they take turns. */
	private fail(call: CallRecord, failure: Failure): void {
		const emits = [
			() => this.owner.emit('AgentEvent_Call_Out_Fail', call.callId),
			() => this.owner.emit('OUTBOUND_DETECT_EVENT', { callId: call.callId, ...DETECTED[failure] }),
		];
		if (this.failures % 2 === 1) emits.reverse();
		this.failures += 1;
		for (const emit of emits) emit();
		this.end(call, failure);
	}

	private end(call: CallRecord, outcome: CallOutcome): void {
		call.outcome = outcome;
		call.endedAt = this.world.clock.now();
		this.world.phones.endTalk(call.callId);
		if (this.phoneOffHook && this.owner.releasesPhone) {
			this.phoneOffHook = false;
			this.owner.emit('AgentOther_PhoneRelease', { phoneState: PLATFORM_HUNG_UP });
		}
		this.owner.callEnded();
	}

	private emitCustomerRelease(call: CallRecord): void {
		this.owner.emit('AgentEvent_Customer_Release', { callid: call.callId, number: call.called });
	}

	private async pause(ms: number): Promise<void> {
		await this.world.clock.sleep(ms, this.hangingUp.signal);
	}
}
