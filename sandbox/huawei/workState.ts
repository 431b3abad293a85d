import type { Clock } from '../clock';
import { AGENT_STATE, type AgentState } from './agentState';
import { runInBackground } from './background';
import type { EventContent } from './events';
import { Refusal } from './retcodes';

/** Whose state it is. */
export interface Worker {
	/** Whether the agent has a call, even one on hold. */
	readonly inCall: boolean;
	/** Whether a call leaves the agent idle; otherwise in wrap-up. */
	readonly autoEnterIdle: boolean;
	emit(eventType: string, content: EventContent): void;
	/** The agent can take a call now. */
	becameIdle(): void;
}

/** A state that was asked for during a call and begins when the call ends. */
type Wish = { busy: string } | { restMs: number };

/** What an agent is doing, with the events of each change. Refusals: 100-009, except where the pages name another. */
export class WorkState {
	private state: AgentState = AGENT_STATE.signedOut;
	private wish?: Wish;
	private resting = new AbortController();

	constructor(
		private readonly worker: Worker,
		private readonly clock: Clock,
	) {}

	get current(): AgentState {
		return this.state;
	}

	/** `status` is the one that the sign-in asked for. */
	signIn(status: number): void {
		this.enter(AGENT_STATE.idle, 'AgentState_Ready');
		if (status === AGENT_STATE.busy) this.sayBusy('0');
		if (status === AGENT_STATE.wrapUp) this.enter(AGENT_STATE.wrapUp, 'AgentState_Work');
	}

	signOut(): void {
		this.wish = undefined;
		this.leaveRest();
		this.state = AGENT_STATE.signedOut;
	}

	/** `reason` is "0" or "200" to "250". */
	sayBusy(reason: string): void {
		if (this.worker.inCall) this.wish = { busy: reason };
		else this.enter(AGENT_STATE.busy, 'AgentState_SetNotReady_Success', { reason });
	}

	sayFree(): void {
		this.wish = undefined;
		if (this.worker.inCall) return;
		const event = this.state === AGENT_STATE.busy ? 'AgentState_CancelNotReady_Success' : 'AgentState_Ready';
		this.becomeIdle(event);
	}

	/** Also takes back a busy state that was to follow the call. */
	cancelBusy(): void {
		if (this.wish && 'busy' in this.wish) this.wish = undefined;
		else this.cancel(AGENT_STATE.busy, 'AgentState_CancelNotReady_Success');
	}

	rest(seconds: number): void {
		const restMs = seconds * 1000;
		if (this.worker.inCall) this.wish = { restMs };
		else this.beginRest(restMs);
	}

	cancelRest(): void {
		if (this.wish && 'restMs' in this.wish) this.wish = undefined;
		else this.cancel(AGENT_STATE.rest, 'AgentState_CancelRest_Success');
	}

	work(): void {
		if (this.worker.inCall || this.state === AGENT_STATE.wrapUp) throw new Refusal('100-009');
		this.enter(AGENT_STATE.wrapUp, 'AgentState_SetWork_Success');
	}

	cancelWork(): void {
		this.cancel(AGENT_STATE.wrapUp, 'AgentState_CancelWork_Success');
	}

	callStarted(): void {
		this.enter(AGENT_STATE.busy, 'AgentState_Busy');
	}

	callAnswered(): void {
		this.state = AGENT_STATE.talking;
	}

	/** The last call of the agent has ended. */
	callEnded(): void {
		const { wish } = this;
		this.wish = undefined;
		if (wish && 'busy' in wish) return this.sayBusy(wish.busy);
		if (wish) return this.beginRest(wish.restMs);
		if (this.worker.autoEnterIdle) this.becomeIdle('AgentState_Ready');
		else this.enter(AGENT_STATE.wrapUp, 'AgentState_Work');
	}

	/** The agent did not answer: the call center gives the agent no more calls (reason 2, cec_07_1346). */
	callMissed(): void {
		this.enter(AGENT_STATE.busy, 'AgentState_SetNotReady_Success', { reason: '2' });
	}

	private beginRest(restMs: number): void {
		this.enter(AGENT_STATE.rest, 'AgentState_SetRest_Success');
		const { signal } = this.resting;
		runInBackground(signal, async () => {
			await this.clock.sleep(restMs, signal);
			this.worker.emit('AgentState_Rest_Timeout', null);
		});
	}

	private cancel(state: AgentState, eventType: string): void {
		if (this.worker.inCall || this.state !== state) throw new Refusal('100-009');
		this.becomeIdle(eventType);
	}

	private becomeIdle(eventType: string): void {
		this.enter(AGENT_STATE.idle, eventType);
		this.worker.becameIdle();
	}

	private enter(state: AgentState, eventType: string, content: EventContent = null): void {
		this.leaveRest();
		this.state = state;
		this.worker.emit(eventType, content);
	}

	private leaveRest(): void {
		this.resting.abort();
		this.resting = new AbortController();
	}
}
