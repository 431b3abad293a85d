import axios, { type AxiosInstance } from 'axios';
import { parse } from 'flatted';
import { Agent } from 'node:http';
import type { IConnections, IDataObject, INode, INodeExecutionData, IPinData, IRunExecutionData, IWorkflowSettings } from 'n8n-workflow';

export interface Login {
	email: string;
	password: string;
}

/** A workflow as the editor exports it. */
export interface WorkflowFile {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
	/** What a trigger returns in a manual run, instead of being run itself. */
	pinData?: IPinData;
}

export interface SavedWorkflow extends WorkflowFile {
	id: string;
	versionId: string;
}

export interface SavedCredential {
	id: string;
	name: string;
	type: string;
}

export interface CredentialTest {
	status: 'OK' | 'Error';
	message: string;
}

export interface ExecutionSummary {
	id: string;
	workflowId: string;
	status: 'new' | 'running' | 'success' | 'error' | 'canceled' | 'crashed' | 'waiting' | 'unknown';
	mode: string;
}

export interface Execution extends ExecutionSummary {
	data: IRunExecutionData;
	/** By which the execution can be found. */
	customData?: Record<string, string>;
}

/** What a node produced in an execution: the items of one of its outputs, over all its runs. */
export function itemsOf(execution: Execution, node: string, output = 0): INodeExecutionData[] {
	const runs = execution.data.resultData.runData[node] ?? [];
	return runs.flatMap((run) => run.data?.main?.[output] ?? []);
}

export interface ListSearch {
	parameter: string;
	/** The node's method behind the list, e.g. `searchInstances`. */
	method: string;
	filter?: string;
}

const POLL_INTERVAL = 200;

/** n8n's own REST interface, the one the editor uses, for its owner. */
export class RestClient {
	private readonly http: AxiosInstance;
	private cookie = '';

	/** @param url n8n's address, without a slash at the end */
	constructor(readonly url: string) {
		// n8n closes a connection that was idle for 5 seconds, maybe just as it is used again.
		const httpAgent = new Agent({ keepAlive: false });
		this.http = axios.create({ baseURL: url, proxy: false, validateStatus: () => true, maxRedirects: 0, httpAgent });
	}

	/** Creates the owner of a new n8n and signs in as that user. */
	async setUpOwner({ email, password }: Login): Promise<void> {
		await this.call('POST', '/owner/setup', { email, password, firstName: 'Sandbox', lastName: 'Owner' });
	}

	async login({ email, password }: Login): Promise<void> {
		await this.call('POST', '/login', { emailOrLdapLoginId: email, password });
	}

	/** The names of all node types that n8n has loaded, e.g. `n8n-nodes-base.webhook`. */
	async nodeTypes(): Promise<string[]> {
		const { data } = await this.http.get<Array<{ name: string }>>('/types/nodes.json', { headers: { cookie: this.cookie } });
		return data.map(({ name }) => name);
	}

	async createCredential(name: string, type: string, data: IDataObject): Promise<SavedCredential> {
		return await this.call('POST', '/credentials', { name, type, data });
	}

	/** What the editor says about a saved credential, in green or red. Like the editor, we never see the secrets again. */
	async testCredential({ id, name, type }: SavedCredential): Promise<CredentialTest> {
		const { data } = await this.call<{ data: IDataObject }>('GET', `/credentials/${id}?includeData=true`);
		return await this.call('POST', '/credentials/test', { credentials: { id, name, type, data } });
	}

	/** What the editor shows in a searchable list of a node. */
	async searchList({ type, typeVersion, parameters, credentials }: INode, list: ListSearch): Promise<Array<{ name: string; value: string }>> {
		const { results } = await this.call<{ results: Array<{ name: string; value: string }> }>(
			'POST',
			'/dynamic-node-parameters/resource-locator-results',
			{
				path: `parameters.${list.parameter}`,
				methodName: list.method,
				filter: list.filter,
				nodeTypeAndVersion: { name: type, version: typeVersion },
				currentNodeParameters: parameters,
				credentials,
			},
		);
		return results;
	}

	async createWorkflow(workflow: WorkflowFile): Promise<SavedWorkflow> {
		return await this.call('POST', '/workflows', workflow);
	}

	/** Publishes a workflow; with one of our triggers, returns once its webhook is registered, which is later than n8n's own answer. */
	async publish(workflow: SavedWorkflow): Promise<void> {
		await this.call('POST', `/workflows/${workflow.id}/activate`, { versionId: workflow.versionId });
		if (!workflow.nodes.some(isWebhookTrigger)) return;
		const url = this.webhookUrl(workflow);
		await this.waitUntil(`the webhook of "${workflow.name}"`, async () => await this.isRegistered(url), 30_000);
	}

	async unpublish(workflow: SavedWorkflow): Promise<void> {
		await this.call('POST', `/workflows/${workflow.id}/deactivate`, {});
	}

	/** The production address of the workflow's trigger, which has the webhook path `webhook`. */
	webhookUrl({ name, nodes }: WorkflowFile): string {
		const trigger = nodes.find(isWebhookTrigger);
		if (!trigger) throw new Error(`"${name}" has no trigger with a webhook`);
		return `${this.url}/webhook/${trigger.webhookId}/webhook`;
	}

	/** Runs a saved workflow from its trigger, as "Execute workflow" does. @returns the execution once it has ended */
	async run(workflow: SavedWorkflow, trigger: string, timeoutMs = 60_000): Promise<Execution> {
		const { executionId } = await this.call<{ executionId: string }>('POST', `/workflows/${workflow.id}/run`, {
			triggerToStartFrom: { name: trigger },
		});
		await this.waitUntil(
			`execution ${executionId}`,
			async () => hasEnded(await this.call<ExecutionSummary>('GET', `/executions/${executionId}`)),
			timeoutMs,
		);
		return await this.execution(executionId);
	}

	/** The executions of a workflow, oldest first; at most 100. */
	async executions(workflowId: string): Promise<ExecutionSummary[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const { results } = await this.call<{ results: ExecutionSummary[] }>('GET', `/executions?limit=100&filter=${filter}`);
		return results.sort((a, b) => Number(a.id) - Number(b.id));
	}

	/** Waits until this many executions of a workflow have ended. @returns all of them, oldest first */
	async waitForExecutions(workflowId: string, count: number, timeoutMs = 60_000): Promise<Execution[]> {
		await this.waitUntil(
			`${count} finished executions of workflow ${workflowId}`,
			async () => (await this.executions(workflowId)).filter(hasEnded).length >= count,
			timeoutMs,
		);
		const summaries = (await this.executions(workflowId)).filter(hasEnded);
		return await Promise.all(summaries.map(async ({ id }) => await this.execution(id)));
	}

	async execution(id: string): Promise<Execution> {
		const stored = await this.call<ExecutionSummary & { data: string }>('GET', `/executions/${id}`);
		return { ...stored, data: parse(stored.data) as IRunExecutionData };
	}

	private async isRegistered(webhookUrl: string): Promise<boolean> {
		// No webhook of ours takes GET; for a registered path n8n then names the method that it does take.
		const { data } = await this.http.get<{ message?: string }>(webhookUrl);
		return data.message?.includes('Did you mean') ?? false;
	}

	private async waitUntil(what: string, condition: () => Promise<boolean>, timeoutMs: number): Promise<void> {
		const deadline = Date.now() + timeoutMs;
		while (!(await condition())) {
			if (Date.now() > deadline) throw new Error(`Waited ${timeoutMs / 1000} s in vain for ${what}`);
			await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL));
		}
	}

	private async call<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
		const response = await this.http.request<{ data: T; message?: string }>({
			method,
			url: `/rest${path}`,
			data: body,
			headers: { cookie: this.cookie },
		});
		if (response.status >= 400) throw new Error(`${method} /rest${path}: ${response.status} ${response.data.message ?? ''}`);
		const cookies = response.headers['set-cookie'];
		if (cookies) this.cookie = cookies.map((cookie) => cookie.split(';')[0]).join('; ');
		return response.data.data;
	}
}

/** One of ours; n8n's Wait nodes and forms, for example, have a webhook as well. */
function isWebhookTrigger({ type, webhookId }: INode): boolean {
	return type.startsWith('n8n-nodes-call-center.') && webhookId !== undefined;
}

function hasEnded({ status }: ExecutionSummary): boolean {
	return !['new', 'running', 'waiting'].includes(status);
}
