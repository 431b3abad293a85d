import { NodeHelpers, type INode, type INodeTypeDescription } from 'n8n-workflow';
import type { WorkflowFile } from '../../sandbox/n8n/rest';

/** The paths of what was entered but is unknown to the node. */
function unknownIn(given: unknown, known: unknown, path: string): string[] {
	if (typeof given !== 'object' || given === null) return [];
	return Object.entries(given).flatMap(([key, value]) => {
		const here = path ? `${path}.${key}` : key;
		if (typeof known !== 'object' || known === null || !(key in known)) return [here];
		return unknownIn(value, (known as Record<string, unknown>)[key], here);
	});
}

function descriptionOf({ type, typeVersion }: INode, types: INodeTypeDescription[]): INodeTypeDescription | undefined {
	return types.find(({ name, version }) => name === type && [version].flat().includes(typeVersion));
}

/** n8n itself gives these to every node that polls. */
const POLLING = ['pollTimes'];

function parameterFaults(node: INode, description: INodeTypeDescription): string[] {
	const known = NodeHelpers.getNodeParameters(description.properties, node.parameters, true, false, node, description);
	const complete = { ...node, parameters: known ?? {} };
	const issues = NodeHelpers.getNodeParametersIssues(description.properties, complete, description)?.parameters ?? {};
	const unknown = unknownIn(node.parameters, known, '').filter((path) => !(description.polling && POLLING.includes(path)));
	return [...unknown.map((path) => `no parameter ${path}`), ...Object.values(issues).flat()];
}

function connectionFaults({ nodes, connections }: WorkflowFile): string[] {
	const names = new Set(nodes.map(({ name }) => name));
	const targets = Object.values(connections).flatMap((outputs) => Object.values(outputs).flat(2).map((connection) => connection?.node));
	const ends = [...Object.keys(connections), ...targets];
	const twice = nodes.filter(({ name }, index) => nodes.findIndex((other) => other.name === name) !== index);
	return [
		...ends.filter((name) => name !== undefined && !names.has(name)).map((name) => `a connection with "${name}", which is no node`),
		...twice.map(({ name }) => `two nodes are called "${name}"`),
	];
}

/** The nodes that a text refers to, as in `$('Customers').first()`. */
function referenceFaults({ nodes }: WorkflowFile): string[] {
	const names = new Set(nodes.map(({ name }) => name));
	const references = nodes.flatMap(({ parameters }) => [...JSON.stringify(parameters).matchAll(/\$\('([^']+)'\)/g)]);
	return references.flatMap(([, name = '']) => (names.has(name) ? [] : [`an expression reads "${name}", which is no node`]));
}

/**
 * What is wrong with a workflow that somebody imports.
 * @param types the node types that are checked, named as in a workflow
 * @param isChecked whether a node must be of one of these types
 */
export function workflowFaults(workflow: WorkflowFile, types: INodeTypeDescription[], isChecked: (type: string) => boolean = () => true): string[] {
	const faults = workflow.nodes.filter(({ type }) => isChecked(type)).flatMap((node) => {
		const description = descriptionOf(node, types);
		const found = description ? parameterFaults(node, description) : [`no node type ${node.type} of version ${node.typeVersion}`];
		return found.map((fault) => `${node.name}: ${fault}`);
	});
	return [...faults, ...connectionFaults(workflow), ...referenceFaults(workflow)];
}
