import type { IDataObject } from 'n8n-workflow';
import type { Part } from '../../common/action/action';
import { VendorError } from '../../common/vendor/errors';

export const LARGEST_PAGE = 100;
export const LAST_PAGE = 100;

/** How far the reading of a list has come. */
export interface Place {
	page: number;
	count: number;
}

function tooMany(): VendorError {
	const message = `Alibaba Cloud returns at most ${LARGEST_PAGE * LAST_PAGE} entries of a list. Narrow the search, or set 'Limit' to at most ${LARGEST_PAGE * LAST_PAGE}`;
	return new VendorError({ failure: 'refused', code: 'TOO_MANY_ENTRIES', message });
}

/** How many entries to read; all of them is Infinity. */
export function mostOf({ returnAll, limit }: { returnAll?: unknown; limit?: unknown }): number {
	return returnAll === true ? Infinity : Number(limit);
}

interface Page {
	rows: IDataObject[];
	/** Whether this is everything, although the page is full. */
	isWhole?: boolean;
}

/** Reads one page of a list, and says where the next one begins. The last page is the first that is not full. */
export async function readRows(ask: (page: number, size: number) => Promise<Page>, most: number, from: Place = { page: 1, count: 0 }): Promise<Part<Place, IDataObject>> {
	const size = Math.min(LARGEST_PAGE, most);
	const { rows, isWhole } = await ask(from.page, size);
	const results = rows.slice(0, most - from.count);
	const count = from.count + results.length;
	const isEnd = isWhole === true || rows.length < size || count >= most;
	if (!isEnd && from.page === LAST_PAGE) throw tooMany();
	return { results, next: isEnd ? undefined : { page: from.page + 1, count } };
}
