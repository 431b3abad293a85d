import type { IDataObject } from 'n8n-workflow';
import type { Part } from '../common/action';
import { VendorError } from '../common/errors';
import { rowsOf } from './response';
import type { CccClient, CccRequest } from './transport';

const LARGEST_PAGE = 100;
const LAST_PAGE = 100;

export type SortOrder = 'ASC' | 'DESC';

/** Milliseconds since 1970; undefined where the vendor's default is meant. */
interface Span {
	start?: number;
	end?: number;
}

/** Where a reading has come to. */
export interface Place extends Span {
	page: number;
	count: number;
	/** The ids of the records that were read: a new call pushes the others down, and a span overlaps the one before. */
	seen: Set<unknown>;
}

export interface Reading {
	/** The action, the instance and the filters. */
	request: CccRequest;
	span: Span;
	order: SortOrder;
	/** At most so many records. */
	limit: number;
}

function cannotGoOn(why: string): VendorError {
	const message = `Alibaba Cloud returns at most ${LARGEST_PAGE * LAST_PAGE} call records at once, and these cannot be divided by time: ${why}. Narrow the search with more fields`;
	return new VendorError({ failure: 'refused', code: 'TOO_MANY_RECORDS', message });
}

/**
 * The span with what is left after a full one. It takes in the last millisecond once more, since that may hold more records, and
 * one beyond, since it isn't documented whether the ends belong to a span.
 */
function restOf({ start, end }: Span, order: SortOrder, last: IDataObject): Span {
	const time = last.startTime;
	if (typeof time !== 'number') throw cannotGoOn('the last one has no start time');
	const rest = order === 'DESC' ? { start, end: time + 1 } : { start: time - 1, end };
	const isSmaller = order === 'DESC' ? end === undefined || time + 1 < end : start === undefined || time - 1 > start;
	if (!isSmaller) throw cannotGoOn('too many calls started at the same moment');
	return rest;
}

function nextPlace(place: Place, order: SortOrder, last: IDataObject): Place {
	if (place.page < LAST_PAGE) return { ...place, page: place.page + 1 };
	return { ...place, ...restOf(place, order, last), page: 1 };
}

function isNew({ seen }: Place): (row: IDataObject) => boolean {
	return ({ contactId }) => {
		if (contactId === undefined) return true;
		if (seen.has(contactId)) return false;
		seen.add(contactId);
		return true;
	};
}

/**
 * One page of call records, and the place of the next. The vendor has 100 pages of 100 for one search. What lies beyond them is
 * asked for with a span of time that begins there. The last page is one that is not full: the total comes only with the first.
 *
 * Source: ListCallDetailRecordsV2, api.aliyun.com/document/CCC/2020-07-01/ListCallDetailRecordsV2.
 */
export async function readRecords(send: CccClient, { request, span, order, limit }: Reading, from?: Place): Promise<Part<Place>> {
	const place = from ?? { ...span, page: 1, count: 0, seen: new Set() };
	const size = Math.min(LARGEST_PAGE, limit);
	const { data } = await send({
		...request,
		OrderByField: 'startTime',
		SortOrder: order,
		StartTime: place.start,
		EndTime: place.end,
		PageNumber: place.page,
		PageSize: size,
	});
	const rows = rowsOf(data);
	const results = rows.filter(isNew(place)).slice(0, limit - place.count);
	const count = place.count + results.length;
	const last = rows.at(-1);
	if (!last || rows.length < size || count >= limit) return { results };
	return { results, next: nextPlace({ ...place, count }, order, last) };
}
