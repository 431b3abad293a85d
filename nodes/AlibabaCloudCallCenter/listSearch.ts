import { NodeApiError, type IDataObject, type ILoadOptionsFunctions, type INodeListSearchItems, type INodeListSearchResult } from 'n8n-workflow';
import { VendorError } from '../common/errors';
import { itemFailure, nodeError } from '../common/failedItem';
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
	const list: ListRequest = { request: { Action: 'ListInstances' }, hasSearch: false, item: ({ id, name }) => named(name, id) };
	return shown(this, await tried(this, list, filter, token));
}

/** The instance's numbers; an access key that may not list those gets the numbers it may call out with itself. */
async function searchBrokers(this: ILoadOptionsFunctions, filter?: string, token?: string): Promise<INodeListSearchResult> {
	const InstanceId = instanceOf(this);
	const numbers: ListRequest = { request: { Action: 'ListPhoneNumbers', InstanceId }, hasSearch: true, item: placed };
	const ofInstance = await tried(this, numbers, filter, token);
	if (!(ofInstance instanceof VendorError) || ofInstance.failure !== 'refused') return shown(this, ofInstance);
	const own: ListRequest = { request: { Action: 'ListOutboundNumbersOfUser', InstanceId }, hasSearch: false, item: placed };
	const ofUser = await tried(this, own, filter, token);
	return shown(this, ofUser instanceof VendorError ? ofInstance : ofUser);
}

async function searchContactFlows(this: ILoadOptionsFunctions, filter?: string, token?: string): Promise<INodeListSearchResult> {
	const request = { Action: 'ListContactFlows', InstanceId: instanceOf(this) };
	const list: ListRequest = { request, hasSearch: true, item: ({ contactFlowId, name }) => named(name, contactFlowId) };
	return shown(this, await tried(this, list, filter, token));
}

export const listSearch = { searchBrokers, searchContactFlows, searchInstances };
