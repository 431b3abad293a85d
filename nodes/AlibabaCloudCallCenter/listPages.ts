import type { IDataObject, ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';
import { rowsOf } from './response';
import { connectCcc, type CccClient, type CccRequest } from './transport';

const PAGE_SIZE = 100;
/** How many pages to read for one request of the editor until something is found. */
const MOST_PAGES = 20;

export interface ListRequest {
	request: CccRequest;
	/** Whether the vendor can search this list itself. */
	hasSearch: boolean;
	/** What the list shows for a row; undefined leaves the row out. */
	item(row: IDataObject): INodeListSearchItems | undefined;
}

/** Where to read next: a page of the list, or of what the vendor's own search finds. */
interface Place {
	page: number;
	inSearch: boolean;
}

const SEARCH_TOKEN = 's';

function tokenOf({ page, inSearch }: Place): string {
	return `${inSearch ? SEARCH_TOKEN : ''}${page}`;
}

function placeOf(token: string): Place {
	const inSearch = token.startsWith(SEARCH_TOKEN);
	return { page: Math.max(1, Number(token.slice(inSearch ? 1 : 0)) || 1), inSearch };
}

function matches(wanted: string): (item: INodeListSearchItems) => boolean {
	return ({ name, value }) => `${name} ${String(value)}`.toLowerCase().includes(wanted.toLowerCase());
}

interface Page {
	results: INodeListSearchItems[];
	isLast: boolean;
}

/** The last page is a short one, since some lists give a total only with their first page. */
async function readPage(send: CccClient, { request, item }: ListRequest, { page, inSearch }: Place, wanted: string): Promise<Page> {
	const SearchPattern = inSearch ? wanted : undefined;
	const { data } = await send({ ...request, SearchPattern, PageNumber: page, PageSize: PAGE_SIZE });
	const rows = rowsOf(data);
	return { results: rows.flatMap((row) => item(row) ?? []).filter(matches(wanted)), isLast: rows.length < PAGE_SIZE };
}

/**
 * Reads from where the editor has come to until something matches. The vendor's search comes first. When it finds nothing at all, the
 * whole list is read: the vendor does not search everything that the list shows, such as IDs and cities.
 */
export async function findInList(context: ILoadOptionsFunctions, list: ListRequest, filter = '', token?: string): Promise<INodeListSearchResult> {
	const send = await connectCcc(context);
	const wanted = filter.trim();
	let place = token === undefined ? { page: 1, inSearch: list.hasSearch && wanted !== '' } : placeOf(token);
	for (let pages = 1; ; pages++) {
		const { results, isLast } = await readPage(send, list, place, wanted);
		const foundNothing = results.length === 0 && place.inSearch && token === undefined;
		const afterLast = foundNothing ? { page: 1, inSearch: false } : undefined;
		const next = isLast ? afterLast : { ...place, page: place.page + 1 };
		if (!next) return { results };
		if (results.length > 0 || pages === MOST_PAGES) return { results, paginationToken: tokenOf(next) };
		place = next;
	}
}
