import type { INodeProperties, INodeType } from 'n8n-workflow';
import { choices, groups, inner, isShownFor, operations, walk } from '../../support/walk';
import { acronyms, articles, ascending, fullStop, sentenceCase, titleCase } from './wording';

type Fault = string | undefined;

const FEW = 5;

const UNITS: Array<[RegExp, RegExp]> = [
	[/Seconds$/, /second/i],
	[/(Ms|Milliseconds)$/, /millisecond/i],
	[/Minutes$/, /minute/i],
	[/Bytes$/, /byte/i],
];

const STOCK: Record<string, Partial<INodeProperties>> = {
	simplify: {
		displayName: 'Simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	returnAll: { displayName: 'Return All', type: 'boolean', description: 'Whether to return all results or only up to a given limit' },
	limit: { displayName: 'Limit', type: 'number', default: 50, description: 'Max number of results to return' },
};

function names({ name, displayName, type }: INodeProperties): Fault[] {
	return [
		/^[a-z][a-zA-Z0-9]*$/.test(name) ? undefined : 'the name is not in lower camel case',
		type === 'notice' ? undefined : titleCase(displayName),
		acronyms(displayName),
	];
}

function texts({ displayName, description = '', hint = '', type }: INodeProperties): Fault[] {
	const faults = [description, hint].flatMap((text) => [
		text === text.trim() && !/\s{2}/.test(text) ? undefined : 'a text has superfluous spaces',
		/^[a-z]/.test(text) ? 'a text starts with a small letter' : undefined,
		acronyms(text),
		fullStop(text),
	]);
	if (description === displayName) faults.push('the description repeats the name');
	if (type === 'boolean' && !description.startsWith('Whether ')) faults.push('the description of a boolean does not start with "Whether"');
	return faults;
}

function placeholder({ placeholder: text, type }: INodeProperties): Fault {
	if (text === undefined) return undefined;
	const start = type === 'collection' || type === 'fixedCollection' ? 'Add ' : 'e.g. ';
	return text.startsWith(start) ? undefined : `the placeholder does not start with "${start}"`;
}

function unit({ name, displayName, description = '' }: INodeProperties): Fault {
	const missing = UNITS.find(([ending, word]) => ending.test(name) && !word.test(`${displayName} ${description}`));
	return missing && 'the text does not say the unit';
}

const TYPE_OF_DEFAULT: Partial<Record<INodeProperties['type'], (value: unknown) => boolean>> = {
	string: (value) => typeof value === 'string',
	number: (value) => typeof value === 'number',
	boolean: (value) => typeof value === 'boolean',
	multiOptions: Array.isArray,
	collection: (value) => typeof value === 'object' && value !== null && Object.keys(value).length === 0,
	fixedCollection: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
};

function defaults(property: INodeProperties): Fault[] {
	const { type, default: value, typeOptions } = property;
	const right = TYPE_OF_DEFAULT[type];
	if (value === undefined) return ['the default is missing'];
	if (right && !right(value)) return ['the default is of another type'];
	const offered = choices(property).map((choice) => choice.value);
	const chosen = Array.isArray(value) ? value : [value];
	const listed = offered.length === 0 || chosen.every((one) => offered.includes(one as string));
	const { minValue = -Infinity, maxValue = Infinity } = typeOptions ?? {};
	return [
		listed ? undefined : 'the default is not one of the options',
		typeof value === 'number' && (value < minValue || value > maxValue) ? 'the default is out of range' : undefined,
	];
}

function offers(property: INodeProperties): Fault[] {
	const offered = choices(property);
	const numbered = offered.length > 0 && offered.every(({ name }) => /^\d/.test(name));
	return [
		offered.length >= FEW && !numbered ? ascending(offered.map(({ name }) => name)) : undefined,
		new Set(offered.map(({ name }) => name)).size < offered.length ? 'two options have the same name' : undefined,
		new Set(offered.map(({ value }) => value)).size < offered.length ? 'two options have the same value' : undefined,
		...offered.flatMap(({ name, description = '' }) => [titleCase(name), acronyms(name), acronyms(description), fullStop(description)]),
	];
}

type Entry = Pick<INodeProperties, 'name' | 'displayName' | 'displayOptions'>;
type Operations = ReturnType<typeof operations>;

/** Whether two entries can never be shown together, because they belong to different operations, for example. */
function areApart(one: Entry, other: Entry, all: Operations): boolean {
	const conditions = Object.entries(one.displayOptions?.show ?? {});
	const areOpposed = conditions.some(([key, values = []]) => {
		const others = other.displayOptions?.show?.[key];
		return others !== undefined && !values.some((value) => others.includes(value));
	});
	const shareOperation = all.some(({ resource, value }) => [one, other].every((entry) => isShownFor(entry, resource, String(value))));
	return areOpposed || (all.length > 0 && !shareOperation);
}

/** Entries that share a name or a display name although both can be shown. */
function twice(entries: Entry[], all: Operations): Fault[] {
	return entries.flatMap((entry, index) => {
		const isRival = (earlier: Entry) => earlier.name === entry.name || earlier.displayName === entry.displayName;
		const rivals = entries.slice(0, index).filter((earlier) => isRival(earlier) && !areApart(earlier, entry, all));
		if (rivals.some(({ name }) => name === entry.name)) return `the entry "${entry.name}" appears twice`;
		return rivals.some(({ displayName }) => displayName === entry.displayName) ? `the entry "${entry.displayName}" appears twice` : [];
	});
}

/** The entries that a user chooses from in a collection, or fills in one group of a fixed collection. */
function entries(property: INodeProperties, all: Operations): Fault[] {
	const chosen: Entry[] = property.type === 'collection' ? inner(property) : groups(property);
	const inOrder = (list: Entry[]) => ascending(list.map(({ displayName }) => displayName));
	return [
		inOrder(chosen),
		...twice(chosen, all),
		...groups(property).flatMap(({ displayName, values }) => [
			titleCase(displayName),
			acronyms(displayName),
			values.length >= FEW ? inOrder(values) : undefined,
			...twice(values, all),
		]),
	];
}

function stock(property: INodeProperties): Fault[] {
	const wanted = STOCK[property.name] ?? {};
	return Object.entries(wanted)
		.filter(([key, value]) => property[key as keyof INodeProperties] !== value)
		.map(([key, value]) => `${key} must be ${JSON.stringify(value)}`);
}

function locator(property: INodeProperties, { methods }: INodeType): Fault[] {
	const { type, modes = [], default: value } = property;
	if (type !== 'resourceLocator') return [];
	const list = modes.find(({ name }) => name === 'list');
	const id = modes.find(({ name }) => name === 'id' || name === 'name');
	const search = list?.typeOptions?.searchListMethod ?? '';
	return [
		modes[0] === list && list ? undefined : 'the list is not the first mode',
		methods?.listSearch?.[search] ? undefined : `there is no search method "${search}"`,
		id?.placeholder?.startsWith('e.g. ') ? undefined : 'the id mode has no example',
		typeof value === 'object' && value !== null && 'mode' in value && value.mode === 'list' ? undefined : 'the list is not the default mode',
	];
}

function ofParameter(property: INodeProperties, node: INodeType): string[] {
	const faults = [
		...names(property),
		...texts(property),
		placeholder(property),
		unit(property),
		...defaults(property),
		...offers(property),
		...entries(property, operations(node.description.properties)),
		...stock(property),
		...locator(property, node),
		property.required === false ? 'required: false says nothing' : undefined,
	];
	return faults.filter((fault) => fault !== undefined);
}

/** `callRecord` -> `call record`. */
function inWords(resource: string): string {
	return resource.replace(/[A-Z]/g, (capital) => ` ${capital}`).toLowerCase();
}

/** Also in the plural: many companies. */
function namesResource(action: string, resource: string): boolean {
	return [resource, resource.replace(/y$/, 'ies')].some((word) => action.toLowerCase().includes(word));
}

function ofOperations(properties: INodeProperties[]): string[] {
	const all = operations(properties);
	const actions = all.map(({ action }) => action);
	return all.flatMap(({ resource, value, name, action = '', description = '' }) => {
		const faults = [
			action === '' ? 'has no action' : (sentenceCase(action) ?? articles(action) ?? acronyms(action)),
			action.endsWith('.') ? 'the action ends with a full stop' : undefined,
			namesResource(action, inWords(resource)) ? undefined : 'the action does not name the resource',
			actions.filter((other) => other === action).length > 1 ? 'the action appears twice' : undefined,
			description === '' || description === name ? 'has no description' : undefined,
		];
		return faults.filter((fault) => fault !== undefined).map((fault) => `operation ${String(value)}: ${fault}`);
	});
}

function ofAction({ description }: INodeType): string[] {
	const [first, second] = description.properties;
	const plural = first ? choices(first).find(({ name }) => /[^su]s$/.test(name)) : undefined;
	const faults = [
		description.usableAsTool ? undefined : 'it cannot be used as a tool',
		first?.name === 'resource' && first.noDataExpression ? undefined : 'the resource does not come first, or takes expressions',
		second?.name === 'operation' ? undefined : 'the operation does not come second',
		description.properties.some(({ name, noDataExpression }) => name === 'operation' && !noDataExpression) ? 'an operation takes expressions' : undefined,
		plural && `the resource "${plural.name}" is not in the singular`,
	];
	return [...faults.filter((fault) => fault !== undefined), ...ofOperations(description.properties)];
}

function ofTrigger({ description }: INodeType): string[] {
	const faults = [
		description.usableAsTool ? 'a trigger cannot be a tool' : undefined,
		description.name.endsWith('Trigger') && description.displayName.endsWith(' Trigger') ? undefined : 'its names do not end with "Trigger"',
		description.inputs.length > 0 ? 'a trigger has no inputs' : undefined,
	];
	return faults.filter((fault) => fault !== undefined);
}

/**
 * What is wrong with a node's description by n8n's conventions, as it reaches the editor: put together, collections included.
 * n8n's lint rules look at what is literally in the sources.
 */
export function faultsOf(node: INodeType): string[] {
	const { description } = node;
	const isTrigger = description.group.includes('trigger');
	const own = [
		titleCase(description.displayName),
		fullStop(description.description),
		description.subtitle ? undefined : 'it has no subtitle',
		...twice(description.properties, operations(description.properties)),
	];
	return [
		...own.filter((fault) => fault !== undefined),
		...(isTrigger ? ofTrigger(node) : ofAction(node)),
		...walk(description.properties).flatMap(({ path, property }) => ofParameter(property, node).map((fault) => `${path}: ${fault}`)),
	];
}
