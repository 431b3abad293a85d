import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Action } from './action';
import { isOptional, type Field, type Fields } from './fields';
import { onceKey } from './options';
import type { Resource } from './resource';
import { toolDescription } from './tool';

/** Where a property is shown: its resource and operation, and what else must hold. */
interface Place {
	resource: string;
	operation: string;
	show?: NonNullable<INodeProperties['displayOptions']>['show'];
}

interface PlacedProperty {
	property: INodeProperties;
	place: Place;
}

type AnyAction = Action<unknown>;

function byName<T extends { name: string }>(a: T, b: T): number {
	return a.name.localeCompare(b.name, 'en');
}

function operationOption({ name, operation, action, description }: AnyAction): INodePropertyOptions {
	return { name, value: operation, action, description };
}

function operationProperty({ value, actions, defaultOperation }: Resource): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [value] } },
		options: actions.map(operationOption).sort(byName),
		default: defaultOperation,
	};
}

/** The types that n8n outlines in red while they are empty; the others always have a value. */
const CAN_BE_EMPTY = new Set(['string', 'resourceLocator', 'json', 'dateTime', 'multiOptions']);

/** A field as the editor shows it outside of a collection. */
export function ownProperty(name: string, field: Field<unknown>): INodeProperties {
	const { property } = field;
	return { ...property, name, ...(CAN_BE_EMPTY.has(property.type) && !isOptional(field) ? { required: true } : {}) };
}

const COLLECTIONS = {
	additionalFields: { displayName: 'Additional Fields', placeholder: 'Add Field' },
	filters: { displayName: 'Filters', placeholder: 'Add Filter' },
};

/** The fields of a collection as the editor shows them. */
export function sortedProperties(fields: Fields): INodeProperties[] {
	const properties = Object.entries(fields).map(([name, { property }]) => ({ ...property, name }));
	return properties.sort((a, b) => a.displayName.localeCompare(b.displayName, 'en'));
}

function collectionProperty({ collection, additionalFields }: AnyAction): INodeProperties | undefined {
	const options = sortedProperties(additionalFields);
	if (options.length === 0) return undefined;
	return {
		...COLLECTIONS[collection],
		name: collection,
		type: 'collection',
		default: {},
		options,
	};
}

export const SIMPLIFY: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** What an action shows below resource and operation, in this order. */
function propertiesOf(resource: string, action: AnyAction): PlacedProperty[] {
	const place = { resource, operation: action.operation };
	const fields = Object.entries(action.fields).map(([name, field]) => ({
		property: ownProperty(name, field),
		place: { ...place, show: action.showOnlyFor[name] },
	}));
	const others = [action.simplify ? SIMPLIFY : undefined, collectionProperty(action)];
	return [...fields, ...others.flatMap((property) => (property ? [{ property, place }] : []))];
}

/** A property, and all the places that show it. */
class SharedProperty {
	private readonly places: Place[] = [];

	constructor(private readonly property: INodeProperties) {}

	add(place: Place): void {
		this.places.push(place);
	}

	/** One property if n8n shows it in no other place: it combines each resource with each operation. Else one for each resource. */
	written(existing: ReadonlySet<string>): INodeProperties[] {
		const resources = unique(this.places.map(({ resource }) => resource));
		const operations = unique(this.places.map(({ operation }) => operation));
		const shown = resources.flatMap((resource) => operations.map((operation) => nameOf({ resource, operation }))).filter((name) => existing.has(name));
		if (shown.length === this.places.length) return [this.shownFor(resources, operations)];
		return resources.map((resource) => {
			const own = this.places.filter((place) => place.resource === resource);
			return this.shownFor([resource], unique(own.map(({ operation }) => operation)));
		});
	}

	private shownFor(resource: string[], operation: string[]): INodeProperties {
		return { ...this.property, displayOptions: { show: { resource, operation, ...this.places[0]?.show } } };
	}
}

function unique(values: string[]): string[] {
	return [...new Set(values)];
}

function nameOf({ resource, operation }: Pick<Place, 'resource' | 'operation'>): string {
	return `${resource}.${operation}`;
}

/**
 * Equal properties appear only once in the description, for all operations that have them, because n8n walks through the description
 * for each node of each execution. The order in which an operation shows them stays as it is.
 */
function shared(actions: PlacedProperty[][], existing: ReadonlySet<string>): INodeProperties[] {
	const list: Array<{ key: string; shared: SharedProperty }> = [];
	for (const properties of actions) {
		let last = -1;
		for (const { property, place } of properties) {
			const key = JSON.stringify([place.show, property]);
			const found = list.findIndex((entry, index) => index > last && entry.key === key);
			if (found === -1) list.splice(last + 1, 0, { key, shared: new SharedProperty(property) });
			last = found === -1 ? last + 1 : found;
			list[last]?.shared.add(place);
		}
	}
	return list.flatMap((entry) => entry.shared.written(existing));
}

function optionProperties(options: Fields, actions: AnyAction[]): INodeProperties[] {
	const properties: INodeProperties[] = Object.entries(options).map(([name, { property }]) => ({ ...property, name }));
	const dialing = actions.filter(({ effect }) => effect === 'dial').map(({ operation }) => operation);
	if (dialing.length > 0) properties.push({ ...onceKey.property, name: 'onceKey', displayOptions: { show: { '/operation': dialing } } });
	return properties.sort((a, b) => a.displayName.localeCompare(b.displayName, 'en'));
}

/** All properties of an action node, derived from its resources: resource, operation, each action's fields, Simplify and Options. */
export function nodeProperties(resources: Resource[], options: Fields): INodeProperties[] {
	const sorted = [...resources].sort(byName);
	const standard = resources[0]?.value ?? '';
	const placed = resources.flatMap(({ value, actions }) => actions.map((action) => propertiesOf(value, action)));
	const existing = new Set(resources.flatMap(({ value: resource, actions }) => actions.map(({ operation }) => nameOf({ resource, operation }))));
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: sorted.map(({ name, value }) => ({ name, value })),
			default: standard,
		},
		...sorted.map(operationProperty),
		...resources.flatMap(({ value, actions }) => actions.map((action) => toolDescription(value, action))),
		...shared(placed, existing),
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: optionProperties(
				options,
				resources.flatMap(({ actions }) => actions),
			),
		},
	];
}
