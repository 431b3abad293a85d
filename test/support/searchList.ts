import 'reflect-metadata';
import { LoadOptionsContext } from 'n8n-core';
import { NodeHelpers, Workflow, type INode, type INodeListSearchResult, type INodeType, type INodeTypes, type ResourceMapperFields } from 'n8n-workflow';
import { TestCredentialsHelper, type TestCredential } from './credentialsHelper';
import { additionalDataFor } from './runNode';

function editorContext(type: INodeType, credential: TestCredential, parameters: INode['parameters']): LoadOptionsContext {
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
	return new LoadOptionsContext(workflow, node, additionalData, '');
}

/** Loads one page of a searchable list as the editor does. */
export async function searchList(
	type: INodeType,
	method: string,
	credential: TestCredential,
	parameters: INode['parameters'],
	filter?: string,
	token?: string,
): Promise<INodeListSearchResult> {
	const search = type.methods?.listSearch?.[method];
	if (!search) throw new Error(`no list ${method}`);
	return await search.call(editorContext(type, credential, parameters), filter, token);
}

/** Loads the fields that depend on other parameters as the editor does. */
export async function mappedFields(type: INodeType, method: string, credential: TestCredential, parameters: INode['parameters']): Promise<ResourceMapperFields> {
	const load = type.methods?.resourceMapping?.[method];
	if (!load) throw new Error(`no fields ${method}`);
	return await load.call(editorContext(type, credential, parameters));
}
