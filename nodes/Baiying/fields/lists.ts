import { NodeApiError, type ILoadOptionsFunctions, type INodeListSearchItems, type INodeListSearchResult, type INodePropertyOptions } from 'n8n-workflow';
import type { Search } from '../../common/action/fields';
import { itemFailure, nodeError } from '../../common/run/failedItem';
import { VendorError } from '../../common/vendor/errors';
import type { Api } from '../api/catalogue';
import { connectBaiying, type BaiyingClient, type Senders } from '../api/client';
import { apiOf } from '../api/connect';
import type { JsonObject } from '../callback/json';
import { firstText, text } from '../callback/values';
import { rowsOf } from '../resources/rows';

const PAGE_SIZE = 100;
/** So that a search that finds nothing ends. */
const MOST_PAGES = 5;

interface ListLook {
	sends: Senders;
	/** The names of the fields that hold the ID and, in this order of preference, the name. */
	id: string;
	names: string[];
	values?: object;
	/** Set for a list that comes in pages and can be searched by this parameter. */
	searchedBy?: string;
}

/** The value of another field of the node, such as the company that the list belongs to. */
export function chosen(context: ILoadOptionsFunctions, name: string): string | undefined {
	const value = context.getCurrentNodeParameter(name, { extractValue: true });
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Asks Baiying on behalf of the editor. */
export async function askForEditor<T>(context: ILoadOptionsFunctions, ask: (client: BaiyingClient) => Promise<T>): Promise<T> {
	const api: Api = apiOf(context.getCurrentNodeParameter('authentication'));
	try {
		return await ask(await connectBaiying(context, api));
	} catch (error) {
		if (error instanceof VendorError) throw nodeError(context.getNode(), itemFailure(error, 'read', 0), []);
		throw new NodeApiError(context.getNode(), { message: 'The list could not be loaded' });
	}
}

async function rowsFrom(context: ILoadOptionsFunctions, { sends, values }: ListLook, place: object): Promise<JsonObject[]> {
	const asked = { companyId: chosen(context, 'companyId'), ...values, ...place };
	return await askForEditor(context, async (client) => rowsOf((await client.send(sends, asked)).data));
}

/** A row as the editor lists it: "name (ID)", or the ID alone. */
function item({ id, names }: ListLook, row: JsonObject): INodeListSearchItems | undefined {
	const value = text(row[id]);
	const name = firstText(names.map((one) => row[one]));
	return value === null ? undefined : { name: name === null ? value : `${name} (${value})`, value };
}

function matching(look: ListLook, rows: JsonObject[], filter: string): INodeListSearchItems[] {
	const wanted = filter.trim().toLowerCase();
	return rows.flatMap((row) => item(look, row) ?? []).filter(({ name }) => name.toLowerCase().includes(wanted));
}

/** A searchable list of what exists in the account or in the company that the node names. */
export function listOf(name: string, look: ListLook): Search {
	return {
		name,
		async load(filter = '', token): Promise<INodeListSearchResult> {
			if (look.searchedBy === undefined) return { results: matching(look, await rowsFrom(this, look, {}), filter) };
			for (let page = Number(token ?? 1), read = 1; ; page++, read++) {
				const search = /^\d*$/.test(filter.trim()) ? {} : { [look.searchedBy]: filter.trim() };
				const rows = await rowsFrom(this, look, { ...search, pageNum: page, pageSize: PAGE_SIZE });
				const results = matching(look, rows, filter);
				if (rows.length < PAGE_SIZE) return { results };
				if (results.length > 0 || read === MOST_PAGES) return { results, paginationToken: String(page + 1) };
			}
		},
	};
}

/** The choices of a field that takes several. */
export function choicesOf(look: ListLook) {
	return async function load(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		return matching(look, await rowsFrom(this, look, {}), '');
	};
}
