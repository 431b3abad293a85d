import { NodeApiError, type IDataObject, type ILoadOptionsFunctions, type INodeListSearchItems, type INodePropertyOptions } from 'n8n-workflow';
import type { Search } from '../../common/action/fields';
import { itemFailure, nodeError } from '../../common/run/failedItem';
import { VendorError } from '../../common/vendor/errors';
import { aiccClient, type AiccClient } from './client';
import type { Page, Place } from './pages';
import { PAGE_SIZE } from './pages';
import { objectOf, textOf } from './values';

const TIMEOUT_MS = 30_000;
/** So that a search that finds nothing ends. */
const MOST_PAGES = 5;

interface Look {
	read(client: AiccClient, place: Place): Promise<Page>;
	/** What the field holds. */
	value(row: IDataObject): unknown;
	/** What the list shows beside the value. */
	label(row: IDataObject): unknown;
}

async function connect(context: ILoadOptionsFunctions): Promise<AiccClient> {
	const { bodyEdition } = objectOf(context.getCurrentNodeParameter('options'));
	return await aiccClient(context, { timeoutMs: TIMEOUT_MS, bodyEdition: bodyEdition === 'wrapped' ? 'wrapped' : 'flat' });
}

async function readPage(context: ILoadOptionsFunctions, { read }: Look, offset: number): Promise<Page> {
	try {
		return await read(await connect(context), { offset, size: PAGE_SIZE });
	} catch (error) {
		if (error instanceof VendorError) throw nodeError(context.getNode(), itemFailure(error, 'read', 0), []);
		throw new NodeApiError(context.getNode(), { message: 'The list could not be loaded' });
	}
}

/** A row as the editor lists it: "name (ID)", or the ID alone. */
function itemOf({ value, label }: Look, row: IDataObject): INodeListSearchItems | undefined {
	const [id, name] = [textOf(value(row)), textOf(label(row))];
	return id === undefined ? undefined : { name: name === undefined || name === id ? id : `${name} (${id})`, value: id };
}

function isLast({ rows, total }: Page, offset: number): boolean {
	return total === undefined ? rows.length < PAGE_SIZE : rows.length === 0 || offset + rows.length >= total;
}

/** A searchable list of what exists in the account. */
export function listOf(name: string, look: Look): Search {
	return {
		name,
		async load(filter = '', token) {
			const wanted = filter.trim().toLowerCase();
			let offset = Number(token ?? 0);
			for (let pages = 1; ; pages++) {
				const page = await readPage(this, look, offset);
				const found = page.rows.flatMap((row) => itemOf(look, row) ?? []).filter((item) => item.name.toLowerCase().includes(wanted));
				if (isLast(page, offset)) return { results: found };
				offset += page.rows.length;
				if (found.length > 0 || pages === MOST_PAGES) return { results: found, paginationToken: String(offset) };
			}
		},
	};
}

/** The choices of a field that takes several. */
export function choicesOf(look: Look) {
	return async function load(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		const { rows } = await readPage(this, look, 0);
		return rows.flatMap((row) => itemOf(look, row) ?? []);
	};
}
