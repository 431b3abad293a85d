import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import axios from 'axios';
import { startSandbox, type Sandbox } from '../../sandbox';
import type { Log } from '../../sandbox/n8n/paths';
import { sandboxCredentials } from '../../sandbox/n8n/examples';
import type { SavedWorkflow } from '../../sandbox/n8n/rest';
import { node } from '../../test/support/workflow';
import { callFindings, type CallFindings, type CallOrder } from './callFindings';
import { PlannedFaults } from './faultPlan';
import { PowerCuts } from './powerCuts';
import { Random } from './random';
import { senderNode, type Sender } from './senders';
import type { Stage } from './stage';

export interface Customer {
	phone: string;
	salesPhone: string;
}

export interface Batch {
	/** Its number. */
	batch: number;
	campaign: string;
	customers: Customer[];
}

const BATCH_SIZE = 100;
/** How long the user takes to restart a batch. */
export const START_AGAIN_MS = 500;
/** Batches in parallel, each of them an execution. */
const IN_PARALLEL = 5;
/** A call lasts twelve seconds in the sandbox. */
const SPEED = 60;

function batches({ calls, seed }: CallOrder): Batch[] {
	const customers = Array.from({ length: calls }, (_, index): Customer => {
		const digits = String(index).padStart(7, '0');
		return { phone: `1372${digits}`, salesPhone: `1391${digits}` };
	});
	return Array.from({ length: Math.ceil(calls / BATCH_SIZE) }, (_, batch) => ({
		batch,
		campaign: `campaign-${seed}`,
		customers: customers.slice(batch * BATCH_SIZE, (batch + 1) * BATCH_SIZE),
	}));
}

interface CalledVendor {
	/** The type of its credential, and the field of it that leads to the sandbox. */
	type: string;
	address: Record<string, string>;
	placed(): Array<{ callee: string }>;
}

function vendorOf({ alibaba, aicc }: Sandbox, sender: Sender): CalledVendor {
	if (sender !== 'two-party calls') return { type: 'alibabaCloudAccessKeyApi', address: { endpoint: alibaba.httpsUrl }, placed: () => alibaba.calls() };
	return { type: 'huaweiAiccApi', address: { baseUrl: aicc.httpsUrl }, placed: () => aicc.calls().map(({ called }) => ({ callee: called })) };
}

/** A batch comes in, each of its customers is called, and the webhook answers when the run has ended. */
export async function publishWorkflow({ server }: Stage, sandbox: Sandbox, sender: Sender): Promise<{ workflow: SavedWorkflow; url: string }> {
	const { type, address } = vendorOf(sandbox, sender);
	const known = sandboxCredentials(sandbox).find((credential) => credential.type === type);
	if (!known) throw new Error(`The sandbox has no credential of the type ${type}`);
	const credential = await server.rest.createCredential(known.name, known.type, { ...known.data, ...address });
	const path = `campaign-${randomUUID()}`;
	const batch = node(
		'Batch',
		'n8n-nodes-base.webhook',
		{ httpMethod: 'POST', path, responseMode: 'lastNode', responseData: 'noData', options: {} },
		{ webhookId: randomUUID(), typeVersion: 2 },
	);
	const call = senderNode(sender, credential, sandbox.alibaba.httpsUrl);
	const split = node('Customers', 'n8n-nodes-base.splitOut', { fieldToSplitOut: 'body.customers', options: {} });
	const main = (name: string) => ({ main: [[{ node: name, type: 'main' as const, index: 0 }]] });
	const workflow = await server.rest.createWorkflow({
		name: 'Campaign',
		nodes: [batch, split, call],
		connections: { Batch: main('Customers'), Customers: main('Call') },
		settings: { executionOrder: 'v1', saveDataSuccessExecution: 'all', saveDataErrorExecution: 'all' },
	});
	await server.rest.publish(workflow);
	return { workflow, url: `${server.url}/webhook/${path}` };
}

/** True once the run has ended; false if n8n was killed in the meantime or is not up yet. */
export async function runBatch(url: string, batch: Batch): Promise<boolean> {
	try {
		const { status } = await axios.post(url, batch, { proxy: false, validateStatus: () => true });
		return status === 200;
	} catch {
		return false;
	}
}

async function runAll(url: string, waiting: Batch[], cuts: PowerCuts, log: Log): Promise<void> {
	const all = waiting.length;
	let ended = 0;
	const runner = async () => {
		for (let next = waiting.shift(); next; next = waiting.shift()) {
			// A user who finds an execution that never ended does the same.
			while (!(await runBatch(url, next))) await Promise.all([cuts.over(), wait(START_AGAIN_MS)]);
			ended += 1;
			cuts.progress(ended / all);
			if (ended % 10 === 0) log(`  ${ended} of ${all} batches`);
		}
	};
	await Promise.all(Array.from({ length: IN_PARALLEL }, runner));
	await cuts.over();
}

/**
 * Calls customers in batches through a real n8n. The vendor is reached over TLS and fails in every way the sandbox knows. n8n is killed
 * now and then, and the interrupted batches are started again. n8n's database shows what the node reported for each customer, the
 * vendor shows what really happened.
 */
export async function callCampaign(stage: Stage, order: CallOrder, log: Log): Promise<CallFindings> {
	const random = new Random(order.seed);
	const sandbox = await startSandbox({ speed: SPEED });
	try {
		const waiting = batches(order);
		const phones = waiting.flatMap(({ customers }) => customers.map(({ phone }) => phone));
		const firsts = waiting.flatMap(({ customers }) => customers.slice(0, 1).map(({ phone }) => phone));
		const { workflow, url } = await publishWorkflow(stage, sandbox, order.sender);
		const faults = new PlannedFaults(phones, firsts, random);
		sandbox.world.faults = faults;
		const cuts = new PowerCuts(stage.server, order.kills, random, log);
		const startedAt = Date.now();
		await runAll(url, waiting, cuts, log);
		const seconds = Math.round((Date.now() - startedAt) / 1000);
		const executions = await stage.executions(workflow.id);
		const vendor = { placed: vendorOf(sandbox, order.sender).placed(), rings: sandbox.world.phones.rings(), requests: faults.requests };
		return callFindings({ order, phones, ...vendor, executions, cuts: cuts.cuts, seconds });
	} finally {
		await sandbox.close();
	}
}
