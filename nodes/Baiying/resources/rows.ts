import type { IDataObject } from 'n8n-workflow';
import { objectOf, objectsIn, type Json, type JsonObject } from '../callback/json';
import { amount } from '../callback/values';

/** The objects in an answer: of a page, or of a list that comes as a whole. */
export function rowsOf(data: Json): JsonObject[] {
	return objectsIn(Array.isArray(data) ? data : objectOf(data).list);
}

/** How many there are on all pages, if the answer says so. */
export function totalOf(data: Json): number | undefined {
	return amount(objectOf(data).total) ?? undefined;
}

/** The short form of a row or an object. Values that are null or an empty text are left out. */
export type ShortForm = (row: JsonObject) => JsonObject;

export function shortened(row: JsonObject, form: ShortForm | undefined, simplify: boolean): IDataObject {
	if (!form || !simplify) return row as IDataObject;
	return Object.fromEntries(Object.entries(form(row)).filter(([, value]) => value !== null && value !== undefined && value !== '')) as IDataObject;
}
