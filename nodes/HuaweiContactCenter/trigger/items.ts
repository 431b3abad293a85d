import type { IDataObject } from 'n8n-workflow';
import { resultOf } from '../resources/call/callResult';
import type { AgentEvent } from '../session/events';
import { groupOf, type EventGroup } from './groups';
import type { Settings } from './settings';

/** Calls whose events are remembered for the result; an agent has one at a time, and seldom others on hold. */
const MOST_CALLS = 50;

const AT_THE_END: readonly EventGroup[] = ['callEnded', 'callFailed'];

/** Makes items of an agent's events; it remembers the events of a call for the call's result. */
export class EventItems {
	private readonly calls = new Map<string, AgentEvent[]>();

	constructor(
		private readonly agentId: string,
		private readonly settings: Pick<Settings, 'events' | 'eventTypes'>,
	) {}

	/** The item of the event; undefined if it is not to start the workflow. */
	itemOf(event: AgentEvent): IDataObject | undefined {
		const { type, at, callId, content } = event;
		const group = groupOf(type);
		const ofCall = this.remember(event);
		if (!this.isWanted(type, group)) return undefined;
		return {
			event: group,
			eventType: type,
			agentId: this.agentId,
			callId: callId ?? null,
			at: new Date(at).toISOString(),
			content,
			...(callId !== undefined && AT_THE_END.includes(group) ? resultOf(ofCall) : {}),
		};
	}

	private isWanted(type: string, group: EventGroup): boolean {
		const { events, eventTypes } = this.settings;
		return eventTypes.length > 0 ? eventTypes.includes(type) : events.includes(group);
	}

	private remember(event: AgentEvent): AgentEvent[] {
		const { callId } = event;
		if (callId === undefined) return [event];
		const ofCall = [...(this.calls.get(callId) ?? []), event];
		this.calls.set(callId, ofCall);
		for (const oldest of this.calls.keys()) {
			if (this.calls.size <= MOST_CALLS) break;
			this.calls.delete(oldest);
		}
		return ofCall;
	}
}
