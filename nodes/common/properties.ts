import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Action, Resource } from './action';
import type { Fields } from './fields';
import { onceKey } from './options';
import { toolDescriptions } from './tool';

type AnyAction = Pick<
	Action<never>,
	'resource' | 'operation' | 'name' | 'action' | 'description' | 'effect' | 'fields' | 'additionalFields' | 'simplify' | 'showOnlyFor'
>;

function byName<T extends { name: string }>(a: T, b: T): number {
	return a.name.localeCompare(b.name, 'en');
}

function resourcesOf(actions: AnyAction[]): Resource[] {
	const byValue = new Map(actions.map(({ resource }) => [resource.value, resource]));
	return [...byValue.values()].sort(byName);
}

function operationOption({ name, operation, action, description }: AnyAction): INodePropertyOptions {
	return { name, value: operation, action, description };
}

function operationProperty(resource: Resource, actions: AnyAction[], preferred: string | undefined): INodeProperties {
	const options = actions.filter((action) => action.resource.value === resource.value).map(operationOption).sort(byName);
	const standard = options.find(({ value }) => value === preferred)?.value ?? '';
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource.value] } },
		options,
		default: standard,
	};
}

function shownFor({ resource, operation }: AnyAction): Record<string, string[]> {
	return { resource: [resource.value], operation: [operation] };
}

function fieldProperties(action: AnyAction): INodeProperties[] {
	return Object.entries(action.fields).map(([name, { property }]) => ({
		...property,
		name,
		displayOptions: { show: { ...shownFor(action), ...action.showOnlyFor[name] } },
	}));
}

function additionalFields(action: AnyAction): INodeProperties[] {
	const options = Object.entries(action.additionalFields).map(([name, { property }]) => ({ ...property, name }));
	if (options.length === 0) return [];
	return [
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			displayOptions: { show: shownFor(action) },
			options: options.sort((a, b) => a.displayName.localeCompare(b.displayName, 'en')),
		},
	];
}

function simplifyProperty(actions: AnyAction[]): INodeProperties[] {
	return resourcesOf(actions).flatMap((resource) => {
		const operation = actions
			.filter((action) => action.resource.value === resource.value && action.simplify)
			.map((action) => action.operation);
		if (operation.length === 0) return [];
		return [
			{
				displayName: 'Simplify',
				name: 'simplify',
				type: 'boolean' as const,
				default: true,
				displayOptions: { show: { resource: [resource.value], operation } },
				description: 'Whether to return a simplified version of the response instead of the raw data',
			},
		];
	});
}

function optionProperties(options: Fields, actions: AnyAction[]): INodeProperties[] {
	const properties: INodeProperties[] = Object.entries(options).map(([name, { property }]) => ({ ...property, name }));
	const dialing = actions.filter(({ effect }) => effect === 'dial').map(({ operation }) => operation);
	if (dialing.length > 0) properties.push({ ...onceKey.property, name: 'onceKey', displayOptions: { show: { '/operation': dialing } } });
	return properties.sort((a, b) => a.displayName.localeCompare(b.displayName, 'en'));
}

/**
 * All properties of an action node, derived from its actions: resource, operation, each action's fields, Simplify and Options.
 *
 * @param defaults the resource and operations that a new node starts with
 */
export function nodeProperties(
	actions: AnyAction[],
	defaults: { resource: string; operations: Record<string, string> },
	options: Fields,
): INodeProperties[] {
	const resources = resourcesOf(actions);
	const { resource } = defaults;
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: resources,
			default: resource,
		},
		...resources.map((resource) => operationProperty(resource, actions, defaults.operations[resource.value])),
		...toolDescriptions(actions),
		...actions.flatMap(fieldProperties),
		...simplifyProperty(actions),
		...actions.flatMap(additionalFields),
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: optionProperties(options, actions),
		},
	];
}
