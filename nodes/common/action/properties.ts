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

function ownProperty(name: string, field: Field<unknown>): INodeProperties {
	const { property } = field;
	return { ...property, name, ...(CAN_BE_EMPTY.has(property.type) && !isOptional(field) ? { required: true } : {}) };
}

const COLLECTIONS = {
	additionalFields: { displayName: 'Additional Fields', placeholder: 'Add Field' },
	filters: { displayName: 'Filters', placeholder: 'Add Filter' },
};

function collectionProperty({ collection, additionalFields }: AnyAction): INodeProperties | undefined {
	const options = Object.entries(additionalFields).map(([name, { property }]) => ({ ...property, name }));
	if (options.length === 0) return undefined;
	return {
		...COLLECTIONS[collection],
		name: collection,
		type: 'collection',
		default: {},
		options: options.sort((a, b) => a.displayName.localeCompare(b.displayName, 'en')),
	};
}

const SIMPLIFY: INodeProperties = {
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

/**
 * Equal properties appear only once in the description, for all operations that have them, because n8n walks through the description
 * for each node of each execution.
 */
function shared(placed: PlacedProperty[]): INodeProperties[] {
	const groups = new Map<string, { property: INodeProperties; place: Place; operations: Set<string> }>();
	for (const { property, place } of placed) {
		const key = JSON.stringify([place.resource, place.show, property]);
		const group = groups.get(key) ?? { property, place, operations: new Set<string>() };
		groups.set(key, group);
		group.operations.add(place.operation);
	}
	return [...groups.values()].map(({ property, place, operations }) => ({
		...property,
		displayOptions: { show: { resource: [place.resource], operation: [...operations], ...place.show } },
	}));
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
	const resource = resources[0]?.value ?? '';
	const placed = resources.flatMap(({ value, actions }) => actions.flatMap((action) => propertiesOf(value, action)));
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: sorted.map(({ name, value }) => ({ name, value })),
			default: resource,
		},
		...sorted.map(operationProperty),
		...resources.flatMap(({ value, actions }) => actions.map((action) => toolDescription(value, action))),
		...shared(placed),
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
