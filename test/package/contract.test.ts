import type { INodeProperties, INodeType } from 'n8n-workflow';
import { CREDENTIALS, NODES, WAIT_FOR } from './helpers/contract';
import { loadedCredential, loadedNode, packageJson, typeName } from './helpers/pack';
import { choices, inner, operations, shownFor, walk } from './helpers/walk';

function names(properties: INodeProperties[]): string[] {
	return properties.map(({ name }) => name);
}

function held(property: INodeProperties | undefined): string[] {
	if (!property) return [];
	return [...choices(property).map(({ value }) => String(value)), ...names(inner(property))];
}

function find({ description }: INodeType, name: string): INodeProperties | undefined {
	return description.properties.find((property) => property.name === name);
}

it('knows every node and credential of the package', () => {
	expect(packageJson.name).toBe('n8n-nodes-call-center');
	expect(Object.keys(NODES).sort()).toEqual(packageJson.n8n.nodes.map(typeName).sort());
	expect(Object.keys(CREDENTIALS).sort()).toEqual(packageJson.n8n.credentials.map(typeName).sort());
});

describe.each(packageJson.n8n.nodes)('%s', (built) => {
	const type = typeName(built);
	const wanted = NODES[type];
	if (!wanted) throw new Error(`${type} has no names written down`);
	let node: INodeType;

	beforeAll(async () => {
		node = await loadedNode(built);
	});

	it('keeps its own names', () => {
		const { name, displayName, credentials = [] } = node.description;
		expect({ name, displayName }).toEqual({ name: type, displayName: wanted.displayName });
		expect(credentials.map((credential) => credential.name)).toEqual(wanted.credentials);
	});

	it('keeps the parameters that belong to no operation', () => {
		for (const [name, entries] of Object.entries(wanted.parameters)) {
			expect(names(node.description.properties)).toContain(name);
			expect({ [name]: held(find(node, name)) }).toEqual({ [name]: expect.arrayContaining(entries) });
		}
	});

	it('keeps its operations and their parameters', () => {
		const { properties } = node.description;
		for (const [resource, byOperation] of Object.entries(wanted.operations)) {
			for (const [operation, { parameters, additionalFields, simplify }] of Object.entries(byOperation)) {
				const shown = shownFor(properties, resource, operation);
				const additional = shown.find(({ name }) => name === 'additionalFields');
				expect(operations(properties)).toContainEqual(expect.objectContaining({ resource, value: operation }));
				expect(names(shown)).toEqual(expect.arrayContaining(parameters));
				expect(held(additional)).toEqual(expect.arrayContaining(additionalFields));
				if (simplify) expect(names(shown)).toContain('simplify');
			}
		}
	});

	it('offers lists where it did', () => {
		for (const locator of wanted.locators) {
			const found = walk(node.description.properties).filter(({ property }) => property.name === locator);
			expect(found.length).toBeGreaterThan(0);
			expect(found.map(({ property }) => property.type)).toEqual(found.map(() => 'resourceLocator'));
			expect(found.map(({ property }) => property.modes?.map(({ name }) => name))).toEqual(found.map(() => ['list', 'id']));
		}
	});
});

it('waits for the same moments of a call', async () => {
	const built = packageJson.n8n.nodes.find((path) => typeName(path) === 'huaweiContactCenter');
	const waitFor = built && find(await loadedNode(built), 'waitFor');
	expect(waitFor && held(waitFor)).toEqual(WAIT_FOR);
});

it.each(packageJson.n8n.credentials)('%s keeps its fields and hides its secrets', async (built) => {
	const wanted = CREDENTIALS[typeName(built)];
	if (!wanted) throw new Error(`${built} has no names written down`);
	const { name, properties } = await loadedCredential(built);
	const field = (wantedName: string) => properties.find((property) => property.name === wantedName);

	expect(name).toBe(typeName(built));
	expect(names(properties)).toEqual(expect.arrayContaining(wanted.fields));
	expect(wanted.secrets.filter((secret) => field(secret)?.typeOptions?.password !== true)).toEqual([]);
	for (const [fieldName, value] of Object.entries(wanted.defaults)) {
		expect({ [fieldName]: field(fieldName)?.default }).toEqual({ [fieldName]: value });
	}
});
