import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	NodeConnectionTypes,
	NodeHelpers,
	Workflow,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeType,
	type INodeTypes,
	type IRun,
	type IRunExecutionData,
	type ITaskData,
	type IWorkflowExecuteAdditionalData,
	type NodeParameterValueType,
} from 'n8n-workflow';
import { TestCredentialsHelper, type TestCredential } from './credentialsHelper';

/** Hands the test's items to the node under test, in as many rounds as there are lists. */
function itemsNode(items: IDataObject[]): INodeType {
	return {
		description: {
			displayName: 'Items',
			name: 'items',
			group: ['trigger'],
			version: 1,
			description: 'The items of the test',
			defaults: { name: 'Items' },
			inputs: [],
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		},
		execute: async () => [items.map((json, item) => ({ json, pairedItem: { item } }))],
	};
}

export interface NodeRun {
	/** What the node returned, by output. */
	outputs: INodeExecutionData[][];
	/** The JSON of the first output. */
	json: IDataObject[];
	/** The error that ended the node. */
	error?: ITaskData['error'];
	run: IRun;
}

export interface NodeToRun {
	type: INodeType;
	parameters: Record<string, NodeParameterValueType>;
	credentials?: TestCredential[];
	items?: IDataObject[];
	/** The node's settings in the editor, such as `retryOnFail` or `onError`. */
	settings?: Partial<INode>;
	executionId?: string;
	/** Continues with the data of an earlier run, as n8n's "Retry" of a failed execution does. */
	resume?: IRunExecutionData;
	/** Called with the running workflow, to cancel it for example. */
	started?(execution: { cancel(): void }): void;
}

export const NODE = 'Node under test';

export function additionalDataFor(helper: TestCredentialsHelper, executionId: string): IWorkflowExecuteAdditionalData {
	const base = 'http://127.0.0.1:1/';
	const data: Partial<IWorkflowExecuteAdditionalData> = {
		credentialsHelper: helper,
		executionId,
		currentNodeExecutionIndex: 0,
		restApiUrl: base,
		instanceBaseUrl: base,
		formBaseUrl: base,
		formWaitingBaseUrl: base,
		formTestBaseUrl: base,
		webhookBaseUrl: base,
		webhookWaitingBaseUrl: base,
		webhookTestBaseUrl: base,
		variables: {},
		setExecutionStatus() {},
		logAiEvent() {},
	};
	return data as IWorkflowExecuteAdditionalData;
}

export function workflowOf({ type, parameters, credentials = [], items = [{}], settings }: NodeToRun): Workflow {
	const types: Record<string, INodeType> = { items: itemsNode(items), tested: type, testedTool: type };
	const nodeTypes: INodeTypes = {
		getByName: (name) => types[name] as INodeType,
		getByNameAndVersion: (name) => NodeHelpers.getVersionedNodeType(types[name] as INodeType),
		getKnownTypes: () => ({}),
	};
	const base = { typeVersion: 1, position: [0, 0] as [number, number] };
	const nodes: INode[] = [
		{ ...base, id: randomUUID(), name: 'Items', type: 'items', parameters: {} },
		{
			...base,
			id: 'node-under-test',
			name: NODE,
			type: 'tested',
			parameters,
			credentials: Object.fromEntries(credentials.map(({ type: { name } }) => [name, { id: name, name }])),
			...settings,
		},
	];
	const connections = { Items: { main: [[{ node: NODE, type: NodeConnectionTypes.Main, index: 0 }]] } };
	return new Workflow({ id: 'test', nodes, connections, active: false, nodeTypes, settings: { executionOrder: 'v1' } });
}

export function freshRun(workflow: Workflow): IRunExecutionData {
	const node = workflow.getNode('Items');
	if (!node) throw new Error('no start node');
	return createRunExecutionData({
		executionData: { nodeExecutionStack: [{ node, data: { main: [[{ json: {} }]] }, source: null }] },
	});
}

/** Runs one node in a workflow through n8n's own execution engine, HTTP helper and expressions included. */
export async function runNode(node: NodeToRun): Promise<NodeRun> {
	const executionId = node.executionId ?? randomUUID();
	const workflow = workflowOf(node);
	const additionalData = additionalDataFor(new TestCredentialsHelper(node.credentials ?? []), executionId);
	const workflowData = { id: 'test', name: 'test', active: false, isArchived: false, nodes: [], connections: {}, createdAt: new Date(), updatedAt: new Date(), activeVersionId: null };
	additionalData.hooks = new ExecutionLifecycleHooks('manual', executionId, workflowData);
	const data = node.resume ?? freshRun(workflow);
	// A retry uses the workflow as it is saved now, not as it was.
	for (const entry of data.executionData?.nodeExecutionStack ?? []) entry.node = workflow.getNode(entry.node.name) ?? entry.node;
	const execute = new WorkflowExecute(additionalData, 'manual', data);
	const promise = execute.processRunExecutionData(workflow);
	node.started?.({ cancel: () => promise.cancel() });
	const run = await promise;
	const task = run.data.resultData.runData[NODE]?.at(-1);
	const outputs = (task?.data?.main ?? []).map((output) => output ?? []);
	return { outputs, json: (outputs[0] ?? []).map((item) => item.json), error: task?.error ?? undefined, run };
}

/** What the node has told the user about its last run. */
export function hintsOf({ run }: NodeRun): string[] {
	return run.data.resultData.runData[NODE]?.at(-1)?.hints?.map(({ message }) => message) ?? [];
}

/** The data of a failed run as the executions list hands it to a retry: without the failed node's last run, from JSON. */
export function retried({ run }: NodeRun): IRunExecutionData {
	const data = JSON.parse(JSON.stringify(run.data)) as IRunExecutionData;
	data.resultData.error = undefined;
	data.resultData.runData[NODE]?.pop();
	return data;
}

/** The data with which the node runs once more in the same execution, as in a loop. */
export function again({ run }: NodeRun, json: IDataObject): IRunExecutionData {
	const data = JSON.parse(JSON.stringify(run.data)) as IRunExecutionData;
	// The run puts the node of the workflow in its place.
	const node = { name: NODE } as INode;
	data.executionData?.nodeExecutionStack.push({ node, data: { main: [[{ json }]] }, source: null });
	return data;
}
