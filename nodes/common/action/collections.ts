import type { INodeProperties } from 'n8n-workflow';
import type { Action, Collection } from './action';
import { inOrder } from './order';
import { byResource, Places, shownOn, type Place } from './places';

export interface PlacedAction extends Place {
	action: Action<unknown>;
}

interface PlacedField {
	property: INodeProperties;
	places: Place[];
}

const LOOKS = {
	additionalFields: { displayName: 'Additional Fields', placeholder: 'Add Field' },
	filters: { displayName: 'Filters', placeholder: 'Add Filter' },
};

export function byDisplayName(a: INodeProperties, b: INodeProperties): number {
	return inOrder(a.displayName, b.displayName);
}

function placedFields(actions: PlacedAction[]): PlacedField[] {
	const fields = new Map<string, PlacedField>();
	for (const { action, resource, operation } of actions) {
		for (const [name, field] of Object.entries(action.additionalFields)) {
			const property = { ...field.property, name };
			const key = JSON.stringify(property);
			const placed = fields.get(key) ?? { property, places: [] };
			placed.places.push({ resource, operation });
			fields.set(key, placed);
		}
	}
	return [...fields.values()];
}

/** The fields of a collection: equal ones only once, with all operations that have them. */
function fieldsOf(actions: PlacedAction[]): INodeProperties[] {
	const all = new Places(actions);
	const fields = placedFields(actions).flatMap(({ property, places }) => all.grouped(places).map((group) => shownOn(property, all.condition(group, '/'))));
	return fields.sort(byDisplayName);
}

/** How many characters the condition of a field has, besides the names of the operations. */
const CONDITION = 45;
/** What a collection has besides its fields. */
const COLLECTION = 150;

/**
 * Whether a collection of its own makes the description shorter: most fields of the operation are no other's and then need no
 * condition, and few must be repeated.
 */
function standsAlone({ operation }: Place, fields: PlacedField[]): boolean {
	const mine = fields.filter(({ places }) => places.some((place) => place.operation === operation));
	const shared = mine.filter(({ places }) => places.length > 1);
	const saved = (mine.length - shared.length) * (CONDITION + operation.length);
	return saved > COLLECTION + JSON.stringify(shared.map(({ property }) => property)).length;
}

/** The operations of a resource, by the collection that they share. */
function divided(actions: PlacedAction[]): PlacedAction[][] {
	const fields = placedFields(actions);
	const alone = actions.length > 1 ? actions.filter((action) => standsAlone(action, fields)) : [];
	const others = actions.filter((action) => !alone.includes(action));
	return [...alone.map((action) => [action]), ...(others.length > 0 ? [others] : [])];
}

/**
 * One collection for each resource, whose operations have most of these fields in common. One for the whole node would be a little
 * shorter, but n8n walks through all fields of a collection that has a value.
 */
export function collectionProperties(collection: Collection, all: PlacedAction[], places: Places): INodeProperties[] {
	const actions = all.filter(({ action }) => action.collection === collection && Object.keys(action.additionalFields).length > 0);
	return byResource(actions).flatMap(divided).map((own) => ({
		...LOOKS[collection],
		name: collection,
		type: 'collection',
		default: {},
		options: fieldsOf(own),
		displayOptions: places.condition(own),
	}));
}
