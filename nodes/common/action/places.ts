import type { INodeProperties } from 'n8n-workflow';

export type Condition = NonNullable<INodeProperties['displayOptions']>;
export type Show = NonNullable<Condition['show']>;

/** An operation of a resource. */
export interface Place {
	resource: string;
	operation: string;
}

function nameOf({ resource, operation }: Place): string {
	return `${resource}.${operation}`;
}

function resourcesOf(places: Place[]): string[] {
	return [...new Set(places.map(({ resource }) => resource))];
}

function operationsOf(places: Place[]): string[] {
	return [...new Set(places.map(({ operation }) => operation))];
}

export function byResource<P extends Place>(places: P[]): P[][] {
	return resourcesOf(places).map((resource) => places.filter((place) => place.resource === resource));
}

/** A property that is shown only where this condition holds too, besides its own. */
export function shownOn(property: INodeProperties, { show, hide }: Condition): INodeProperties {
	const all: Condition = { show: { ...property.displayOptions?.show, ...show }, hide: { ...property.displayOptions?.hide, ...hide } };
	const displayOptions = Object.fromEntries(Object.entries(all).filter(([, conditions]) => Object.keys(conditions).length > 0));
	return Object.keys(displayOptions).length > 0 ? { ...property, displayOptions } : property;
}

/** The places by those that are left; none if an operation is on both sides. */
function allBut(places: Place[], others: Place[], prefix: string): Condition[] {
	const hidden = operationsOf(others);
	if (operationsOf(places).some((operation) => hidden.includes(operation))) return [];
	return [hidden.length > 0 ? { hide: { [`${prefix}operation`]: hidden } } : {}];
}

function shortest(conditions: Condition[]): Condition {
	return conditions.reduce((a, b) => (JSON.stringify(b).length < JSON.stringify(a).length ? b : a));
}

/** All operations of a node, or all that show a collection, and how n8n names some of them. */
export class Places {
	/** By operation, the resources that have it. */
	private readonly resources = new Map<string, string[]>();

	constructor(private readonly all: Place[]) {
		for (const { resource, operation } of all) this.resources.set(operation, [...this.having(operation), resource]);
	}

	private having(operation: string): string[] {
		return this.resources.get(operation) ?? [];
	}

	/** As few groups as possible, each of which n8n can name without taking in another place: one, or one for each resource. */
	grouped(places: Place[]): Place[][] {
		const resources = resourcesOf(places);
		const taken = operationsOf(places).flatMap((operation) => this.having(operation).filter((resource) => resources.includes(resource)));
		return taken.length === places.length ? [places] : byResource(places);
	}

	/** The places by the names of their operations, and by those of their resources where other resources have such an operation too. */
	private named(places: Place[], prefix: string): Show {
		const operation = operationsOf(places);
		const areEnough = operation.flatMap((one) => this.having(one)).length === places.length;
		return { ...(!areEnough && { [`${prefix}resource`]: resourcesOf(places) }), [`${prefix}operation`]: operation };
	}

	/**
	 * What makes n8n show a property in these places, said in the shortest way: where it is shown, or where it is hidden. Never both,
	 * because n8n's workflow builder then looks only at the first. The prefix leads from a collection to the node's own parameters.
	 */
	condition(places: Place[], prefix: '' | '/' = ''): Condition {
		const shown = new Set(places.map(nameOf));
		const others = this.all.filter((place) => !shown.has(nameOf(place)));
		const resources = resourcesOf(places);
		const areWhole = !others.some(({ resource }) => resources.includes(resource));
		return shortest([
			{ show: this.named(places, prefix) },
			...(areWhole ? [{ show: { [`${prefix}resource`]: resources } }] : []),
			...allBut(places, others, prefix),
		]);
	}
}
