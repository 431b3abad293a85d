import type { INodeProperties, INodeType } from 'n8n-workflow';
import { DISPLAY_NAMES, LOCATORS, SECRETS, WAIT_FOR } from './helpers/contract';
import { loadedCredential, loadedNode, packageJson, typeName } from './helpers/pack';
import { COMMAND, contractFault, currentContract, ofNode, publishedContract } from './helpers/published';
import { choices, walk } from '../support/walk';

it('keeps everything that saved workflows depend on, and publishes what is new', async () => {
	expect(contractFault(publishedContract(), await currentContract())).toBeUndefined();
});

it('knows every node and credential of the package', () => {
	expect(packageJson.name).toBe('n8n-nodes-call-center');
	expect(Object.keys(DISPLAY_NAMES).sort()).toEqual(packageJson.n8n.nodes.map(typeName).sort());
	expect(Object.keys(SECRETS).sort()).toEqual(packageJson.n8n.credentials.map(typeName).sort());
});

it.each(packageJson.n8n.nodes)('%s keeps its own names', async (built) => {
	const { name, displayName } = (await loadedNode(built)).description;
	expect({ name, displayName }).toEqual({ name: typeName(built), displayName: DISPLAY_NAMES[typeName(built)] });
});

it.each(packageJson.n8n.nodes)('%s offers lists where it did', async (built) => {
	const { properties } = (await loadedNode(built)).description;
	for (const locator of LOCATORS[typeName(built)] ?? []) {
		const found = walk(properties).filter(({ property }) => property.name === locator);
		expect(found.length).toBeGreaterThan(0);
		expect(found.map(({ property }) => property.type)).toEqual(found.map(() => 'resourceLocator'));
		expect(found.map(({ property }) => property.modes?.map(({ name }) => name))).toEqual(found.map(() => ['list', 'id']));
	}
});

it('waits for the same moments of a call', async () => {
	const built = packageJson.n8n.nodes.find((path) => typeName(path) === 'huaweiContactCenter') ?? '';
	const { properties } = (await loadedNode(built)).description;
	const waitFor = properties.filter(({ name }) => name === 'waitFor');
	expect(waitFor.map((property) => choices(property).map(({ value }) => value))).toEqual(waitFor.map(() => WAIT_FOR));
	expect(waitFor.length).toBeGreaterThan(0);
});

it.each(packageJson.n8n.credentials)('%s keeps its name and hides its secrets', async (built) => {
	const { name, properties } = await loadedCredential(built);
	const hidden = properties.filter(({ typeOptions }) => typeOptions?.password === true);
	expect(name).toBe(typeName(built));
	expect(hidden.map((property) => property.name)).toEqual(expect.arrayContaining(SECRETS[typeName(built)] ?? []));
});

describe('the comparison', () => {
	const show = (operation: string) => ({ show: { resource: ['call'], operation: [operation] } });
	const text = (name: string): INodeProperties => ({ displayName: name, name, type: 'string', default: '' });

	function sample(): INodeProperties[] {
		return [
			{ ...text('resource'), type: 'options', options: [{ name: 'Call', value: 'call' }], default: 'call' },
			{
				...text('operation'),
				type: 'options',
				displayOptions: { show: { resource: ['call'] } },
				options: [
					{ name: 'Get', value: 'get' },
					{ name: 'Start', value: 'start' },
				],
				default: 'start',
			},
			{ ...text('callee'), displayOptions: show('start') },
			{ ...text('callId'), displayOptions: show('get') },
			{ ...text('instance'), type: 'resourceLocator', modes: [{ displayName: 'By ID', name: 'id', type: 'string' }] },
			{
				...text('options'),
				type: 'collection',
				default: {},
				options: [
					text('note'),
					{ ...text('onceKey'), displayOptions: { show: { '/operation': ['start'] } } },
					{
						...text('tags'),
						type: 'fixedCollection',
						default: {},
						typeOptions: { multipleValues: true },
						options: [{ displayName: 'Tag', name: 'tag', values: [text('key'), text('value')] }],
					},
				],
			},
		];
	}

	function contractOf(properties: INodeProperties[], version: number[] = [1, 2]) {
		const description = { version, credentials: [{ name: 'sampleApi' }], properties } as INodeType['description'];
		return { 'node sample': ofNode({ description }) };
	}

	const published = contractOf(sample());

	function property(properties: INodeProperties[], name: string): INodeProperties {
		const found = walk(properties).find((parameter) => parameter.property.name === name);
		if (!found) throw new Error(`There is no ${name}`);
		return found.property;
	}

	it('finds nothing in what has stayed the same, whatever its order and wording', () => {
		const properties = sample().reverse();
		property(properties, 'callee').displayName = 'Number to Call';
		expect(contractFault(published, contractOf(properties))).toBeUndefined();
	});

	it.each<[string, (properties: INodeProperties[]) => void]>([
		['call operation offers "get"', (all) => property(all, 'operation').options?.shift()],
		['call.start callee: string, by default ""', (all) => (property(all, 'callee').name = 'customer')],
		['call.start callee: string, by default ""', (all) => (property(all, 'callee').displayOptions = show('get'))],
		['call.start callee: string, by default ""', (all) => (property(all, 'callee').type = 'number')],
		['call.get callId: string, by default ""', (all) => (property(all, 'callId').default = '1')],
		['instance has the mode id', (all) => property(all, 'instance').modes?.pop()],
		['options.note: string, by default ""', (all) => property(all, 'options').options?.shift()],
		['call.start options.onceKey: string, by default ""', (all) => (property(all, 'onceKey').displayOptions = { show: { '/operation': ['get'] } })],
		['options.tags: fixedCollection[], by default {}', (all) => delete property(all, 'tags').typeOptions],
		['options.tags.tag.value: string, by default ""', (all) => (property(all, 'value').name = 'content')],
	])('finds the loss of %s', (fact, spoil) => {
		const properties = sample();
		spoil(properties);
		expect(contractFault(published, contractOf(properties))).toMatch(/depend on/);
		expect(contractFault(published, contractOf(properties))).toContain(`\nnode sample: ${fact}`);
	});

	it('finds the loss of a version, a node and a credential', () => {
		expect(contractFault(published, contractOf(sample(), [2]))).toContain('node sample: version 1');
		expect(contractFault(published, {})).toContain('node sample: credential sampleApi');
	});

	it('says how to publish an addition', () => {
		const fault = contractFault(published, contractOf([...sample(), text('comment')]));
		expect(fault).toContain(COMMAND);
		expect(fault).toContain('node sample: comment: string, by default ""');
		expect(fault).not.toMatch(/depend on/);
	});
});
