import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Action } from './action';
import type { Field, Mapping, Search } from './fields';

/** Sends one request that only reads, at the pace of the node, and again if no answer came. */
export type Read = <T>(send: () => Promise<T>) => Promise<T>;

/** The vendor's own list of numbers that must not be called. */
export interface DoNotCallList {
	/** Tells the lists apart, such as by the instance that the values name. */
	keyOf(values: IDataObject): string;
	/** All numbers of the list. Throws a VendorError if they can't all be read, or an InputError that says what to change in the node. */
	numbers(values: IDataObject, read: Read): Promise<string[]>;
}

/** What a node needs for one run: the connection to its vendor, and how to close it. */
export interface Connection<Client> {
	client: Client;
	/** How many items may run in parallel. */
	concurrency: number;
	/** 0 for no limit. */
	requestsPerSecond: number;
	/** Left out if the vendor has none. */
	doNotCallList?: DoNotCallList;
	/** Called once when all items are done or the node has given up. Returns what the user should know about the connection. */
	close?(): Promise<string | undefined>;
}

/** Actions on the same kind of thing, which reach the vendor in the same way. */
export interface Resource<Client = unknown> {
	name: string;
	value: string;
	/** The operation that a new node starts with. */
	defaultOperation: string;
	actions: Array<Action<Client>>;
	/** Reads the options and prepares the connection to the vendor; throws an InputError that names the option. */
	connect(context: IExecuteFunctions): Promise<Connection<Client>>;
}

function fieldsOf(resources: Resource[]): Array<Field<unknown>> {
	const actions = resources.flatMap((resource) => resource.actions);
	return actions.flatMap((action) => [...Object.values(action.fields), ...Object.values(action.additionalFields)]);
}

/** What all fields show for what is chosen elsewhere in the node, in the form that n8n expects. */
export function resourceMappingOf(resources: Resource[]): Record<string, Mapping['load']> {
	return Object.fromEntries(fieldsOf(resources).flatMap(({ mapping }) => (mapping ? [[mapping.name, mapping.load]] : [])));
}

/** The searchable lists of some fields, in the form that n8n expects. */
export function listSearchOfFields(fields: Array<Field<unknown>>): Record<string, Search['load']> {
	return Object.fromEntries(fields.flatMap(({ search }) => (search ? [[search.name, search.load]] : [])));
}

/** The searchable lists of all fields. */
export function listSearchOf(resources: Resource[]): Record<string, Search['load']> {
	return listSearchOfFields(fieldsOf(resources));
}
