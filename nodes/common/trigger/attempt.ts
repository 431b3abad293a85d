import { parsedJson } from '../vendor/json';

const MOST = 1000;

function entryIn(own: object, field: string): unknown {
	return Object.hasOwn(own, field) ? (own as Record<string, unknown>)[field] : undefined;
}

/** What a text says after the name of the field, as in "order4711 attempt2". */
function writtenIn(own: string, field: string): unknown {
	const place = own.indexOf(field);
	return place === -1 ? undefined : /^[\s:=_-]*(\d+)/.exec(own.slice(place + field.length))?.[1];
}

/**
 * Which attempt a call was, from the data of one's own that came back with it: an object, JSON text, or another text. A call that
 * doesn't say is the first. Undefined if the field holds something other than a number from 1 on, so that nobody can tell.
 */
export function attemptIn(own: unknown, field: string): number | undefined {
	const data = typeof own === 'string' ? (parsedJson(own) ?? own) : own;
	const isObject = typeof data === 'object' && data !== null;
	const said = isObject ? entryIn(data, field) : typeof own === 'string' ? writtenIn(own, field) : undefined;
	if (said === undefined || said === null || said === '') return 1;
	const attempt = typeof said === 'string' || typeof said === 'number' ? Number(said) : NaN;
	return Number.isInteger(attempt) && attempt >= 1 && attempt <= MOST ? attempt : undefined;
}
