import type { IDataObject } from 'n8n-workflow';
import { isoTime, withoutEmpty } from '../../api/response';
import { callResultOf } from './callResult';

/** Several IDs or names, which the vendor separates with commas. */
function several(value: unknown): string[] | undefined {
	if (typeof value !== 'string' || value === '') return undefined;
	return value.split(',').map((entry) => entry.trim());
}

/** `AbandonedInIVR` -> `abandonedInIvr`. */
function lowerCamel(word: unknown): string | undefined {
	if (typeof word !== 'string') return undefined;
	const capitalized = word.replace(/([A-Z])([A-Z]+)(?=[A-Z][a-z]|$)/g, (_, first: string, rest: string) => first + rest.toLowerCase());
	return capitalized.charAt(0).toLowerCase() + capitalized.slice(1);
}

function satisfaction(record: IDataObject): IDataObject | undefined {
	if (record.satisfactionSurveyOffered !== true) return undefined;
	return withoutEmpty({
		channel: record.satisfactionSurveyChannel,
		// GetCallDetailRecord has another name for it.
		rate: record.satisfactionIndex ?? record.satisfaction,
		description: record.satisfactionDescription,
	});
}

/**
 * The short form of a call record: who, when, how long (seconds), how it ended. Absent fields are left out; times are ISO 8601.
 *
 * @param record a row of ListCallDetailRecordsV2, or the answer of GetCallDetailRecord, after `normalize`
 */
export function simplifiedRecord(record: IDataObject): IDataObject {
	return withoutEmpty({
		jobId: record.contactId,
		instanceId: record.instanceId,
		contactType: record.contactType,
		mediaType: record.mediaType,
		callingNumber: record.callingNumber,
		calledNumber: record.calledNumber,
		broker: record.broker,
		additionalBroker: record.additionalBroker,
		...callResultOf(record),
		disposition: lowerCamel(record.contactDisposition),
		earlyMediaState: record.earlyMediaState,
		startedAt: isoTime(record.startTime),
		establishedAt: isoTime(record.establishedTime),
		releasedAt: isoTime(record.releaseTime),
		durationSeconds: record.callDuration,
		dialingSeconds: record.dialingTime,
		ivrSeconds: record.ivrTime,
		queueSeconds: record.queueTime,
		ringSeconds: record.ringTime,
		talkSeconds: record.talkTime,
		heldSeconds: record.heldTime,
		releasedBy: record.releaseInitiator,
		releaseReason: record.releaseReason,
		agentIds: several(record.agentIds),
		agentNames: several(record.agentNames),
		skillGroupIds: several(record.skillGroupIds),
		skillGroupNames: several(record.skillGroupNames),
		transferCount: record.transferCount,
		satisfaction: satisfaction(record),
		recordingReady: record.recordingReady,
		recordingSeconds: record.recordingDuration,
	});
}

/** A call record as it came, and the result of its call. */
export function fullRecord(record: IDataObject): IDataObject {
	return { ...record, ...callResultOf(record) };
}
