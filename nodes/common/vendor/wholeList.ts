import { VendorError } from './errors';

export interface ListPage<Row> {
	rows: Row[];
	/** How many rows there are on all pages, if the vendor says so. */
	total?: number;
}

const MOST_PAGES = 10_000;
const MOST_TRIES = 3;

function notWhole(): VendorError {
	const message = 'The vendor did not return the whole list, or the list kept changing while it was read';
	return new VendorError({ failure: 'refused', code: 'LIST_NOT_WHOLE', message });
}

/** Undefined if a row may be missing: a list that changes moves rows to pages that were read already. */
async function readThrough<Row>(pageSize: number, ask: (page: number) => Promise<ListPage<Row>>): Promise<Row[] | undefined> {
	const all: Row[] = [];
	let expected: number | undefined;
	for (let page = 1; page <= MOST_PAGES; page++) {
		const { rows, total } = await ask(page);
		all.push(...rows);
		if (page > 1 && total !== expected) return undefined;
		expected = total;
		// The vendor may put fewer rows on a page than were asked for; only its total tells whether there are more.
		const isLast = rows.length === 0 || (rows.length < pageSize && all.length >= (total ?? 0));
		const isWhole = total === undefined ? all.length > 0 : all.length === total;
		if (isLast) return isWhole ? all : undefined;
	}
	return undefined;
}

/**
 * All rows of a list, for those who must not miss one. Reads it again if it changes in the meantime. An answer without rows counts as an
 * empty list only if it says that there are none.
 *
 * @param ask reads one page; the first is 1
 * @throws VendorError LIST_NOT_WHOLE
 */
export async function readWholeList<Row>(pageSize: number, ask: (page: number) => Promise<ListPage<Row>>): Promise<Row[]> {
	for (let tries = 0; tries < MOST_TRIES; tries++) {
		const rows = await readThrough(pageSize, ask);
		if (rows) return rows;
	}
	throw notWhole();
}
