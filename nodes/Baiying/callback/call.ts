import { callResultOf } from './callResult';
import { objectOf, objectsIn, type Json, type JsonObject } from './json';
import { hungUpBy, outcomeOf, speakerName, transferStatusName } from './names';
import { taskResults } from './results';
import { amount, chinaTime, firstText, flag, text } from './values';

/**
 * One call, from the callback's inner `data`. The older platform calls it `sceneInstance` and wraps the log (`phoneLog.phoneLogs`);
 * the open platform calls it `callInstance` and does not.
 */
export function callInstance(data: JsonObject): JsonObject {
	return objectOf(data.sceneInstance ?? data.callInstance);
}

function transcript(data: JsonObject): JsonObject[] {
	const wrapped = objectsIn(objectOf(data.phoneLog).phoneLogs);
	const logs = wrapped.length > 0 ? wrapped : objectsIn(data.phoneLogs);
	return logs.map((line) => ({
		speaker: speakerName(text(line.speaker)),
		text: text(line.content) ?? '',
		startMs: amount(line.startTime),
		endMs: amount(line.endTime),
	}));
}

function properties(call: JsonObject): Json {
	const given = call.properties ?? call.propertiesMap;
	return given === null || given === undefined || given === '' ? {} : given;
}

/** The URL of the recording of both sides, under any of its spellings. */
export function recordingUrl(data: JsonObject): string | null {
	const [call, log] = [callInstance(data), objectOf(data.phoneLog)];
	return firstText([call.luyinOssUrl, call.luyunOssUrl, log.luyinOssUrl, log.luyunOssUrl]);
}

const ENDED = 2;

/** A callback always reports a call that has ended, but a call record may be read earlier. */
function resultOf(call: JsonObject, finishStatus: number | null): JsonObject {
	const status = amount(call.callInstanceStatus ?? call.status);
	return status === null || status === ENDED ? { ...callResultOf(finishStatus) } : { callResult: null, tryAgain: null };
}

/** The fields of a completed call. A field that the callback lacks is null. */
export function completedCall(data: JsonObject): JsonObject {
	const call = callInstance(data);
	const finishStatus = amount(call.finishStatus);
	return {
		companyId: text(call.companyId),
		jobId: text(call.callJobId),
		jobName: text(call.jobName),
		callId: firstText([call.callInstanceId, call.inboundInstanceId]),
		customer: {
			id: text(call.customerId),
			name: text(call.customerName),
			phone: text(call.customerTelephone),
		},
		...resultOf(call, finishStatus),
		outcome: outcomeOf(finishStatus),
		finishStatus,
		durationSeconds: amount(call.duration),
		rounds: amount(call.chatRound),
		startedAt: chinaTime(call.startTime),
		endedAt: chinaTime(call.endTime),
		hungUpBy: hungUpBy(amount(call.hangUp)),
		recordingUrl: recordingUrl(data),
		customerRecordingUrl: text(call.userLuyinOssUrl),
		...taskResults(data.taskResult),
		transcript: transcript(data),
		properties: properties(call),
		jobFinished: flag(data.jobFinished),
	};
}

/** A completed call from a customer, with the number called and the transfer to a person. */
export function completedInboundCall(data: JsonObject): JsonObject {
	const call = callInstance(data);
	return {
		...completedCall(data),
		calleeNumber: text(call.calleePhone),
		transfer: {
			status: transferStatusName(amount(call.transferStatus)),
			info: call.transferInfo ?? null,
		},
	};
}
