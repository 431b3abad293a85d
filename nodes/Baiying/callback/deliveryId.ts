import { createHash } from 'node:crypto';
import { isObject, type Json } from './json';

/** Sent anew with each attempt, so no part of what makes a delivery the same. */
const PER_ATTEMPT = new Set(['sign', 'dateTime']);

function canonical(value: Json | undefined): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
	if (!isObject(value)) return JSON.stringify(value ?? null);
	const keys = Object.keys(value).filter((key) => !PER_ATTEMPT.has(key));
	return `{${keys.sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

/**
 * 32 hex digits that are the same for the same content, however it was written down (order of keys, white space, JSON in strings),
 * and different for any other: a resent delivery keeps its id, a later change of the same call gets another.
 */
export function deliveryIdOf(data: Json): string {
	return createHash('sha256').update(canonical(data)).digest('hex').slice(0, 32);
}
