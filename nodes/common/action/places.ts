import type { INodeProperties } from 'n8n-workflow';

export type Show = NonNullable<NonNullable<INodeProperties['displayOptions']>['show']>;

/** An operation of a resource. */
export interface Place {
	resource: string;
	operation: string;
}

function resourcesOf(places: Place[]): string[] {
	return [...new Set(places.map(({ resource }) => resource))];
}

function operationsOf(places: Place[]): string[] {
	return [...new Set(places.map(({ operation }) => operation))];
}

/** How many of all places n8n takes for these: it combines each resource with each operation. */
function taken(places: Place[], all: Place[]): number {
	const resources = new Set(resourcesOf(places));
	const operations = new Set(operationsOf(places));
	return all.filter(({ resource, operation }) => resources.has(resource) && operations.has(operation)).length;
}

/** The places in as few groups as possible, each of which n8n can name without taking in another place: one, or one for each resource. */
export function grouped<P extends Place>(places: P[], all: Place[]): P[][] {
	if (taken(places, all) === places.length) return [places];
	return byResource(places);
}

/**
 * What n8n needs to know to show a property in these of all places: nothing if it is shown in all of them, and no resource if the
 * operations are enough. The prefix leads from a collection to the node's own parameters.
 */
export function condition(places: Place[], all: Place[], prefix: '' | '/' = ''): Show {
	if (places.length === all.length) return {};
	const operation = operationsOf(places);
	const isEnough = all.filter((place) => operation.includes(place.operation)).length === places.length;
	return { ...(!isEnough && { [`${prefix}resource`]: resourcesOf(places) }), [`${prefix}operation`]: operation };
}

export function byResource<P extends Place>(places: P[]): P[][] {
	return resourcesOf(places).map((resource) => places.filter((place) => place.resource === resource));
}
