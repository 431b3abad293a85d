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

export function byResource<P extends Place>(places: P[]): P[][] {
	return resourcesOf(places).map((resource) => places.filter((place) => place.resource === resource));
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

	/**
	 * What makes n8n show a property in these places: nothing if they are all, and no resource if the operations are enough.
	 * The prefix leads from a collection to the node's own parameters.
	 */
	condition(places: Place[], prefix: '' | '/' = ''): Show {
		if (places.length === this.all.length) return {};
		const operation = operationsOf(places);
		const areEnough = operation.flatMap((one) => this.having(one)).length === places.length;
		return { ...(!areEnough && { [`${prefix}resource`]: resourcesOf(places) }), [`${prefix}operation`]: operation };
	}
}
