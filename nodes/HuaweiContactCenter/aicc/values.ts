import type { IDataObject } from 'n8n-workflow';

function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value if it is an object, else an empty one. */
export function objectOf(value: unknown): IDataObject {
	return isObject(value) ? value : {};
}

/** The objects in a list; a single object counts as a list of one. */
export function rowsOf(value: unknown): IDataObject[] {
	return [value].flat().filter(isObject);
}

/** Text, also from a number; undefined for an empty one. */
export function textOf(value: unknown): string | undefined {
	return (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined;
}

/** A number, also from text. */
export function numberOf(value: unknown): number | undefined {
	const text = textOf(value);
	return text !== undefined && Number.isFinite(Number(text)) ? Number(text) : undefined;
}

/** Epoch ms, as a number or as text; the vendor sends 0 for what has not happened. */
export function timeOf(value: unknown): string | undefined {
	const time = numberOf(value);
	return time !== undefined && time > 0 && time < 8.64e15 ? new Date(time).toISOString() : undefined;
}

/** Without what is not known. */
export function known(item: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined && value !== null && value !== ''));
}
