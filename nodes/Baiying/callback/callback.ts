import { deliveryIdOf } from '../../common/trigger/deliveryId';
import { callInstance, completedCall, completedInboundCall } from './call';
import { jobStatus } from './job';
import { isObject, objectOf, objectsIn, type Json, type JsonObject } from './json';
import { taskResults } from './results';
import { firstText } from './values';

/** Fields that differ between attempts of the same delivery. */
export const PER_ATTEMPT: ReadonlySet<string> = new Set(['sign', 'dateTime']);

export const EVENTS = [
	'callCompleted',
	'inboundCallCompleted',
	'intentionChanged',
	'jobStatusChanged',
	'unknown',
] as const;

export type BaiyingEvent = (typeof EVENTS)[number];

/** One callback from either platform of Baiying. */
export interface Callback {
	event: BaiyingEvent;
	/** See {@link deliveryIdOf}. */
	deliveryId: string;
	/** The whole body, with JSON in strings parsed. */
	payload: JsonObject;
	/** The inner `data`: the call, the job, the changed result. */
	data: JsonObject;
}

function isCall(data: JsonObject): boolean {
	return Object.keys(callInstance(data)).length > 0;
}

/** Baiying uses one type for a call record and for a grade changed by hand; the content tells them apart. */
function eventOf(type: string, data: JsonObject): BaiyingEvent {
	if (type === 'CALL_INSTANCE_RESULT') {
		if (isCall(data)) return 'callCompleted';
		return objectsIn(data.taskResult).length > 0 ? 'intentionChanged' : 'unknown';
	}
	if (type === 'INBOUND_CALL_INSTANCE_RESULT') return isCall(data) ? 'inboundCallCompleted' : 'unknown';
	if (type === 'JOB_INFO_RESULT') return Object.keys(data).length > 0 ? 'jobStatusChanged' : 'unknown';
	return 'unknown';
}

/** The object that names the type: `data` of the envelope, or the body itself where there is no envelope. */
function typedPart(body: JsonObject): { type: string; part: JsonObject } | undefined {
	for (const part of [objectOf(body.data), body]) {
		const type = [part.dataType, part.callbackType].find((value) => typeof value === 'string' && value !== '');
		if (typeof type === 'string') return { type, part };
	}
	return undefined;
}

/** Undefined when the body is not a callback: it is not an object, or has neither `dataType` nor `callbackType`. */
export function parseCallback(body: Json): Callback | undefined {
	if (!isObject(body)) return undefined;
	const typed = typedPart(body);
	if (!typed) return undefined;
	const data = objectOf(typed.part.data);
	return {
		event: eventOf(typed.type, data),
		deliveryId: deliveryIdOf(typed.part, PER_ATTEMPT),
		payload: body,
		data,
	};
}

function changedIntention(data: JsonObject): JsonObject {
	const entries = objectsIn(data.taskResult);
	return {
		companyId: firstText(entries.map((entry) => entry.companyId)),
		jobId: firstText(entries.map((entry) => entry.callJobId)),
		callId: firstText(entries.map((entry) => entry.sceneInstanceId ?? entry.callInstanceId)),
		...taskResults(data.taskResult),
	};
}

/** The fields that matter, the same for both platforms. An undocumented event keeps its whole body. */
export function simplified({ event, data, payload }: Callback): JsonObject {
	switch (event) {
		case 'callCompleted':
			return completedCall(data);
		case 'inboundCallCompleted':
			return completedInboundCall(data);
		case 'intentionChanged':
			return changedIntention(data);
		case 'jobStatusChanged':
			return jobStatus(data);
		case 'unknown':
			return { payload };
	}
}
