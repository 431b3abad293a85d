import { createHash } from 'node:crypto';
import { isObject, type Json, type JsonObject } from './json';

/** Fields that differ between attempts of the same delivery. */
const PER_ATTEMPT = new Set(['sign', 'dateTime']);

/** The same content with the keys of its objects in one order. */
function canonical(value: Json | undefined): Json {
	if (Array.isArray(value)) return value.map(canonical);
	if (!isObject(value)) return value ?? null;
	const sorted: JsonObject = {};
	for (const key of Object.keys(value).sort()) {
		if (!PER_ATTEMPT.has(key)) sorted[key] = canonical(value[key]);
	}
	return sorted;
}

/**
 * 32 hex digits that depend on the content only, not on how it is written (order of keys, white space, JSON in strings). A resent
 * delivery keeps its id; a later change of the same call gets another.
 */
export function deliveryIdOf(data: Json): string {
	return createHash('sha256').update(JSON.stringify(canonical(data))).digest('hex').slice(0, 32);
}
