import type { IDataObject } from 'n8n-workflow';
import { parsedJson } from '../../common/json';

/** A parsed agent event. Source: "Querying Agent Events" (cec_07_1274) and the page of each event. */
export interface AgentEvent {
	/** The vendor's name, e.g. `AgentEvent_Talking`. */
	type: string;
	/** Epoch ms: the vendor's `eventGenTime`, or else the time when it came in. */
	at: number;
	/** The call it belongs to; events about the agent or the phone belong to none. */
	callId?: string;
	content: IDataObject;
	/** As the vendor sent it. */
	raw: IDataObject;
}

/** Names that n8n's expressions refuse, and their substitutes. */
const RENAMED = new Map([
	['caller', 'callerNumber'],
	['callee', 'calleeNumber'],
	['called', 'calledNumber'],
	['callid', 'callId'],
]);

function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The same data under names that expressions can read, at any depth. */
export function readable(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(readable);
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([name, inner]) => [RENAMED.get(name) ?? name, readable(inner)]));
}

/** `content` is an object (sometimes as JSON text), the call's id as text, or null. */
function contentOf(given: unknown): IDataObject {
	const content = typeof given === 'string' && given.startsWith('{') ? parsedJson(given) : given;
	if (isObject(content)) return readable(content) as IDataObject;
	const isId = (typeof content === 'string' && content !== '') || typeof content === 'number';
	return isId ? { callId: String(content) } : {};
}

/** The event in a poll's answer; undefined if it holds none. */
export function readEvent(event: unknown, arrivedAt: number): AgentEvent | undefined {
	if (!isObject(event) || typeof event.eventType !== 'string') return undefined;
	const generated = Number(event.eventGenTime);
	const content = contentOf(event.content);
	const callId = content.callId === undefined ? undefined : String(content.callId);
	return { type: event.eventType, at: generated > 0 ? generated : arrivedAt, callId, content, raw: event };
}

/** The event as an output shows it: type, ISO time and content. */
export function eventItem({ type, at, content }: AgentEvent): IDataObject {
	return { ...content, type, at: new Date(at).toISOString(), ...('type' in content ? { lineType: content.type } : {}) };
}
