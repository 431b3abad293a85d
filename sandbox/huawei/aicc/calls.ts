import type { World } from '../../world';
import { runInBackground } from '../background';
import { newCall, REASON, RELEASE, type AiccCall, type CallOrder } from './call';
import type { Callbacks } from './callbacks';

/** Serial numbers have 19 digits, more than a JavaScript number can keep. */
const FIRST_SERIAL = 1_197_235_857_187_927_000n;

type Side = 'agent' | 'customer';

/** The calls of the tenant, from their creation to their end. */
export class Calls {
	private all: AiccCall[] = [];
	private stopping = new AbortController();
	private serial = FIRST_SERIAL;

	constructor(
		private readonly world: World,
		private readonly callbacks: Callbacks,
		private readonly stepMs: number,
	) {}

	/** Oldest first. */
	list(): AiccCall[] {
		return [...this.all];
	}

	find(callSerialNo: unknown): AiccCall | undefined {
		return this.all.find((call) => call.callSerialNo === callSerialNo);
	}

	/** Whether a call of this kind to this number is going on. */
	isUnderWay({ kind, caller, called }: CallOrder): boolean {
		return this.all.some((call) => call.state < 3 && call.kind === kind && call.caller === caller && call.called === called);
	}

	create(order: CallOrder): AiccCall {
		const call = this.enter(order);
		const { signal } = this.stopping;
		runInBackground(signal, async () => await this.run(call, signal));
		return call;
	}

	/** Creates a call and waits for its end. */
	async place(order: CallOrder): Promise<AiccCall> {
		const call = this.enter(order);
		await this.run(call, this.stopping.signal);
		return call;
	}

	/** Ends all calls and forgets them. */
	reset(): void {
		this.stopping.abort();
		this.stopping = new AbortController();
		this.all = [];
	}

	private enter(order: CallOrder): AiccCall {
		const call = newCall(order, String(this.serial++), this.world.clock.now());
		this.all.push(call);
		return call;
	}

	private async run(call: AiccCall, signal: AbortSignal): Promise<void> {
		await this.live(call, signal);
		call.state = 3;
		call.endTime = this.world.clock.now();
		this.world.phones.endTalk(call.callSerialNo);
		await this.callbacks.ended(call);
	}

	private async live(call: AiccCall, signal: AbortSignal): Promise<void> {
		await this.world.clock.sleep(this.stepMs, signal);
		call.state = 1;
		if (call.kind === 'twoParty' && !(await this.ring(call, 'agent', call.caller, signal))) {
			call.reasonCode = this.behaviour(call.caller) === 'noAnswer' ? REASON.callerNoAnswer : REASON.callerFailed;
			return;
		}
		if (!(await this.ring(call, 'customer', call.called, signal))) {
			const isSilent = this.behaviour(call.called) === 'noAnswer';
			call.reasonCode = isSilent ? REASON.calledNoAnswer : REASON.calledFailed;
			call.releaseReason = isSilent || this.behaviour(call.called) === 'rejects' ? RELEASE.noAnswer : RELEASE.failed;
			return;
		}
		await this.talk(call, signal);
	}

	private behaviour(phone: string) {
		return this.world.phones.behaviour(phone).answer;
	}

	/** @returns whether somebody answers */
	private async ring(call: AiccCall, side: Side, phone: string, signal: AbortSignal): Promise<boolean> {
		const { answer, ringMs } = this.world.phones.behaviour(phone);
		this.world.phones.ring('huawei', phone, call.callSerialNo);
		this.note(call, side, 'alertingTime');
		// The network reports a busy or empty number before anything rings.
		await this.world.clock.sleep(answer === 'busy' || answer === 'emptyNumber' ? this.stepMs : ringMs, signal);
		if (answer === 'answers') this.note(call, side, 'talkingTime');
		return answer === 'answers';
	}

	private note(call: AiccCall, side: Side, what: 'alertingTime' | 'talkingTime'): void {
		const agents = { alertingTime: 'agentAlertingTime', talkingTime: 'agentTalkingTime' } as const;
		call[side === 'agent' ? agents[what] : what] = this.world.clock.now();
	}

	/** The called party hangs up, unless the caller or the end of the recording is faster. */
	private async talk(call: AiccCall, signal: AbortSignal): Promise<void> {
		call.state = 2;
		const { kind, caller, called, callSerialNo, playMs } = call;
		this.world.phones.startTalk('huawei', callSerialNo, kind === 'twoParty' ? [caller, called] : [called]);
		await this.callbacks.answered(call);
		const own = this.world.phones.behaviour(called).talkMs;
		const others = kind === 'twoParty' ? this.world.phones.behaviour(caller).talkMs : playMs;
		await this.world.clock.sleep(Math.min(own, others), signal);
		const isCalledFirst = own <= others;
		call.reasonCode = isCalledFirst ? REASON.calledHungUp : REASON.callerHungUp;
		call.releaseReason = isCalledFirst ? RELEASE.calledHungUp : RELEASE.played;
		call.releaseTime = this.world.clock.now();
		if (kind === 'twoParty') call.agentReleaseTime = call.releaseTime;
	}
}
