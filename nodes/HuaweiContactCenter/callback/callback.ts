import { deliveryIdOf } from '../../common/trigger/deliveryId';
import { isObject, objectOf, type Json, type JsonObject } from '../../common/vendor/tidyJson';
import { text } from '../../common/vendor/values';
import { callEnded } from './callEnded';
import { campaignResult } from './campaignResult';
import type { CallbackEvent } from './events';

/** One thing that a callback reports. */
export interface Report {
	event: CallbackEvent;
	/** See {@link deliveryIdOf}. */
	deliveryId: string;
	/** As Huawei sent it. */
	payload: Json;
}

/** Fields that differ between attempts of the same delivery: the signature's, and the signed address of a recording. */
const PER_ATTEMPT: ReadonlySet<string> = new Set(['timestamp', 'nonce', 'signature', 'recordPath']);

/** Fields of a hang-up callback that the callback about the answered call lacks. */
const AT_THE_END = ['releaseReason', 'releaseTime', 'talkDuration', 'talkingTime'];

/** Huawei's callbacks name no type; their fields tell them apart. */
function eventOf(payload: Json): CallbackEvent {
	if (!isObject(payload)) return 'unknown';
	if (text(payload.campaignId) !== null && text(payload.callStatus) !== null) return 'campaignResult';
	if (text(payload.callSerialNo) === null) return 'unknown';
	return AT_THE_END.some((name) => name in payload) ? 'callEnded' : 'callStatus';
}

function reportOf(payload: Json): Report {
	return { event: eventOf(payload), deliveryId: deliveryIdOf(payload, PER_ATTEMPT), payload };
}

/**
 * What the body of a callback reports: the entries of a list (campaigns), or the body itself (calls). Undefined when the body is neither
 * a list nor an object.
 */
export function reportsOf(body: Json): Report[] | undefined {
	if (Array.isArray(body)) return body.map(reportOf);
	return isObject(body) ? [reportOf(body)] : undefined;
}

/** "Call status notification" of two-party calls: the call was answered. */
function callStatus({ callSerialNo, serviceNo, called, callData }: JsonObject): JsonObject {
	return { callSerialNo: text(callSerialNo), serviceNo: text(serviceNo), called: text(called), callData: text(callData) };
}

/** The fields that matter; a field that the callback lacks is null. What is unknown keeps its whole content. */
export function simplified({ event, payload }: Report): JsonObject {
	switch (event) {
		case 'callStatus':
			return callStatus(objectOf(payload));
		case 'callEnded':
			return callEnded(objectOf(payload));
		case 'campaignResult':
			return campaignResult(objectOf(payload));
		case 'unknown':
			return { payload };
	}
}
