import { createHash } from 'node:crypto';
import { isObject, type Json, type JsonObject } from '../vendor/tidyJson';

/** The same content with the keys of its objects in one order. */
function canonical(value: Json | undefined, perAttempt: ReadonlySet<string>): Json {
	if (Array.isArray(value)) return value.map((entry) => canonical(entry, perAttempt));
	if (!isObject(value)) return value ?? null;
	const sorted: JsonObject = {};
	for (const key of Object.keys(value).sort()) {
		if (!perAttempt.has(key)) sorted[key] = canonical(value[key], perAttempt);
	}
	return sorted;
}

/**
 * 32 hex digits that depend on the content only, not on how it is written (order of keys, white space, JSON in strings). A resent
 * delivery keeps its id; a later change of the same call gets another.
 *
 * @param perAttempt fields that differ between attempts of the same delivery
 */
export function deliveryIdOf(data: Json, perAttempt: ReadonlySet<string>): string {
	return createHash('sha256').update(JSON.stringify(canonical(data, perAttempt))).digest('hex').slice(0, 32);
}
