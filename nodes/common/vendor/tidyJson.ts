import { quoteLongIntegers } from './json';

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

const NOWHERE: ReadonlySet<string> = new Set();

/**
 * Parses the text that a vendor sent. It skips a byte order mark, keeps all digits of 64-bit ids (as strings), parses JSON inside the
 * strings of the named fields, and drops `__proto__` keys.
 *
 * @param inStrings fields in which the vendor sends JSON as a string
 * @throws SyntaxError when the text is not JSON or is nested deeper than 100 levels
 */
export function readJson(text: string, inStrings = NOWHERE): Json {
	const bare = text.replace(/^\uFEFF/, '').trim();
	return tidy(JSON.parse(quoteLongIntegers(bare)) as Json, inStrings);
}

/** The same as {@link readJson} for JSON that is already parsed. */
export function tidy(value: Json, inStrings = NOWHERE, depth = 0): Json {
	if (depth > MAX_DEPTH) throw new SyntaxError('The JSON is nested too deeply');
	if (Array.isArray(value)) return value.map((entry) => tidy(entry, inStrings, depth + 1));
	// JSON.parse reads 1e999 as Infinity, which JSON cannot express.
	if (typeof value === 'number' && !Number.isFinite(value)) return null;
	if (!isObject(value)) return value;
	const tidied: JsonObject = {};
	for (const key of Object.keys(value)) {
		if (key !== '__proto__') tidied[key] = tidy(inStrings.has(key) ? jsonIn(value[key] ?? null) : (value[key] ?? null), inStrings, depth + 1);
	}
	return tidied;
}

function jsonIn(value: Json): Json {
	if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
	try {
		return JSON.parse(quoteLongIntegers(value)) as Json;
	} catch {
		return value;
	}
}
