import type { INodeProperties } from 'n8n-workflow';
import type { Action, Collection } from './action';
import { inOrder } from './order';
import { byResource, Places, type Place } from './places';

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
	const fields = placedFields(actions).flatMap(({ property, places }) =>
		all.grouped(places).map((group) => {
			const show = all.condition(group, '/');
			return Object.keys(show).length > 0 ? { ...property, displayOptions: { show } } : property;
		}),
	);
	return fields.sort(byDisplayName);
}

/**
 * One collection for each resource, whose operations have most of these fields in common. One for the whole node would be a little
 * shorter, but n8n walks through all fields of a collection that has a value.
 */
export function collectionProperties(collection: Collection, all: PlacedAction[], places: Places): INodeProperties[] {
	const actions = all.filter(({ action }) => action.collection === collection && Object.keys(action.additionalFields).length > 0);
	return byResource(actions).map((own) => ({
		...LOOKS[collection],
		name: collection,
		type: 'collection',
		default: {},
		options: fieldsOf(own),
		displayOptions: { show: places.condition(own) },
	}));
}
