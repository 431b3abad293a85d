import { NodeHelpers, type INode, type INodeParameters, type INodeProperties, type INodeTypeDescription } from 'n8n-workflow';
import { AlibabaCloudCallCenter } from '../../nodes/AlibabaCloudCallCenter/AlibabaCloudCallCenter.node';
import { resources as alibabaResources } from '../../nodes/AlibabaCloudCallCenter/resources';
import { Baiying } from '../../nodes/Baiying/Baiying.node';
import { resources as baiyingResources } from '../../nodes/Baiying/resources';
import { HuaweiContactCenter } from '../../nodes/HuaweiContactCenter/HuaweiContactCenter.node';
import { resources as huaweiResources } from '../../nodes/HuaweiContactCenter/resources';
import type { Action } from '../../nodes/common/action/action';
import type { Resource } from '../../nodes/common/action/resource';
import { inner } from '../support/walk';

interface NodeUnderTest {
	description: INodeTypeDescription;
	resources: Resource[];
	/** What the node shows for every operation besides resource, operation and options. */
	common?: string[];
	/** With which all its fields are shown. */
	given?: INodeParameters;
}

const NODES: NodeUnderTest[] = [
	{ description: new AlibabaCloudCallCenter().description, resources: alibabaResources },
	{ description: new Baiying().description, resources: baiyingResources, common: ['authentication'], given: { authentication: 'hmac' } },
	{ description: new HuaweiContactCenter().description, resources: huaweiResources },
];

const CASES = NODES.flatMap(({ description, resources, common = [], given = {} }) =>
	resources.flatMap(({ value: resource, actions }) =>
		actions.map((action) => ({ name: `${description.name} ${resource}.${action.operation}`, description, resource, common, given, action: action as Action<unknown> })),
	),
);

/** n8n's own judgment. */
function showing(description: INodeTypeDescription, parameters: INodeParameters): (property: INodeProperties, path: string) => boolean {
	const node: INode = { id: '1', name: 'Node', type: description.name, typeVersion: 1, position: [0, 0], parameters };
	return (property, path) => NodeHelpers.displayParameterPath({ parameters }, property, path, node, description);
}

it.each(CASES)('$name shows its own fields, each once', ({ description, resource, common, given, action }) => {
	const parameters: INodeParameters = { ...given, resource, operation: action.operation };
	const isShown = showing(description, { [action.collection]: {}, ...parameters });

	const top = description.properties.filter((property) => isShown(property, 'parameters'));
	const always = Object.keys(action.fields).filter((name) => !action.showOnlyFor[name]);
	const names = top.map(({ name }) => name).filter((name) => !Object.hasOwn(action.showOnlyFor, name));
	const collection = top.find(({ name }) => name === action.collection);
	const collected = collection ? inner(collection).filter((property) => isShown(property, `parameters.${action.collection}`)) : [];

	const own = [...always, ...(action.simplify ? ['simplify'] : []), ...(Object.keys(action.additionalFields).length > 0 ? [action.collection] : [])];
	const rules = action.effect === 'dial' ? ['callingRules'] : [];
	expect(names).toEqual(['resource', 'operation', ...common, ...own, ...rules, 'options']);
	expect(collected.map(({ name }) => name).sort()).toEqual(Object.keys(action.additionalFields).sort());
	expect(collected.map(({ displayName }) => displayName).sort()).toEqual(Object.values(action.additionalFields).map(({ property }) => property.displayName).sort());
});

it.each([
	['hmac', ['phoneNum', 'remark']],
	['openPlatform', []],
])('Baiying shows the fields of the older API only there: %s', (authentication, shown) => {
	const { description } = new Baiying();
	const isShown = showing(description, { authentication, resource: 'job', operation: 'run', additionalFields: {} });
	const collection = description.properties.find((property) => property.name === 'additionalFields' && isShown(property, 'parameters'));
	const names = collection ? inner(collection).filter((property) => isShown(property, 'parameters.additionalFields')).map(({ name }) => name) : [];
	expect(names).toContain('redialRules');
	expect(names.filter((name) => ['phoneNum', 'remark'].includes(name)).sort()).toEqual(shown);
});

/** What the vendors call the number of the customer. */
const NUMBER = /^(callee|called|calledNo|phone)$/;

it('knows of each action that can ring phones which field has the number', () => {
	const dialing = CASES.filter(({ action }) => action.effect === 'dial');
	const numbers = (fields: object) => Object.keys(fields).filter((name) => NUMBER.test(name));
	const expected = dialing.map(({ name, action }) => [name, ...numbers(action.fields)]);
	expect(expected.filter((entry) => entry.length > 1).length).toBeGreaterThan(10);
	expect(dialing.map(({ name, action }) => [name, ...(action.dials ? [action.dials] : [])])).toEqual(expected);
});
