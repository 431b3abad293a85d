import { isObject, objectsIn, type Json, type JsonObject } from './json';
import { INTENTION_GRADES } from './names';
import { firstText, flag, text } from './values';

/** What the robot concluded: `taskResult` of a callback, each entry a name and a value. */

const INTENTION = '客户意向等级';
const LABELS = '客户标签';

export interface Intention extends JsonObject {
	/** A to F, or S. */
	grade: string | null;
	/** Baiying's wording, such as `C级(很少)`, or the bare letter. */
	value: string | null;
	/** The CRM's wording, such as `C级(明确拒绝)`. */
	label: string | null;
	reason: string | null;
}

export interface TaskResults {
	intention: Intention;
	labels: string[];
	/** Name to value, without the labels. */
	results: Record<string, string | null>;
}

/** A letter that stands alone or in front of Baiying's wording, such as `C级(很少)`. */
const GRADE = new RegExp(`^\\s*([${INTENTION_GRADES.join('')}])(?![A-Za-z])`, 'i');

function gradeOf(...wordings: Array<Json | undefined>): string | null {
	for (const wording of wordings) {
		const letter = GRADE.exec(text(wording) ?? '')?.[1];
		if (letter !== undefined) return letter.toUpperCase();
	}
	return null;
}

/** A grade set by hand replaces the robot's. */
function currentValue(entry: JsonObject): string | null {
	const byHand = flag(entry.artificialChanged) ? text(entry.artificialResultValue) : null;
	return byHand ?? text(entry.resultValue);
}

function intentionOf(entry: JsonObject): Intention {
	const value = currentValue(entry);
	const changedByHand = value !== text(entry.resultValue);
	const grade = changedByHand
		? gradeOf(value)
		: gradeOf(entry.resultValueAlias, value, entry.resultValueNew);
	const label = text(entry.resultValueNew);
	return {
		grade,
		value,
		label: changedByHand && gradeOf(label) !== grade ? null : label,
		reason: text(entry.resultDesc),
	};
}

const LABEL_SEPARATOR = /[,，、;；|]/;

function labelOf(label: Json): string | null {
	if (!isObject(label)) return text(label);
	return firstText([label.labelName, label.name, label.label, label.value, label.key]);
}

/** The labels of one entry: a list, or one string with separators in it. */
function labelsIn({ resultLabels }: JsonObject): Array<string | null> {
	if (Array.isArray(resultLabels)) return resultLabels.map(labelOf);
	return (text(resultLabels) ?? '').split(LABEL_SEPARATOR).map((label) => text(label.trim()));
}

/** Each label once; any entry may carry some. */
function labelsOf(entries: JsonObject[]): string[] {
	return [...new Set(entries.flatMap(labelsIn).filter((label) => label !== null))];
}

function valuesOf(entries: JsonObject[]): Record<string, string | null> {
	const named = entries.filter((entry) => ![null, LABELS, '__proto__'].includes(text(entry.resultName)));
	return Object.fromEntries(named.map((entry) => [text(entry.resultName), currentValue(entry)]));
}

export function taskResults(taskResult: Json | undefined): TaskResults {
	const entries = objectsIn(taskResult);
	return {
		intention: intentionOf(entries.find((entry) => entry.resultName === INTENTION) ?? {}),
		labels: labelsOf(entries),
		results: valuesOf(entries),
	};
}
