import 'reflect-metadata';
import { LoadOptionsContext } from 'n8n-core';
import { NodeHelpers, Workflow, type INode, type INodeListSearchResult, type INodeType, type INodeTypes } from 'n8n-workflow';
import { TestCredentialsHelper, type TestCredential } from './credentialsHelper';
import { additionalDataFor } from './runNode';

/** Loads one page of a searchable list as the editor does. */
export async function searchList(
	type: INodeType,
	method: string,
	credential: TestCredential,
	parameters: INode['parameters'],
	filter?: string,
	token?: string,
): Promise<INodeListSearchResult> {
	const nodeTypes: INodeTypes = {
		getByName: () => type,
		getByNameAndVersion: () => NodeHelpers.getVersionedNodeType(type),
		getKnownTypes: () => ({}),
	};
	const credentials = { [credential.type.name]: { id: '1', name: 'test' } };
	const node: INode = { id: '1', name: 'Node', type: 'tested', typeVersion: 1, position: [0, 0], parameters, credentials };
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const additionalData = additionalDataFor(new TestCredentialsHelper([credential]), 'none');
	additionalData.currentNodeParameters = parameters;
	const search = type.methods?.listSearch?.[method];
	if (!search) throw new Error(`no list ${method}`);
	return await search.call(new LoadOptionsContext(workflow, node, additionalData, ''), filter, token);
}
