import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { ExecuteContext, SupplyDataContext } from 'n8n-core';
import { makeHandleToolInvocation } from 'n8n-core/dist/execution-engine/node-execution-context/utils/get-input-connection-data';
import {
	deepCopy,
	NodeConnectionTypes,
	type IDataObject,
	type INode,
	type INodeType,
	type IRunExecutionData,
	type IWorkflowExecuteAdditionalData,
	type Workflow,
} from 'n8n-workflow';
import { TestCredentialsHelper } from './credentialsHelper';
import { additionalDataFor, freshRun, workflowOf, NODE, type NodeToRun } from './runNode';

interface ToolRun {
	workflow: Workflow;
	tool: INode;
	data: IRunExecutionData;
	additionalData: IWorkflowExecuteAdditionalData;
}

function toolRun(node: NodeToRun, stored?: IRunExecutionData): ToolRun {
	const workflow = workflowOf({ ...node, settings: { type: 'testedTool', ...node.settings } });
	const tool = workflow.getNode(NODE);
	if (!tool) throw new Error('no tool');
	const additionalData = additionalDataFor(new TestCredentialsHelper(node.credentials ?? []), 'agent-execution');
	return { workflow, tool, data: stored ?? freshRun(workflow), additionalData };
}

/** Lets an AI agent's execution call the node as a tool, with n8n's own retries, as sub-agents and older agents do. */
export function toolOf(node: NodeToRun): (args: IDataObject) => Promise<string> {
	const { workflow, tool, data, additionalData } = toolRun(node);
	const connection = NodeConnectionTypes.AiTool;
	const executeData = { node: tool, data: { main: [[{ json: {} }]] }, source: null };
	const contextFor = (run: number) =>
		new SupplyDataContext(workflow, tool, additionalData, 'manual', data, run, [], {}, connection, executeData, []);
	return makeHandleToolInvocation(contextFor, tool, node.type as INodeType, data) as (args: IDataObject) => Promise<string>;
}

/**
 * One execution of an AI Agent of version 3, which leaves its tool calls to n8n's engine: the tool runs as any other node does,
 * and each call of the model is a run of its own.
 */
export class AgentExecution {
	private readonly run: ToolRun;

	constructor(
		private readonly node: NodeToRun,
		stored?: IRunExecutionData,
	) {
		this.run = toolRun(node, stored);
		this.run.tool.rewireOutputLogTo = NodeConnectionTypes.AiTool;
	}

	/** The execution after n8n has stored it, for a human review for example, and loaded it again. */
	resumed(): AgentExecution {
		return new AgentExecution(this.node, deepCopy(this.run.data));
	}

	/** The model calls the tool. @returns one try of this call; "Retry on Fail" makes several */
	call(args: IDataObject, toolCallId: string = randomUUID()): () => Promise<IDataObject[]> {
		const { workflow, tool, data, additionalData } = this.run;
		const runs = (data.resultData.runData[NODE] ??= []);
		const inputOverride = { [NodeConnectionTypes.AiTool]: [[{ json: args }]] };
		const runIndex = runs.push({ inputOverride, source: [], executionIndex: 0, executionTime: 0, startTime: 0 }) - 1;
		const items = [{ json: { ...args, toolCallId }, pairedItem: { item: 0 } }];
		const executeData = { node: tool, data: { main: [items] }, source: { main: [{ previousNode: 'Items' }] } };
		return async () => {
			const context = new ExecuteContext(workflow, tool, additionalData, 'manual', data, runIndex, items, executeData.data, executeData, []);
			const outputs = await this.node.type.execute?.call(context);
			return Array.isArray(outputs) ? (outputs[0] ?? []).map(({ json }) => json) : [];
		};
	}
}
