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

/** Whether a parameter is shown for an operation, as far as that is what decides. */
export function isShownFor({ displayOptions: { show = {}, hide = {} } = {} }: Pick<INodeProperties, 'displayOptions'>, resource: string, operation: string): boolean {
	const given = Object.entries({ resource, '/resource': resource, operation, '/operation': operation });
	return given.every(([key, value]) => (show[key]?.includes(value) ?? true) && !hide[key]?.includes(value));
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
