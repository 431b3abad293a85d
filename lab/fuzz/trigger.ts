import type { Request, Response } from 'express';
import { WebhookContext } from 'n8n-core';
import { Workflow, type IDataObject, type INode, type INodeExecutionData, type IWebhookData, type NodeParameterValueType } from 'n8n-workflow';
import { baiying } from '../../test/nodes/Baiying/support/trigger';
import { additionalDataFor } from '../../test/support/runNode';
import { credentialsOf, nodeOf, nodeTypesOf, type TriggerUnderTest, type WebhookNode } from '../../test/support/webhook';

/** How the trigger answered. */
export interface Reply {
	status: number;
	/** Of a refusal. */
	reason?: unknown;
	/** What starts the run, if one starts. */
	items: INodeExecutionData[];
	/** Processor time of the node, which does not depend on what else the machine does. */
	ms: number;
}

export interface Setup {
	parameters: Record<string, NodeParameterValueType>;
	credential?: IDataObject;
	query?: Record<string, string>;
}

const EVERY_GRADE = ['A', 'B', 'C', 'D', 'E', 'F'];

/** Settings that lead through different parts of the node. */
export const SETUPS = {
	default: { parameters: { authentication: 'none' } },
	whole: { parameters: { authentication: 'none', simplify: false } },
	filtered: {
		parameters: {
			authentication: 'callbackToken',
			options: { companyIds: '1,241', jobIds: '1,535', finishStatuses: ['0', 'unknown'], intentionGrades: EVERY_GRADE, allowedIps: '127.0.0.0/8' },
		},
		credential: { token: 'sandbox-callback-token' },
		query: { token: 'sandbox-callback-token' },
	},
	signed: { parameters: { authentication: 'none', options: { verifySignature: true } }, credential: { appKey: 'sandbox-app-key', appSecret: 'sandbox-app-secret' } },
} satisfies Record<string, Setup>;

export type SetupName = keyof typeof SETUPS;

export const SETUP_NAMES = Object.keys(SETUPS) as SetupName[];

/** The part of an HTTP response that n8n and the node use. */
class RecordedResponse {
	statusCode = 200;
	writableEnded = false;
	body: unknown;

	status(code: number): this {
		this.statusCode = code;
		return this;
	}

	setHeader(): this {
		return this;
	}

	json(body: unknown): this {
		this.body = body;
		this.writableEnded = true;
		return this;
	}
}

/** The node's `webhook` in n8n-core's own context, without HTTP around it, so that only the node's time counts. */
export class FuzzedTrigger {
	private readonly node: INode;
	private readonly workflow: Workflow;
	private senders = 0;

	private readonly tested: TriggerUnderTest;

	constructor(
		private readonly type: WebhookNode,
		private readonly setup: Setup,
		tested: TriggerUnderTest = baiying(type),
	) {
		this.tested = { ...tested, type };
		this.node = nodeOf(this.tested, setup);
		this.workflow = new Workflow({ id: 'fuzz', nodes: [this.node], connections: {}, active: true, nodeTypes: nodeTypesOf(this.type) });
	}

	/** Lets the trigger take every later body for a new one. */
	forget(): void {
		this.senders += 1;
		const node = this.workflow.getNode(this.node.name);
		if (node) node.id = `${this.node.id}/${this.senders}`;
	}

	/** @throws what the node throws */
	async receive(rawBody: Buffer): Promise<Reply> {
		const response = new RecordedResponse();
		const context = this.contextFor({ rawBody, body: {}, headers: {}, query: this.setup.query ?? {}, ip: '127.0.0.1' }, response);
		const before = process.cpuUsage();
		const result = await this.type.webhook.call(context);
		const { user, system } = process.cpuUsage(before);
		const ms = (user + system) / 1000;
		if (result.noWebhookResponse) {
			const { error: reason } = response.body as { error?: unknown };
			return { status: response.statusCode, reason, items: [], ms };
		}
		response.writableEnded = true;
		const isAcknowledged = /success/.test(JSON.stringify(result.webhookResponse));
		return { status: isAcknowledged ? 200 : 500, items: result.workflowData?.[0] ?? [], ms };
	}

	private contextFor(request: object, response: RecordedResponse): WebhookContext {
		const additionalData = additionalDataFor(credentialsOf(this.tested, this.setup.credential), 'none');
		additionalData.httpRequest = request as Request;
		additionalData.httpResponse = response as unknown as Response;
		const webhookData: IWebhookData = {
			httpMethod: 'POST',
			node: this.node.name,
			path: 'webhook',
			webhookDescription: this.type.description.webhooks?.[0] as IWebhookData['webhookDescription'],
			workflowId: 'fuzz',
			workflowExecuteAdditionalData: additionalData,
		};
		const node = this.workflow.getNode(this.node.name) as INode;
		return new WebhookContext(this.workflow, node, additionalData, 'webhook', webhookData, [], null);
	}
}
