import { AgentCall } from './agentCall';
import type { AgentEvent } from './events';
import { TALKING } from './progress';

const RINGING = 'AgentEvent_Ringing';
const NO_ANSWER = 'AgentEvent_No_Answer';
const HOLD = 'AgentEvent_Hold';

/** The `feature` of calls that come in (intl cec_07_0700): inbound, special inbound, toll inbound, from another agent. */
const INBOUND = new Set(['0', '1', '5', '6']);

/** Whether the event can be the first of a call that comes in: it rings, or it was answered automatically. */
function announcesCall({ type, content }: AgentEvent): boolean {
	return type === RINGING || (type === TALKING && INBOUND.has(String(content.feature)));
}

/** The calls of one agent: at most one that is not on hold, and any that are. */
export class AgentCalls {
	private list: AgentCall[] = [];

	/** Those that have not ended. */
	get open(): AgentCall[] {
		return this.list.filter((call) => call.goesOn);
	}

	/** The call that is not on hold. */
	get current(): AgentCall | undefined {
		return this.open.filter(({ isHeld }) => !isHeld).at(-1);
	}

	get held(): AgentCall | undefined {
		return this.open.filter(({ isHeld }) => isHeld).at(-1);
	}

	/** The call that came in and is ringing or being talked in. */
	get incoming(): AgentCall | undefined {
		const { current } = this;
		return current?.direction === 'incoming' ? current : undefined;
	}

	/** The current call; if there is none, one on hold or the last one. */
	get latest(): AgentCall | undefined {
		return this.current ?? this.held ?? this.list.at(-1);
	}

	/** The open call with this ID. */
	find(callId: string): AgentCall | undefined {
		return this.open.find((call) => call.callId === callId);
	}

	/** Adds a call and forgets those that have ended. */
	add(call: AgentCall): void {
		this.list = [...this.open, call];
	}

	remove(call: AgentCall): void {
		this.list = this.list.filter((other) => other !== call);
	}

	onEvent(event: AgentEvent): void {
		if (announcesCall(event)) this.announce(event.callId);
		for (const call of this.list) call.add(event);
		this.followHold(event);
		if (event.type === NO_ANSWER && this.incoming?.progress.answeredAt === undefined) this.incoming?.close(event.at);
	}

	/** The events count as well as the answers to the requests, since an answer can get lost. */
	private followHold({ type, callId }: AgentEvent): void {
		const named = callId === undefined ? undefined : this.find(callId);
		const held = named ?? this.current;
		if (type === HOLD && held) held.isHeld = true;
		if (type === TALKING && named) named.isHeld = false;
	}

	/** The first events of a call that the agent makes can come before its ID is known: those announce nothing. */
	private announce(callId: string | undefined): void {
		const isKnown = this.list.some((call) => call.callId === undefined || call.callId === callId);
		if (callId === undefined || isKnown) return;
		const call = new AgentCall('incoming');
		call.accept(callId);
		this.add(call);
	}
}
