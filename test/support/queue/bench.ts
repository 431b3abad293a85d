import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import axios from 'axios';
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox';
import { sandboxCredentials, saveCredentials } from '../../../sandbox/n8n/examples';
import type { SavedCredential, SavedWorkflow } from '../../../sandbox/n8n/rest';
import { chain, node, using } from '../workflow';
import type { Stack } from './stack';

export const TOKEN = 'sandbox-callback-token';

const ID = (value: string) => ({ __rl: true, mode: 'id', value });

/** Who is called, as parameters of the node. */
interface Parties {
	/** The salesperson. */
	caller: string;
	/** The customer. */
	callee: string;
}

const FROM_ITEM: Parties = { caller: '={{ $json.sales }}', callee: '={{ $json.phone }}' };

/** The running stack, and vendors on this machine with credentials that lead to them. */
export class QueueBench {
	private constructor(
		readonly stack: Stack,
		readonly sandbox: Sandbox,
		readonly credentials: SavedCredential[],
	) {}

	static async open(stack: Stack, options: SandboxOptions = {}): Promise<QueueBench> {
		const { rest } = stack;
		const sandbox = await startSandbox(options);
		return new QueueBench(stack, sandbox, await saveCredentials(rest, sandboxCredentials(sandbox)));
	}

	async close(): Promise<void> {
		await this.sandbox.close();
	}

	/** Chooses the credential of this type in a node. */
	using(type: string): Pick<INode, 'credentials'> {
		const credential = this.credentials.find((candidate) => candidate.type === type);
		if (!credential) throw new Error(`There is no credential of the type ${type}`);
		return using(credential);
	}

	/** "Start back-to-back call" with a salesperson of its own for each customer: that phone rings at once, so rings can be told apart. */
	startCall(options: INodeParameters, parties: Parties = FROM_ITEM): INode {
		const parameters = {
			resource: 'call',
			operation: 'startBack2BackCall',
			instanceId: ID('ccc-test'),
			...parties,
			broker: ID('01021570000'),
			additionalFields: {},
			options,
		};
		return node('Call', 'n8n-nodes-call-center.alibabaCloudCallCenter', parameters, this.using('alibabaCloudAccessKeyApi'));
	}

	/** Baiying's callbacks, with the token. */
	callbackTrigger(options: INodeParameters): INode {
		const parameters = { authentication: 'callbackToken', options };
		const settings = { ...this.using('baiyingCallbackApi'), webhookId: randomUUID(), typeVersion: 1.1 };
		return node('Callback', 'n8n-nodes-call-center.baiyingTrigger', parameters, settings);
	}

	/** A published workflow that starts with a trigger and goes through these nodes, one after another unless they are connected otherwise. */
	async publish(name: string, nodes: INode[], connections = chain(nodes)): Promise<SavedWorkflow> {
		const workflow = await this.stack.rest.createWorkflow({ name, nodes, connections, settings: { executionOrder: 'v1' } });
		await this.stack.rest.publish(workflow);
		for (const address of this.addresses(workflow)) await registered(address);
		return workflow;
	}

	/** The address of the trigger at each of the webhook processors. */
	addresses({ nodes }: SavedWorkflow): string[] {
		const trigger = nodes.find(({ webhookId }) => webhookId);
		return this.stack.processors.map((processor) => `${processor}/webhook/${trigger?.webhookId}/webhook`);
	}

	/** Starts a workflow that begins with `campaignTrigger`. */
	async startCampaign(workflow: SavedWorkflow, called: IDataObject[]): Promise<void> {
		await axios.post(this.addresses(workflow)[0] ?? '', { customers: called }, { proxy: false });
	}
}

/** n8n answers that a workflow is published before its webhooks are. */
async function registered(address: string): Promise<void> {
	// A registered address that doesn't take GET names the method that it does take.
	const answer = async () => JSON.stringify((await axios.get<unknown>(address, { proxy: false, validateStatus: () => true })).data);
	await eventually(`the webhook ${address}`, async () => (await answer()).includes('Did you mean'), 60_000);
}

/** A campaign that is started with `{ "customers": [...] }`; all its customers are the items of one execution. */
export function campaignTrigger(): INode[] {
	const webhookId = randomUUID();
	const path = `${webhookId}/webhook`;
	return [
		node('Campaign', 'n8n-nodes-base.webhook', { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} }, { webhookId, typeVersion: 2 }),
		node('Customers', 'n8n-nodes-base.splitOut', { fieldToSplitOut: 'body.customers', options: {} }),
	];
}

/** Customers, each with a salesperson of its own. */
export function customers(count: number): IDataObject[] {
	return Array.from({ length: count }, (_, index) => ({
		phone: `1372000${String(index).padStart(4, '0')}`,
		sales: `1391814${String(index).padStart(4, '0')}`,
	}));
}

export async function eventually(what: string, condition: () => boolean | Promise<boolean>, timeoutMs: number): Promise<void> {
	const deadline = Date.now() + timeoutMs;
	while (!(await condition())) {
		if (Date.now() > deadline) throw new Error(`Waited ${timeoutMs / 1000} s in vain for ${what}`);
		await wait(50);
	}
}

/** A number for docs/queue-mode.md, shown as the tests run. */
export function figure(text: string): void {
	process.stderr.write(`Figure: ${text}\n`);
}
