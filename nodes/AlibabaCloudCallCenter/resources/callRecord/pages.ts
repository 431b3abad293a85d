import type { IDataObject } from 'n8n-workflow';
import type { Part } from '../../../common/action/action';
import { VendorError } from '../../../common/vendor/errors';
import { rowsOf } from '../../api/response';
import type { CccClient } from '../../api/transport';
import { LARGEST_PAGE, LAST_PAGE } from '../paging';

export type SortOrder = 'ASC' | 'DESC';

/** Milliseconds since 1970; undefined where the vendor's default is meant. */
interface Span {
	start?: number;
	end?: number;
}

/** How far a reading has come. */
export interface Place extends Span {
	page: number;
	count: number;
	/** The IDs of the records that were read. They are needed because a new call pushes the others down, and spans overlap. */
	seen: Set<unknown>;
}

export interface Reading {
	/** The instance and the filters. */
	values: IDataObject;
	span: Span;
	order: SortOrder;
	/** The most records to return. */
	limit: number;
}

function cannotContinue(why: string): VendorError {
	const message = `Alibaba Cloud returns at most ${LARGEST_PAGE * LAST_PAGE} call records per search, and this search cannot be divided by time: ${why}. Narrow it with more filters`;
	return new VendorError({ failure: 'refused', code: 'TOO_MANY_RECORDS', message });
}

/**
 * The span of what is left after a full one. It includes the last millisecond again, since that may hold more records, and one
 * beyond, since it isn't documented whether the ends belong to a span.
 */
function restOf({ start, end }: Span, order: SortOrder, last: IDataObject): Span {
	const time = last.startTime;
	if (typeof time !== 'number') throw cannotContinue('the last one has no start time');
	const rest = order === 'DESC' ? { start, end: time + 1 } : { start: time - 1, end };
	const isSmaller = order === 'DESC' ? end === undefined || time + 1 < end : start === undefined || time - 1 > start;
	if (!isSmaller) throw cannotContinue('too many calls started at the same moment');
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
 * One page of call records, and the place of the next. The vendor returns at most 100 pages of 100 records per search. Further
 * searches, each with a span of time that begins where the one before ended, return the rest. A page that is not full is the last
 * one; the total would not tell, since only the first page has it.
 *
 * Source: ListCallDetailRecordsV2, api.aliyun.com/document/CCC/2020-07-01/ListCallDetailRecordsV2.
 */
export async function readRecords(send: CccClient, { values, span, order, limit }: Reading, from?: Place): Promise<Part<Place, IDataObject>> {
	const place = from ?? { ...span, page: 1, count: 0, seen: new Set() };
	const size = Math.min(LARGEST_PAGE, limit);
	const { data } = await send('ListCallDetailRecordsV2', {
		...values,
		orderByField: 'startTime',
		sortOrder: order,
		startTime: place.start,
		endTime: place.end,
		pageNumber: place.page,
		pageSize: size,
	});
	const rows = rowsOf(data);
	const results = rows.filter(isNew(place)).slice(0, limit - place.count);
	const count = place.count + results.length;
	const last = rows.at(-1);
	if (!last || rows.length < size || count >= limit) return { results };
	return { results, next: nextPlace({ ...place, count }, order, last) };
}
