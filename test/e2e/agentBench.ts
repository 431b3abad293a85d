import type { IConnections, IDataObject, INode, NodeConnectionType } from 'n8n-workflow';
import type { SavedCredential, WorkflowFile } from '../../sandbox/n8n/rest';
import { node, using } from './bench';

const AGENT = '@n8n/n8n-nodes-langchain.agent';
const MODEL = '@n8n/n8n-nodes-langchain.lmChatOpenAi';
const REVIEW = 'n8n-nodes-base.telegramHitlTool';

interface AgentParts {
	tool: INode;
	model: SavedCredential;
	/** The agent's own settings. */
	settings?: Partial<INode>;
	/** Puts n8n's human review before the tool. */
	reviewer?: SavedCredential;
	items?: IDataObject[];
}

function modelNode(credential: SavedCredential): INode {
	const parameters = { model: { __rl: true, mode: 'id', value: 'scripted' }, responsesApiEnabled: false, options: { maxRetries: 0 } };
	return node('Model', MODEL, parameters, { ...using(credential), typeVersion: 1.3 });
}

function reviewNode(credential: SavedCredential): INode {
	const approvalOptions = { values: { approvalType: 'double', approveLabel: 'approve', disapproveLabel: 'decline' } };
	const parameters = { message: 'May the agent place this call?', chatId: '1', approvalOptions, options: {} };
	return node('Review', REVIEW, parameters, { ...using(credential), typeVersion: 1.2, webhookId: 'c0ffee00-0000-4000-8000-000000000000' });
}

function connected(links: Array<[from: string, type: NodeConnectionType, to: string]>): IConnections {
	return Object.fromEntries(links.map(([from, type, to]) => [from, { [type]: [[{ node: to, type, index: 0 }]] }]));
}

/** A workflow with today's AI Agent, one tool and a chat model. */
export function agentWorkflow({ tool, model, settings = {}, reviewer, items = [{}] }: AgentParts): WorkflowFile {
	const agent = node('Agent', AGENT, { promptType: 'define', text: 'Call the customer', options: {} }, { typeVersion: 3.1, ...settings });
	const review = reviewer && reviewNode(reviewer);
	return {
		name: `Agent with ${tool.name}`,
		nodes: [node('Items', 'n8n-nodes-base.manualTrigger', {}), agent, modelNode(model), tool, ...(review ? [review] : [])],
		connections: connected([
			['Items', 'main', 'Agent'],
			['Model', 'ai_languageModel', 'Agent'],
			[tool.name, 'ai_tool', review ? 'Review' : 'Agent'],
			...(review ? [['Review', 'ai_tool', 'Agent'] as [string, NodeConnectionType, string]] : []),
		]),
		settings: { executionOrder: 'v1' },
		pinData: { Items: items.map((json) => ({ json })) },
	};
}
