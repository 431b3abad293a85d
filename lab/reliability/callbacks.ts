import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { startSandbox, type Sandbox } from '../../sandbox';
import type { Log } from '../../sandbox/n8n/paths';
import { sandboxCredentials } from '../../sandbox/n8n/examples';
import type { SavedWorkflow } from '../../sandbox/n8n/rest';
import { node } from '../../test/support/workflow';
import { callbackFindings, type CallbackFindings, type CallbackOrder, type ReportedCall } from './callbackFindings';
import { PowerCuts } from './powerCuts';
import { Random } from './random';
import type { Stage } from './stage';

interface Shipment {
	call: ReportedCall;
	/** Copies that are sent at the same moment. */
	together: number;
}

/** A minute of the vendor's retry plan passes in a second. */
const SPEED = 60;
const REPEATED_SHARE = 0.2;
/** Deliveries on their way at a time; those that wait for their next attempt count. */
const UNDERWAY = 12;
const TRIGGER = 'Callback';

function reportedCall(sandbox: Sandbox, random: Random): ReportedCall {
	const callback = sandbox.baiying.callback('callRecord');
	const { sceneInstance } = callback.body.data.data as { sceneInstance: { callInstanceId: number } };
	const copies = random.chance(REPEATED_SHARE) ? random.whole(2, 5) : 1;
	return { callId: String(sceneInstance.callInstanceId), callback, copies, deliveries: [] };
}

/** Of the calls that are delivered several times, half come at one moment and half at any time. */
function shipments(calls: ReportedCall[], random: Random): Shipment[] {
	const all = calls.flatMap((call): Shipment[] =>
		call.copies === 1 || random.chance(0.5)
			? [{ call, together: call.copies }]
			: Array.from({ length: call.copies }, () => ({ call, together: 1 })),
	);
	return random.shuffled(all);
}

/** A published workflow that starts with a Baiying Trigger, and its address with the token. */
export async function publishCallbackWorkflow({ server }: Stage, sandbox: Sandbox): Promise<{ workflow: SavedWorkflow; url: string }> {
	const known = sandboxCredentials(sandbox).find(({ type }) => type === 'baiyingCallbackApi');
	if (!known) throw new Error('The sandbox has no callback credential');
	const { id, name } = await server.rest.createCredential(known.name, known.type, known.data);
	const trigger = node(
		TRIGGER,
		'n8n-nodes-call-center.baiyingTrigger',
		{ authentication: 'callbackToken', options: {} },
		{ webhookId: randomUUID(), typeVersion: 1.1, credentials: { baiyingCallbackApi: { id, name } } },
	);
	const workflow = await server.rest.createWorkflow({
		name: 'Callbacks',
		nodes: [trigger, node('Done', 'n8n-nodes-base.noOp', {})],
		connections: { [TRIGGER]: { main: [[{ node: 'Done', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1', saveDataSuccessExecution: 'all', saveDataErrorExecution: 'all' },
	});
	await server.rest.publish(workflow);
	return { workflow, url: `${server.rest.webhookUrl(workflow)}?token=${String(known.data.token)}` };
}

async function sendAll(sandbox: Sandbox, url: string, waiting: Shipment[], cuts: PowerCuts, log: Log): Promise<void> {
	const all = waiting.length;
	let sent = 0;
	const sender = async () => {
		for (let next = waiting.shift(); next; next = waiting.shift()) {
			const { call, together } = next;
			call.deliveries.push(await sandbox.baiying.deliver(url, call.callback, { copies: together }));
			sent += 1;
			cuts.progress(sent / all);
			if (sent % 500 === 0) log(`  ${sent} of ${all} deliveries`);
		}
	};
	await Promise.all(Array.from({ length: UNDERWAY }, sender));
	await cuts.over();
}

/**
 * Baiying reports calls to a workflow in a real n8n, a fifth of them several times. It resends by its plan what is not acknowledged.
 * Meanwhile n8n is killed now and then. What happened is read from n8n's database.
 */
export async function callbackCampaign(stage: Stage, order: CallbackOrder, log: Log): Promise<CallbackFindings> {
	const random = new Random(order.seed);
	const sandbox = await startSandbox({ speed: SPEED });
	try {
		const { workflow, url } = await publishCallbackWorkflow(stage, sandbox);
		const calls = Array.from({ length: order.calls }, () => reportedCall(sandbox, random));
		const cuts = new PowerCuts(stage.server, order.kills, random, log);
		const startedAt = Date.now();
		await sendAll(sandbox, url, shipments(calls, random), cuts, log);
		const endedAt = Date.now();
		// n8n doesn't always notice that a kill interrupted a run. Such a run stays "running" forever.
		const lastCut = cuts.cuts.at(-1)?.at ?? 0;
		while ((await stage.unfinished(workflow.id, lastCut)) > 0) await wait(1000);
		const executions = await stage.executions(workflow.id);
		return callbackFindings({ order, calls, cuts: cuts.cuts, executions, startedAt, endedAt, trigger: TRIGGER });
	} finally {
		await sandbox.close();
	}
}
