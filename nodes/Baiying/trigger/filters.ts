import type { Callback } from '../callback/callback';
import { objectOf, type Json, type JsonObject } from '../callback/json';
import { outcomeOf } from '../callback/names';
import { amount, text } from '../callback/values';
import type { Settings } from './settings';

type Filters = Pick<Settings, 'events' | 'companyIds' | 'jobIds' | 'finishStatuses' | 'intentionGrades' | 'properties'>;

const isCall = ({ event }: Callback) => event === 'callCompleted' || event === 'inboundCallCompleted';

/** An empty list lets every callback pass. A callback without the id passes any list. */
function passesId(allowed: string[], value: Json | undefined): boolean {
	const id = text(value);
	return allowed.length === 0 || id === null || allowed.includes(id);
}

function passesFinishStatus(allowed: string[], finishStatus: number | null): boolean {
	if (allowed.length === 0) return true;
	return allowed.includes(String(finishStatus)) || allowed.includes(outcomeOf(finishStatus));
}

function passesGrade(allowed: string[], grade: Json | undefined): boolean {
	return allowed.length === 0 || allowed.includes(text(grade) ?? '');
}

/** Baiying returns properties as text, whatever was imported. */
function passesProperties(wanted: Settings['properties'], properties: Json | undefined): boolean {
	const given = objectOf(properties);
	return wanted.every(({ name, value }) => Object.hasOwn(given, name) && (text(given[name]) ?? '').trim() === value);
}

/**
 * Whether a callback may start the workflow. `finishStatuses` and `properties` apply to calls only, `intentionGrades` to calls and changed grades;
 * other events pass them.
 *
 * @param fields the simplified callback
 */
export function passes(callback: Callback, fields: JsonObject, filters: Filters): boolean {
	const ids = callback.event === 'unknown' ? callback.data : { ...fields, callJobId: fields.jobId };
	return (
		filters.events.includes(callback.event) &&
		passesId(filters.companyIds, ids.companyId) &&
		passesId(filters.jobIds, ids.callJobId) &&
		(!isCall(callback) || passesFinishStatus(filters.finishStatuses, amount(fields.finishStatus))) &&
		(!isCall(callback) || passesProperties(filters.properties, fields.properties)) &&
		(!(isCall(callback) || callback.event === 'intentionChanged') ||
			passesGrade(filters.intentionGrades, objectOf(fields.intention).grade))
	);
}
