import { setTimeout as wait } from 'node:timers/promises';
import { startSandbox, type Sandbox } from '../../sandbox';
import type { Log } from '../../sandbox/n8n/paths';
import { sandboxCredentials } from '../../sandbox/n8n/examples';
import type { SavedWorkflow } from '../../sandbox/n8n/rest';
import { node } from '../../test/support/workflow';
import { PowerCuts } from './powerCuts';
import { Random } from './random';
import { recordFindings, type RecordFindings, type RecordOrder } from './recordFindings';
import type { Stage } from './stage';

const TRIGGER = 'Calls';
const MINUTE_MS = 60_000;
/** Records that appear at a time, and how often. */
const SHOAL = 100;
const SHOAL_EVERY_MS = 1000;
const LOOK_EVERY_MS = 2000;
/** How long nothing new may happen before the campaign ends. */
const PATIENCE_MS = 60_000;

/** A published workflow with the trigger, which polls every two seconds. */
async function publishRecordWorkflow({ server }: Stage, sandbox: Sandbox): Promise<SavedWorkflow> {
	const known = sandboxCredentials(sandbox).find(({ type }) => type === 'alibabaCloudAccessKeyApi');
	if (!known) throw new Error('The sandbox has no access key');
	const { id, name } = await server.rest.createCredential(known.name, known.type, known.data);
	const parameters = {
		pollTimes: { item: [{ mode: 'custom', cronExpression: '*/2 * * * * *' }] },
		instanceId: { __rl: true, mode: 'id', value: 'ccc-test' },
		events: ['callEnded'],
		filters: {},
		options: {},
	};
	const trigger = node(TRIGGER, 'n8n-nodes-call-center.alibabaCloudCallCenterTrigger', parameters, { credentials: { alibabaCloudAccessKeyApi: { id, name } } });
	const workflow = await server.rest.createWorkflow({
		name: 'Call records',
		nodes: [trigger, node('Done', 'n8n-nodes-base.noOp', {})],
		connections: { [TRIGGER]: { main: [[{ node: 'Done', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1', saveDataSuccessExecution: 'all', saveDataErrorExecution: 'all' },
	});
	await server.rest.publish(workflow);
	// It takes note of what exists when it becomes active.
	while (sandbox.alibaba.requests === 0) await wait(100);
	await wait(LOOK_EVERY_MS);
	return workflow;
}

/** Calls of up to three hours end; the records of some appear late, and many have the same times. */
function addRecord(sandbox: Sandbox, index: number, random: Random): string {
	const jobId = `job-${String(index).padStart(8, '0')}`;
	const endedAt = Date.now() - (random.chance(0.1) ? random.whole(0, 30) * MINUTE_MS : 0);
	const releasedAt = Math.floor(endedAt / 1000) * 1000;
	sandbox.alibaba.records.push({
		ContactId: jobId,
		InstanceId: 'ccc-test',
		ContactType: 'OUTBOUND',
		MediaType: 'AUDIO',
		ContactDisposition: 'Success',
		StartTime: releasedAt - random.whole(0, 180) * MINUTE_MS,
		ReleaseTime: releasedAt,
		CallingNumber: '01021570000',
		CalledNumber: `137${String(index).padStart(8, '0')}`,
		Broker: '',
		RecordingReady: false,
	});
	return jobId;
}

async function addAll(sandbox: Sandbox, { records, seed }: RecordOrder): Promise<string[]> {
	const random = new Random(seed);
	const jobIds: string[] = [];
	while (jobIds.length < records) {
		for (let i = 0; i < SHOAL && jobIds.length < records; i++) jobIds.push(addRecord(sandbox, jobIds.length, random));
		await wait(SHOAL_EVERY_MS);
	}
	return jobIds;
}

/** Resolves when no run has been added for a while. */
async function settle(stage: Stage, workflow: SavedWorkflow, cuts: PowerCuts, { records }: RecordOrder, log: Log): Promise<void> {
	let last = { created: -1, at: Date.now() };
	while (Date.now() - last.at < (last.created >= records ? PATIENCE_MS / 3 : PATIENCE_MS)) {
		const created = await stage.created(workflow.id);
		const cutsSoFar = cuts.cuts.length;
		cuts.progress(created / records);
		await cuts.over();
		if (created !== last.created || cuts.cuts.length > cutsSoFar) last = { created, at: Date.now() };
		log(`  ${created} of ${records} runs`);
		await wait(LOOK_EVERY_MS);
	}
}

/**
 * Call records appear at Alibaba Cloud while a workflow in a real n8n polls for them and n8n is killed now and then. What happened is
 * read from n8n's database.
 */
export async function recordCampaign(stage: Stage, order: RecordOrder, log: Log): Promise<RecordFindings> {
	const sandbox = await startSandbox({ speed: 1 });
	try {
		const workflow = await publishRecordWorkflow(stage, sandbox);
		const cuts = new PowerCuts(stage.server, order.kills, new Random(order.seed), log);
		const startedAt = Date.now();
		const [jobIds] = await Promise.all([addAll(sandbox, order), settle(stage, workflow, cuts, order, log)]);
		const executions = await stage.executions(workflow.id);
		return recordFindings({ order, jobIds, cuts: cuts.cuts, executions, startedAt, trigger: TRIGGER });
	} finally {
		await sandbox.close();
	}
}
