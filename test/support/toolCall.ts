import 'reflect-metadata';
import { SupplyDataContext } from 'n8n-core';
import { makeHandleToolInvocation } from 'n8n-core/dist/execution-engine/node-execution-context/utils/get-input-connection-data';
import { NodeConnectionTypes, type IDataObject, type INodeType } from 'n8n-workflow';
import { TestCredentialsHelper } from './credentialsHelper';
import { additionalDataFor, freshRun, workflowOf, NODE, type NodeToRun } from './runNode';

/** Lets an AI agent's execution call the node as a tool, with n8n's own retries. */
export function toolOf(node: NodeToRun): (args: IDataObject) => Promise<string> {
	const workflow = workflowOf(node);
	const data = freshRun(workflow);
	const additionalData = additionalDataFor(new TestCredentialsHelper(node.credentials ?? []), 'agent-execution');
	const tool = workflow.getNode(NODE);
	if (!tool) throw new Error('no tool');
	const connection = NodeConnectionTypes.AiTool;
	const executeData = { node: tool, data: { main: [[{ json: {} }]] }, source: null };
	const contextFor = (run: number) =>
		new SupplyDataContext(workflow, tool, additionalData, 'manual', data, run, [], {}, connection, executeData, []);
	return makeHandleToolInvocation(contextFor, tool, node.type as INodeType, data) as (args: IDataObject) => Promise<string>;
}
