import type { IDataObject } from 'n8n-workflow';
import { isObject } from './answer';

/** What an answer is about. Most pages call it `returnObject`, some `data`; a list may stand beside them. */
export function contentOf(answer: IDataObject): IDataObject {
	if (isObject(answer.returnObject)) return answer.returnObject;
	return isObject(answer.data) ? answer.data : answer;
}

function listIn(value: unknown): IDataObject[] | undefined {
	if (Array.isArray(value)) return value.filter(isObject);
	if (!isObject(value)) return undefined;
	const lists = Object.values(value).filter(Array.isArray);
	return lists.length === 1 ? listIn(lists[0]) : undefined;
}

/** The rows of a list. The pages print the answers of few lists, so the list is found wherever it stands. */
export function rowsOf(answer: IDataObject): IDataObject[] {
	return listIn(answer.returnObject) ?? listIn(answer.data) ?? listIn(answer) ?? [];
}

const TOTALS = ['totalCount', 'totalSize', 'total', 'count'];

/** How many rows there are on all pages, if the answer says so. */
export function totalOf(answer: IDataObject): number | undefined {
	const said = [contentOf(answer), answer].flatMap((place) => TOTALS.map((name) => place[name]));
	const total = said.find((value) => (typeof value === 'number' || typeof value === 'string') && /^\d+$/.test(String(value)));
	return total === undefined ? undefined : Number(total);
}

/** A text or a number as text. */
export function textOf(value: unknown): string | undefined {
	return (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined;
}

/** Without the values that are missing. */
export function withoutEmpty(row: object): IDataObject {
	return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined && value !== null && value !== '')) as IDataObject;
}
