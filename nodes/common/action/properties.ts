import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Action } from './action';
import { callingRuleFields } from './callingRules';
import { byDisplayName, collectionProperties, type PlacedAction } from './collections';
import { isOptional, type Field, type Fields } from './fields';
import { onceKey, takesKeys } from './options';
import { inOrder } from './order';
import { Places, shownOn, type Place, type Show } from './places';
import type { Resource } from './resource';
import { RETRY_PLAN, retryPlanFields } from './retryPlan';
import { toolDescription } from './tool';

interface PlacedProperty {
	property: INodeProperties;
	place: Place;
	/** What else must hold for the property to be shown. */
	show?: Show;
}

type AnyAction = Action<unknown>;

function byName<T extends { name: string }>(a: T, b: T): number {
	return inOrder(a.name, b.name);
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

/** The fields of a collection as the editor shows them. */
export function sortedProperties(fields: Fields): INodeProperties[] {
	const properties = Object.entries(fields).map(([name, { property }]) => ({ ...property, name }));
	return properties.sort(byDisplayName);
}

export const SIMPLIFY: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** What an action shows below resource and operation, in this order, before its collection. */
function propertiesOf({ action, ...place }: PlacedAction): PlacedProperty[] {
	const fields = Object.entries(action.fields).map(([name, field]) => ({ property: ownProperty(name, field), place, show: action.showOnlyFor[name] }));
	return [...fields, ...(action.simplify ? [{ property: SIMPLIFY, place }] : [])];
}

/** A property, and all the places that show it. */
interface SharedProperty extends Omit<PlacedProperty, 'place'> {
	places: Place[];
}

/**
 * Equal properties appear only once in the description, for all operations that have them, because n8n walks through the description
 * for each node of each execution. The order in which an operation shows them stays as it is.
 */
function shared(actions: PlacedProperty[][]): SharedProperty[] {
	const list: SharedProperty[] = [];
	const keys: string[] = [];
	for (const properties of actions) {
		let last = -1;
		for (const placed of properties) {
			const key = JSON.stringify([placed.show, placed.property]);
			const found = keys.indexOf(key, last + 1);
			last = found === -1 ? last + 1 : found;
			if (found === -1) {
				keys.splice(last, 0, key);
				list.splice(last, 0, { property: placed.property, show: placed.show, places: [] });
			}
			list[last]?.places.push(placed.place);
		}
	}
	return list;
}

function topProperties(actions: PlacedAction[], all: Places): INodeProperties[] {
	return shared(actions.map(propertiesOf)).flatMap(({ property, show, places }) =>
		all.grouped(places).map((group) => shownOn(shownOn(property, all.condition(group)), { show })),
	);
}

function optionProperties(options: Fields, actions: PlacedAction[], all: Places): INodeProperties[] {
	const properties: INodeProperties[] = Object.entries(options).map(([name, { property }]) => ({ ...property, name }));
	const keyed = all.grouped(actions.filter(({ action }) => takesKeys(action)));
	const keys = keyed.filter((group) => group.length > 0).map((group) => shownOn({ ...onceKey.property, name: 'onceKey' }, all.condition(group, '/')));
	return [...properties, ...keys].sort(byDisplayName);
}

/** A collection that some operations have, whichever resource they belong to. */
function ownCollection(property: Pick<INodeProperties, 'displayName' | 'name' | 'placeholder' | 'description' | 'builderHint'>, fields: Fields, actions: PlacedAction[], all: Places): INodeProperties[] {
	if (actions.length === 0) return [];
	const collection: INodeProperties = { ...property, type: 'collection', default: {}, options: sortedProperties(fields) };
	return all.grouped(actions).map((group) => shownOn(collection, all.condition(group)));
}

/** For the operations that can ring a phone. */
function rulesProperties(actions: PlacedAction[], all: Places): INodeProperties[] {
	const dialing = actions.filter(({ action }) => action.effect === 'dial');
	const later = dialing.some(({ action }) => action.batch || action.whole) ? ' For customers whom the vendor calls later, that is when they are handed over.' : '';
	const description = `When and how often customers may be called. The rules are checked right before each call.${later}`;
	const builderHint = { propertyHint: 'Use this for calling hours, limits, gaps and do-not-call numbers instead of If, Wait or Data Table nodes' };
	return ownCollection({ displayName: 'Calling Rules', name: 'callingRules', placeholder: 'Add Rule', description, builderHint }, callingRuleFields, dialing, all);
}

/** For the operations that can wait for the end of a call. */
function planProperties(actions: PlacedAction[], all: Places): INodeProperties[] {
	const builderHint = { propertyHint: `${RETRY_PLAN.builderHint.propertyHint} On the way back, Attempt takes nextAttempt.number.` };
	const waiting = actions.filter(({ action }) => action.wait);
	const properties = ownCollection({ ...RETRY_PLAN, builderHint }, retryPlanFields, waiting, all);
	return properties.map((property) => shownOn(property, { show: { waitFor: ['ended'] } }));
}

/** All properties of an action node, derived from its resources: resource, operation, each action's fields, Simplify and Options. */
export function nodeProperties(resources: Resource[], options: Fields): INodeProperties[] {
	const sorted = [...resources].sort(byName);
	const standard = resources[0]?.value ?? '';
	const actions = resources.flatMap((resource) =>
		resource.actions.map((action): PlacedAction => ({ resource: resource.value, operation: action.operation, action })),
	);
	const places = new Places(actions);
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
		...actions.map(({ action, ...place }) => toolDescription(action, places.condition([place]))),
		...topProperties(actions, places),
		...collectionProperties('additionalFields', actions, places),
		...collectionProperties('filters', actions, places),
		...rulesProperties(actions, places),
		...planProperties(actions, places),
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: optionProperties(options, actions, places),
		},
	];
}
