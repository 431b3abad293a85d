import { quoteLongIntegers } from '../../common/json';

/** What JSON can hold. */
export type Json = null | boolean | number | string | Json[] | JsonObject;

export interface JsonObject {
	[key: string]: Json | undefined;
}

export function isObject(value: Json | undefined): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value if it is an object, else an empty one. */
export function objectOf(value: Json | undefined): JsonObject {
	return isObject(value) ? value : {};
}

/** The objects in the value, if it is a list. */
export function objectsIn(value: Json | undefined): JsonObject[] {
	return Array.isArray(value) ? value.filter(isObject) : [];
}

const MAX_DEPTH = 100;

/** Fields in which Baiying sends JSON as a string (depending on platform and year). */
const JSON_IN_STRING = new Set([
	'collectProperties',
	'corpName',
	'data',
	'extra',
	'properties',
	'propertiesMap',
	'smsCondition',
	'transferInfo',
	'userMeanDetail',
	'userProperties',
]);

/**
 * Reads the text of a callback: a byte order mark is skipped, 64-bit ids keep all their digits (as strings), JSON inside strings is
 * read where Baiying sends it, and `__proto__` keys are dropped.
 *
 * @throws SyntaxError when the text is not JSON or is nested deeper than 100 levels
 */
export function readJson(text: string): Json {
	const bare = text.replace(/^\uFEFF/, '').trim();
	return tidy(JSON.parse(quoteLongIntegers(bare)) as Json, 0);
}

/** Does the same as {@link readJson} with JSON that somebody else has already parsed. */
export function tidy(value: Json, depth = 0): Json {
	if (depth > MAX_DEPTH) throw new SyntaxError('The JSON is nested too deeply');
	if (Array.isArray(value)) return value.map((entry) => tidy(entry, depth + 1));
	// 1e999 is a number in JSON, but none that could be written down again.
	if (typeof value === 'number' && !Number.isFinite(value)) return null;
	if (!isObject(value)) return value;
	const tidied: JsonObject = {};
	for (const key of Object.keys(value)) {
		if (key !== '__proto__') tidied[key] = tidy(jsonInString(key, value[key] ?? null), depth + 1);
	}
	return tidied;
}

function jsonInString(key: string, value: Json): Json {
	if (typeof value !== 'string' || !JSON_IN_STRING.has(key) || !/^\s*[[{]/.test(value)) return value;
	try {
		return JSON.parse(quoteLongIntegers(value)) as Json;
	} catch {
		return value;
	}
}
