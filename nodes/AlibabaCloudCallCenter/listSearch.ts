import { NodeApiError, type IDataObject, type ILoadOptionsFunctions, type INodeListSearchItems, type INodeListSearchResult } from 'n8n-workflow';
import { VendorError } from '../common/errors';
import { itemFailure, nodeError } from '../common/failedItem';
import { rowsOf } from './response';
import { connectCcc, type CccRequest } from './transport';

const PAGE_SIZE = 100;

interface ListRequest {
	request: CccRequest;
	/** What the list shows for a row; undefined leaves the row out. */
	item(row: IDataObject): INodeListSearchItems | undefined;
}

function matches(filter: string | undefined): (item: INodeListSearchItems) => boolean {
	const wanted = filter?.trim().toLowerCase() ?? '';
	return ({ name, value }) => `${name} ${String(value)}`.toLowerCase().includes(wanted);
}

/** One page; the end is a short page, since some lists give a total only with their first page. */
async function page(context: ILoadOptionsFunctions, { request, item }: ListRequest, filter?: string, token?: string): Promise<INodeListSearchResult> {
	const send = await connectCcc(context);
	const number = Math.max(1, Number(token ?? 1));
	const { data } = await send({ ...request, PageNumber: number, PageSize: PAGE_SIZE });
	const rows = rowsOf(data);
	const results = rows.flatMap((row) => item(row) ?? []).filter(matches(filter));
	return { results, ...(rows.length >= PAGE_SIZE ? { paginationToken: String(number + 1) } : {}) };
}

type Listed = INodeListSearchResult | VendorError;

async function tried(context: ILoadOptionsFunctions, list: ListRequest, filter?: string, token?: string): Promise<Listed> {
	try {
		return await page(context, list, filter, token);
	} catch (error) {
		if (error instanceof VendorError) return error;
		throw new NodeApiError(context.getNode(), { message: 'The list could not be loaded' });
	}
}

function shown(context: ILoadOptionsFunctions, listed: Listed): INodeListSearchResult {
	if (listed instanceof VendorError) throw nodeError(context.getNode(), itemFailure(listed, 'read', 0), []);
	return listed;
}

function instanceOf(context: ILoadOptionsFunctions): string | undefined {
	const value = context.getCurrentNodeParameter('instanceId', { extractValue: true });
	return typeof value === 'string' && value !== '' ? value : undefined;
}

function named(name: unknown, id: unknown): INodeListSearchItems | undefined {
	if (typeof id !== 'string' || id === '') return undefined;
	return { name: typeof name === 'string' && name !== '' && name !== id ? `${name} (${id})` : id, value: id };
}

function placed({ number, city, province, usage }: IDataObject): INodeListSearchItems | undefined {
	// A number that can only be called can't be the one that calls.
	if (usage === 'Inbound') return undefined;
	return named([province, city].filter(Boolean).join(' '), number);
}

async function searchInstances(this: ILoadOptionsFunctions, filter?: string, token?: string): Promise<INodeListSearchResult> {
	const request = { Action: 'ListInstances' };
	return shown(this, await tried(this, { request, item: ({ id, name }) => named(name, id) }, filter, token));
}

/** The instance's numbers; an access key that may not list those gets the numbers it may call out with itself. */
async function searchBrokers(this: ILoadOptionsFunctions, filter?: string, token?: string): Promise<INodeListSearchResult> {
	const list = (Action: string): ListRequest => ({ request: { Action, InstanceId: instanceOf(this) }, item: placed });
	const ofInstance = await tried(this, list('ListPhoneNumbers'), filter, token);
	if (!(ofInstance instanceof VendorError) || ofInstance.failure !== 'refused') return shown(this, ofInstance);
	const ofUser = await tried(this, list('ListOutboundNumbersOfUser'), filter, token);
	return shown(this, ofUser instanceof VendorError ? ofInstance : ofUser);
}

async function searchContactFlows(this: ILoadOptionsFunctions, filter?: string, token?: string): Promise<INodeListSearchResult> {
	const request = { Action: 'ListContactFlows', InstanceId: instanceOf(this) };
	return shown(this, await tried(this, { request, item: ({ contactFlowId, name }) => named(name, contactFlowId) }, filter, token));
}

export const listSearch = { searchBrokers, searchContactFlows, searchInstances };
