import type { INodeProperties, INodeType } from 'n8n-workflow';
import { faultsOf } from './helpers/conventions';
import { loadedNode, packageJson } from './helpers/pack';

it.each(packageJson.n8n.nodes)('%s keeps the conventions', async (built) => {
	expect(faultsOf(await loadedNode(built))).toEqual([]);
});

const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: ['call'] } },
	options: [
		{ name: 'Get', value: 'get', action: 'Get call', description: 'Look a call up by its ID' },
		{ name: 'Start', value: 'start', action: 'Start call', description: 'Place a call' },
	],
	default: 'start',
};

function sample(...properties: INodeProperties[]): INodeType {
	return {
		description: {
			displayName: 'Sample',
			name: 'sample',
			group: ['output'],
			version: 1,
			subtitle: '={{ $parameter["operation"] }}',
			description: 'A sample',
			defaults: { name: 'Sample' },
			inputs: ['main'],
			outputs: ['main'],
			usableAsTool: true,
			properties: [
				{ displayName: 'Resource', name: 'resource', type: 'options', noDataExpression: true, options: [{ name: 'Call', value: 'call' }], default: 'call' },
				operation,
				...properties,
			],
		},
		methods: { listSearch: { searchNumbers: async () => ({ results: [] }) } },
	};
}

const text: INodeProperties = { displayName: 'Job ID', name: 'jobId', type: 'string', default: '', placeholder: 'e.g. job-1' };

function inCollection(...options: INodeProperties[]): INodeProperties {
	return { displayName: 'Options', name: 'options', type: 'collection', placeholder: 'Add Option', default: {}, options };
}

const locator: INodeProperties = {
	displayName: 'Number',
	name: 'number',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	modes: [
		{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod: 'searchNumbers' } },
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 01021570000' },
	],
};

it('finds nothing in a node that keeps the conventions', () => {
	expect(faultsOf(sample(text, locator, inCollection(text)))).toEqual([]);
});

const [list, id] = locator.modes ?? [];
const letters = ['Alpha', 'Beta', 'Delta', 'Gamma', 'Epsilon'];

it.each<[string, INodeProperties]>([
	['"number" is not in Title Case', { ...text, displayName: 'Job number' }],
	['"Id" belongs in capitals', { ...text, displayName: 'Job Id' }],
	['the name is not in lower camel case', { ...text, name: 'job_id' }],
	['"id" belongs in capitals', { ...text, description: 'The id of the call' }],
	['a single sentence has no full stop', { ...text, description: 'Which call it is about.' }],
	['the last of several sentences has no full stop', { ...text, description: 'Which call it is about. Find it in the console' }],
	['the description repeats the name', { ...text, description: 'Job ID' }],
	['the placeholder does not start with "e.g. "', { ...text, placeholder: 'job-1' }],
	['the default is of another type', { ...text, default: 0 }],
	['required: false says nothing', { ...text, required: false }],
	['the text does not say the unit', { ...text, name: 'ringSeconds', displayName: 'Ring Time' }],
	['the description of a boolean does not start with "Whether"', { ...text, type: 'boolean', default: false, description: 'If it rings' }],
	['the default is out of range', { ...text, type: 'number', default: 0, typeOptions: { minValue: 1 } }],
	['the default is not one of the options', { ...text, type: 'options', options: [{ name: 'One', value: 'one' }], default: 'two' }],
	['the default is not one of the options', { ...text, type: 'multiOptions', options: [{ name: 'One', value: 'one' }], default: ['two'] }],
	['"Epsilon" is out of alphabetical order', { ...text, type: 'options', options: letters.map((name) => ({ name, value: name })), default: 'Beta' }],
	['default must be true', { ...text, name: 'simplify', displayName: 'Simplify', type: 'boolean', default: false, description: 'Whether it is short' }],
	['the id mode has no example', { ...locator, modes: list ? [list] : [] }],
	['the list is not the first mode', { ...locator, modes: id ? [id] : [] }],
	['there is no search method "searchNothing"', { ...locator, modes: list && id ? [{ ...list, typeOptions: { searchListMethod: 'searchNothing' } }, id] : [] }],
])('finds the fault: %s', (fault, property) => {
	expect(faultsOf(sample(property))).toContainEqual(`${property.name}: ${fault}`);
	expect(faultsOf(sample(inCollection(property)))).toContainEqual(`options.${property.name}: ${fault}`);
});

const named = (displayName: string): INodeProperties => ({ ...text, displayName, name: displayName.toLowerCase() });

function inFixedCollection(...values: INodeProperties[]): INodeProperties {
	const options = [{ displayName: 'Tag', name: 'tag', values }];
	return { displayName: 'Tags', name: 'tags', type: 'fixedCollection', placeholder: 'Add Tag', default: {}, options };
}

it('wants a collection in alphabetical order', () => {
	expect(faultsOf(sample(inCollection(named('Beta'), named('Alpha'))))).toEqual(['options: "Alpha" is out of alphabetical order']);
	const fields = letters.map(named);
	expect(faultsOf(sample(inFixedCollection(...fields)))).toEqual(['tags: "Epsilon" is out of alphabetical order']);
	expect(faultsOf(sample(inFixedCollection(named('Key'), named('Attribute'))))).toEqual([]);
});

it('wants every entry of a collection once, by name and by display name', () => {
	const other = { ...named('Beta'), displayName: 'Alpha' };
	for (const within of [inCollection, inFixedCollection]) {
		const { name } = within();
		expect(faultsOf(sample(within(named('Alpha'), named('Alpha'))))).toContainEqual(`${name}: the entry "alpha" appears twice`);
		expect(faultsOf(sample(within(named('Alpha'), other)))).toContainEqual(`${name}: the entry "Alpha" appears twice`);
		expect(faultsOf(sample(inCollection(within(named('Alpha'), named('Alpha')))))).toContainEqual(`options.${name}: the entry "alpha" appears twice`);
	}
});

it('wants every parameter of an operation once', () => {
	const forStart = { ...text, displayOptions: { show: { resource: ['call'], operation: ['start'] } } };
	const forGet = { ...text, displayOptions: { show: { resource: ['call'], operation: ['get'] } } };
	expect(faultsOf(sample(forStart, forGet))).toEqual([]);
	expect(faultsOf(sample(forStart, forGet, text))).toEqual(['the entry "jobId" appears twice']);
	const notForStart = { ...text, displayOptions: { hide: { operation: ['start'] } } };
	expect(faultsOf(sample(forStart, notForStart))).toEqual([]);
	expect(faultsOf(sample(forGet, notForStart))).toEqual(['the entry "jobId" appears twice']);
});

it('lets entries of the same name serve different operations', () => {
	const forGet = { ...named('Alpha'), displayOptions: { show: { '/operation': ['get'] } } };
	const forStart = { ...named('Alpha'), displayOptions: { show: { '/operation': ['start'] } } };
	expect(faultsOf(sample(inCollection(forGet, forStart)))).toEqual([]);
	expect(faultsOf(sample(inCollection(forGet, named('Alpha'))))).toContainEqual('options: the entry "alpha" appears twice');
});

it.each<[string, INodeProperties]>([
	['"beta" is not in Title Case', { ...text, displayName: 'Job beta' }],
	['the placeholder does not start with "e.g. "', { ...text, placeholder: 'job-1' }],
	['the description of a boolean does not start with "Whether"', { ...text, type: 'boolean', default: false, description: 'If it rings' }],
])('finds the fault inside a fixed collection: %s', (fault, property) => {
	expect(faultsOf(sample(inFixedCollection(property)))).toContainEqual(`tags.jobId: ${fault}`);
	expect(faultsOf(sample(inCollection(inFixedCollection(property))))).toContainEqual(`options.tags.jobId: ${fault}`);
});

it('looks at the groups of a fixed collection', () => {
	const group = (displayName: string) => ({ displayName, name: displayName.toLowerCase(), values: [text] });
	const collection = { ...inFixedCollection(), options: [group('Beta group'), group('Alpha'), group('Alpha')] };
	expect(faultsOf(sample(collection))).toEqual(
		expect.arrayContaining([
			'tags: "group" is not in Title Case',
			'tags: "Alpha" is out of alphabetical order',
			'tags: the entry "alpha" appears twice',
		]),
	);
});

it.each([
	['"the" is an article', { action: 'Start the call' }],
	['"Call" has a capital inside the sentence', { action: 'Start Call' }],
	['the action does not name the resource', { action: 'Start ringing' }],
	['the action appears twice', { action: 'Get call' }],
	['has no action', { action: undefined }],
	['has no description', { description: undefined }],
])('finds the fault in an operation: %s', (fault, change) => {
	const node = sample();
	const options = (operation.options ?? []).map((option) => ('value' in option && option.value === 'start' ? { ...option, ...change } : option));
	node.description.properties[1] = { ...operation, options };
	expect(faultsOf(node)).toContainEqual(`operation start: ${fault}`);
});

it('finds the fault in an action node that is not a tool, or starts with something else', () => {
	const node = sample();
	delete node.description.usableAsTool;
	node.description.properties.unshift(text);
	expect(faultsOf(node)).toEqual(
		expect.arrayContaining(['it cannot be used as a tool', 'the resource does not come first, or takes expressions', 'the operation does not come second']),
	);
});

it('finds the fault in a trigger that passes for an action', () => {
	const node = sample();
	node.description.group = ['trigger'];
	expect(faultsOf(node)).toEqual(expect.arrayContaining(['a trigger cannot be a tool', 'its names do not end with "Trigger"', 'a trigger has no inputs']));
});
