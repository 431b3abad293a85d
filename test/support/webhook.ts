import express, { type Request, type Response } from 'express';
import { WebhookContext } from 'n8n-core';
import {
	NodeHelpers,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeType,
	type INodeTypes,
	type IWebhookData,
	type IWebhookFunctions,
	type IWebhookResponseData,
	type NodeParameterValueType,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { randomUUID } from 'node:crypto';
import { listen } from '../../sandbox/server';
import { TestCredentialsHelper } from './credentialsHelper';
import { additionalDataFor } from './runNode';

/** The node under test, as `new SomeTrigger()`. */
export interface WebhookNode extends INodeType {
	webhook(this: IWebhookFunctions): Promise<IWebhookResponseData>;
}

/** A webhook trigger, and the credential by which it knows its callbacks. */
export interface TriggerUnderTest {
	type: WebhookNode;
	credential: ICredentialType;
	/** What the credential holds unless a test says otherwise. */
	empty: ICredentialDataDecryptedObject;
}

export interface TriggerSetup {
	parameters?: Record<string, NodeParameterValueType>;
	/** Without it the node has no credential chosen. */
	credential?: IDataObject;
	mode?: WorkflowExecuteMode;
	/** n8n recording the run; rejects when it can't. */
	record?: (item: INodeExecutionData) => Promise<void>;
	/** As N8N_PROXY_HOPS. */
	proxyHops?: number;
	nodeId?: string;
	typeVersion?: number;
}

export interface Reply {
	status: number;
	body: string;
	contentType: string | null;
}

export interface PostOptions {
	contentType?: string;
	query?: string;
	headers?: Record<string, string>;
	signal?: AbortSignal;
}

export interface RunningTrigger {
	url: string;
	/** The items that started a run, recorded ones only. */
	items: INodeExecutionData[];
	json(): IDataObject[];
	post(body: unknown, options?: PostOptions): Promise<Reply>;
	close(): Promise<void>;
}

export function nodeTypesOf(type: INodeType): INodeTypes {
	return {
		getByName: () => type,
		getByNameAndVersion: () => NodeHelpers.getVersionedNodeType(type),
		getKnownTypes: () => ({}),
	};
}

export function nodeOf({ type: { description }, credential: { name } }: TriggerUnderTest, setup: TriggerSetup): INode {
	const { parameters = {}, credential, nodeId, typeVersion } = setup;
	return {
		id: nodeId ?? randomUUID(),
		name: description.displayName,
		type: description.name,
		typeVersion: typeVersion ?? description.defaultVersion ?? 1,
		position: [0, 0],
		webhookId: randomUUID(),
		parameters,
		...(credential && { credentials: { [name]: { id: randomUUID(), name: 'test' } } }),
	};
}

export function credentialsOf({ credential, empty }: TriggerUnderTest, data: IDataObject = {}): TestCredentialsHelper {
	return new TestCredentialsHelper([{ type: credential, data: { ...empty, ...data } as ICredentialDataDecryptedObject }]);
}

/** Settings that accept every callback, for tests about something else. */
export function open(setup: TriggerSetup = {}): TriggerSetup {
	return { ...setup, parameters: { authentication: 'none', ...setup.parameters } };
}

async function rawBody(request: Request): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}

/**
 * The node behind an HTTP server that treats a webhook as n8n 2.41 does: the body is read, the node is asked (in n8n-core's own
 * context), the run is recorded, and only then the answer goes out.
 */
export async function startWebhook(tested: TriggerUnderTest, setup: TriggerSetup = {}): Promise<RunningTrigger> {
	const { type } = tested;
	const workflow = new Workflow({
		id: 'test-workflow',
		nodes: [nodeOf(tested, setup)],
		connections: {},
		active: true,
		nodeTypes: nodeTypesOf(type),
	});
	const node = workflow.getNode(type.description.displayName) as INode;
	const webhookDescription = type.description.webhooks?.[0] as IWebhookData['webhookDescription'];
	const items: INodeExecutionData[] = [];

	const handle = async (request: Request, response: Response) => {
		const withRaw = request as Request & { rawBody?: Buffer };
		withRaw.rawBody = await rawBody(request);
		const additionalData = additionalDataFor(credentialsOf(tested, setup.credential), 'none');
		additionalData.httpRequest = request;
		additionalData.httpResponse = response;
		const webhookData: IWebhookData = {
			httpMethod: 'POST',
			node: node.name,
			path: 'webhook',
			webhookDescription,
			workflowId: 'test-workflow',
			workflowExecuteAdditionalData: additionalData,
		};
		const context = new WebhookContext(workflow, node, additionalData, setup.mode ?? 'webhook', webhookData, [], null);
		const result = await type.webhook.call(context);
		if (result.noWebhookResponse) return;
		const started = result.workflowData?.[0] ?? [];
		for (const item of started) await setup.record?.(item);
		items.push(...started);
		response.status(200).send(result.webhookResponse);
	};

	const app = express();
	app.set('trust proxy', setup.proxyHops ?? 0);
	app.post('/webhook', (request, response) => {
		handle(request, response).catch(() => response.status(500).json({ message: 'could not be started' }));
	});
	const server = await listen(app, 0);

	return {
		url: `${server.url}/webhook`,
		items,
		json: () => items.map(({ json }) => json),
		post: async (body, { contentType = 'application/json;charset=utf-8', query = '', headers, signal } = {}) => {
			const response = await fetch(`${server.url}/webhook${query}`, {
				method: 'POST',
				headers: { 'content-type': contentType, ...headers },
				body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
				signal,
			});
			return {
				status: response.status,
				body: await response.text(),
				contentType: response.headers.get('content-type'),
			};
		},
		close: server.close,
	};
}
