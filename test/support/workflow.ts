import type { IConnections, IDataObject, INode, INodeParameters } from 'n8n-workflow';
import type { SavedCredential, WorkflowFile } from '../../sandbox/n8n/rest';

/** A node as the editor saves it; `settings` are those of its second tab (onError, retryOnFail, …). */
export function node(name: string, type: string, parameters: INodeParameters, settings: Partial<INode> = {}): INode {
	return { id: name.toLowerCase().replaceAll(' ', '-'), name, type, typeVersion: 1, position: [0, 0], parameters, ...settings };
}

/** Chooses a saved credential in a node. */
export function using(credential: SavedCredential): Pick<INode, 'credentials'> {
	return { credentials: { [credential.type]: { id: credential.id, name: credential.name } } };
}

/** A workflow that hands items to a node and collects what it returns: in `Done`, and on its error output in `Failed`. */
export function feeding(items: IDataObject[], fed: INode): WorkflowFile {
	const main = (name: string) => [{ node: name, type: 'main' as const, index: 0 }];
	return {
		name: `Test of ${fed.name}`,
		nodes: [
			node('Items', 'n8n-nodes-base.manualTrigger', {}),
			fed,
			node('Done', 'n8n-nodes-base.noOp', {}),
			node('Failed', 'n8n-nodes-base.noOp', {}),
		],
		connections: {
			Items: { main: [main(fed.name)] },
			[fed.name]: { main: fed.onError === 'continueErrorOutput' ? [main('Done'), main('Failed')] : [main('Done')] },
		},
		settings: { executionOrder: 'v1' },
		pinData: { Items: items.map((json) => ({ json })) },
	};
}

/** Connects each node with the next one. */
export function chain(nodes: INode[]): IConnections {
	const steps = nodes.slice(1).map(({ name }, index) => [nodes[index]?.name, { main: [[{ node: name, type: 'main', index: 0 }]] }]);
	return Object.fromEntries(steps) as IConnections;
}

/** A workflow that hands items to nodes that follow one another. */
export function inTurn(items: IDataObject[], fed: INode[]): WorkflowFile {
	const nodes = [node('Items', 'n8n-nodes-base.manualTrigger', {}), ...fed];
	return {
		name: `Test of ${fed.map(({ name }) => name).join(', ')}`,
		nodes,
		connections: chain(nodes),
		settings: { executionOrder: 'v1' },
		pinData: { Items: items.map((json) => ({ json })) },
	};
}
