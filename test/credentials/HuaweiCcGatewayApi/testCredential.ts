import { ExecuteContext, RoutingNode } from 'n8n-core';
import {
	createRunExecutionData,
	NodeConnectionTypes,
	NodeHelpers,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IDataObject,
	type INode,
	type INodeType,
	type INodeTypes,
} from 'n8n-workflow';
import { TestCredentialsHelper } from '../../support/credentialsHelper';
import { additionalDataFor } from '../../support/runNode';

export interface TestResult {
	status: 'OK' | 'Error';
	message: string;
}

/** A node that does only what the credential's test asks for. */
function nodeFor({ name, test }: ICredentialType): INodeType {
	return {
		description: {
			displayName: 'Test',
			name: 'test',
			group: ['input'],
			version: 1,
			description: 'The test of a credential',
			defaults: { name: 'Test' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials: [{ name, required: true }],
			properties: [{ displayName: 'Temp', name: 'temp', type: 'string', routing: { request: test?.request }, default: '' }],
		},
	};
}

function judged(type: ICredentialType, answer: IDataObject): TestResult {
	for (const rule of type.test?.rules ?? []) {
		if (rule.type !== 'responseSuccessBody') continue;
		const { key, value, message } = rule.properties;
		if (answer[key] === value) return { status: 'Error', message };
	}
	return { status: 'OK', message: '' };
}

/** What n8n shows of an error: its code if there is one, else its message. */
function shown(error: unknown): TestResult {
	const { message, cause } = error as { message: string; cause?: { code?: string } };
	return { status: 'Error', message: cause?.code ?? message };
}

/** Tests a credential as n8n's `CredentialsTester` does: routing, pre-authentication and authentication are n8n-core's own. */
export async function testCredential(type: ICredentialType, data: ICredentialDataDecryptedObject): Promise<TestResult> {
	const nodeType = nodeFor(type);
	const nodeTypes: INodeTypes = {
		getByName: () => nodeType,
		getByNameAndVersion: () => NodeHelpers.getVersionedNodeType(nodeType),
		getKnownTypes: () => ({}),
	};
	const credentials = { [type.name]: { id: '1', name: 'tested' } };
	const node: INode = { id: 'temp', name: 'Temp', type: 'test', typeVersion: 1, position: [0, 0], parameters: {}, credentials };
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const additionalData = additionalDataFor(new TestCredentialsHelper([{ type, data }]), 'none');
	const input = { main: [[{ json: {} }]] };
	const executeData = { node, data: {}, source: null };
	const context = new ExecuteContext(workflow, node, additionalData, 'internal', createRunExecutionData(), 0, [], input, executeData, []);
	try {
		const answer = await new RoutingNode(context, nodeType, { id: '1', name: 'tested', type: type.name, data }).runNode();
		return judged(type, answer?.[0]?.[0]?.json ?? {});
	} catch (error) {
		return shown(error);
	}
}
