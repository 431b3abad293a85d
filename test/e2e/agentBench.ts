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
	/** Gives the tool to another agent, which is a tool of the agent. */
	hasSubAgent?: boolean;
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

type Link = [from: string, type: NodeConnectionType, to: string];

function connected(links: Link[]): IConnections {
	const connections: IConnections = {};
	for (const [from, type, to] of links) {
		const targets = connections[from]?.[type]?.[0] ?? [];
		connections[from] = { [type]: [[...targets, { node: to, type, index: 0 }]] };
	}
	return connections;
}

/** A workflow with today's AI Agent, one tool and a chat model. */
export function agentWorkflow({ tool, model, settings = {}, reviewer, hasSubAgent = false, items = [{}] }: AgentParts): WorkflowFile {
	const prompt = { text: 'Call the customer', options: {} };
	const agent = node('Agent', AGENT, { ...prompt, promptType: 'define' }, { typeVersion: 3.1, ...settings });
	const between = [
		...(reviewer ? [reviewNode(reviewer)] : []),
		...(hasSubAgent ? [node('Sub-agent', `${AGENT}Tool`, prompt, { typeVersion: 3 })] : []),
	];
	const [user = agent] = between;
	const links: Link[] = [
		['Items', 'main', 'Agent'],
		['Model', 'ai_languageModel', 'Agent'],
		[tool.name, 'ai_tool', user.name],
		...between.map(({ name }): Link => [name, 'ai_tool', 'Agent']),
		...(hasSubAgent ? [['Model', 'ai_languageModel', 'Sub-agent'] as Link] : []),
	];
	return {
		name: `Agent with ${tool.name}`,
		nodes: [node('Items', 'n8n-nodes-base.manualTrigger', {}), agent, modelNode(model), tool, ...between],
		connections: connected(links),
		settings: { executionOrder: 'v1' },
		pinData: { Items: items.map((json) => ({ json })) },
	};
}
