import { NodeApiError, type IDataObject, type ILoadOptionsFunctions, type INodeListSearchItems, type INodeListSearchResult } from 'n8n-workflow';
import type { Search } from '../../common/action/fields';
import { itemFailure, nodeError } from '../../common/run/failedItem';
import { VendorError } from '../../common/vendor/errors';
import { findInList, type ListRequest } from './listPages';

type Listed = INodeListSearchResult | VendorError;

async function tried(context: ILoadOptionsFunctions, list: ListRequest, filter?: string, token?: string): Promise<Listed> {
	try {
		return await findInList(context, list, filter, token);
	} catch (error) {
		if (error instanceof VendorError) return error;
		throw new NodeApiError(context.getNode(), { message: 'The list could not be loaded' });
	}
}

function shown(context: ILoadOptionsFunctions, listed: Listed): INodeListSearchResult {
	if (listed instanceof VendorError) throw nodeError(context.getNode(), itemFailure(listed, 'read', 0), []);
	return listed;
}

/** The value of another field of the node, such as the instance that the list belongs to. */
function parameter(context: ILoadOptionsFunctions, name: string): string | undefined {
	const value = context.getCurrentNodeParameter(name, { extractValue: true });
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A row as the editor lists it: "name (ID)", or the ID alone. */
export function named(name: unknown, id: unknown): INodeListSearchItems | undefined {
	if (typeof id !== 'string' || id === '') return undefined;
	return { name: typeof name === 'string' && name !== '' && name !== id ? `${name} (${id})` : id, value: id };
}

interface ListLook {
	/** Of n8n's method, such as `searchSkillGroups`. */
	name: string;
	/** The vendor's action, such as `ListSkillGroups`. */
	action: string;
	/** What the list shows for a row; undefined leaves the row out. */
	item(row: IDataObject): INodeListSearchItems | undefined;
	/** Parameters besides the instance. */
	values?: IDataObject;
	/** Other fields of the node whose values narrow the list. */
	narrowedBy?: string[];
	/** Asked if the access key may not use the first. */
	otherwise?: string;
}

/** A searchable list of what exists in the account, or in the instance that the node names. */
export function listOf({ name, action, item, values = {}, narrowedBy = [], otherwise }: ListLook): Search {
	return {
		name,
		async load(filter, token) {
			const chosen = ['instanceId', ...narrowedBy].map((field) => [field, parameter(this, field)] as const);
			const given = { ...values, ...Object.fromEntries(chosen) };
			const listed = await tried(this, { action, values: given, item }, filter, token);
			const isRefused = listed instanceof VendorError && listed.failure === 'refused';
			if (!isRefused || otherwise === undefined) return shown(this, listed);
			const other = await tried(this, { action: otherwise, values: given, item }, filter, token);
			return shown(this, other instanceof VendorError ? listed : other);
		},
	};
}
