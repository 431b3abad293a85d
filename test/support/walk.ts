import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

/** A parameter of a node, wherever it stands, with the names that lead to it, such as `additionalFields.tags`. */
export interface Parameter {
	path: string;
	property: INodeProperties;
}

export function isChoice(entry: unknown): entry is INodePropertyOptions {
	return typeof entry === 'object' && entry !== null && 'value' in entry;
}

function isGroup(entry: unknown): entry is INodePropertyCollection {
	return typeof entry === 'object' && entry !== null && 'values' in entry;
}

/** The groups of a fixed collection. */
export function groups({ type, options = [] }: INodeProperties): INodePropertyCollection[] {
	return type === 'fixedCollection' ? options.filter(isGroup) : [];
}

/** The parameters inside a collection or a fixed collection. */
export function inner(property: INodeProperties): INodeProperties[] {
	const entries = property.options ?? [];
	if (property.type === 'collection') return entries.filter((entry): entry is INodeProperties => !isChoice(entry) && !isGroup(entry));
	return groups(property).flatMap(({ values }) => values);
}

export function choices(property: INodeProperties): INodePropertyOptions[] {
	return ['options', 'multiOptions'].includes(property.type) ? (property.options ?? []).filter(isChoice) : [];
}

/** All parameters, those in collections too. */
export function walk(properties: INodeProperties[], prefix = ''): Parameter[] {
	return properties.flatMap((property) => {
		const path = `${prefix}${property.name}`;
		return [{ path, property }, ...walk(inner(property), `${path}.`)];
	});
}

/** The parameters that the editor shows for one operation. */
export function shownFor(properties: INodeProperties[], resource: string, operation: string): INodeProperties[] {
	const allows = (values: unknown, value: string) => !Array.isArray(values) || values.includes(value);
	return properties.filter(({ displayOptions }) => {
		const show = displayOptions?.show;
		return show?.operation !== undefined && allows(show.resource, resource) && allows(show.operation, operation);
	});
}

/** The operations of a node, with the resource each belongs to. */
export function operations(properties: INodeProperties[]): Array<INodePropertyOptions & { resource: string }> {
	return properties
		.filter(({ name }) => name === 'operation')
		.flatMap((property) => {
			const resources = (property.displayOptions?.show?.resource ?? []).map(String);
			return resources.flatMap((resource) => choices(property).map((choice) => ({ ...choice, resource })));
		});
}
