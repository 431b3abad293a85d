import { setTimeout as wait } from 'node:timers/promises';
import { startSandbox, type Sandbox } from '../../sandbox';
import { Faults, type Fault } from '../../sandbox/faults';
import type { Log } from '../../sandbox/n8n/paths';
import type { Vendor } from '../../sandbox/phones';
import { publishWorkflow, runBatch, START_AGAIN_MS, type Batch } from './calls';
import { PowerCuts } from './powerCuts';
import { Random } from './random';
import type { Stage } from './stage';
import { waitingFindings, type WaitingFindings, type WaitingOrder } from './waitingFindings';

/** The node asks once per second of real time, so the clock may not run too fast: a call of one to three minutes lasts 10 to 30 seconds. */
export const SPEED = 6;
const SHORTEST_S = 60;
const LONGEST_S = 180;
/** How long the two phones of a call ring. */
const RINGING_MS = 4000;
const LOOK_MS = 1000;

/** Records when requests came, and lets all of them pass. */
class SeenRequests extends Faults {
	/** By the vendor's action; milliseconds since 1970. */
	readonly at = new Map<string, number[]>();

	override strike(_vendor: Vendor, action: string): Fault | undefined {
		this.at.set(action, [...(this.at.get(action) ?? []), Date.now()]);
		return undefined;
	}
}

function batchOf({ calls, seed }: WaitingOrder): Batch {
	const digits = Array.from({ length: calls }, (_, index) => String(index).padStart(7, '0'));
	return { batch: 0, campaign: `campaign-${seed}`, customers: digits.map((own) => ({ phone: `1372${own}`, salesPhone: `1391${own}` })) };
}

/** Everybody answers; the customer hangs up. */
function setDurations({ world }: Sandbox, { customers }: Batch, random: Random): void {
	for (const { phone, salesPhone } of customers) {
		world.phones.setBehaviour(salesPhone, { talkMs: LONGEST_S * 1000 });
		world.phones.setBehaviour(phone, { talkMs: random.whole(SHORTEST_S, LONGEST_S) * 1000 - RINGING_MS });
	}
}

/** The share of customers who were called decides when n8n is killed. */
async function watchProgress(sandbox: Sandbox, { calls }: WaitingOrder, cuts: PowerCuts, log: Log, isOver: () => boolean): Promise<void> {
	for (let looks = 1; !isOver(); looks++) {
		await wait(LOOK_MS);
		const placed = sandbox.alibaba.calls().length;
		cuts.progress(placed / calls);
		if (looks % 60 === 0) log(`  ${placed} of ${calls} calls`);
	}
}

/**
 * Calls customers with one node that waits for the end of each call, in one execution. n8n may be killed in between, and the execution
 * is then started again.
 */
export async function waitingCampaign(stage: Stage, order: WaitingOrder, log: Log): Promise<WaitingFindings> {
	const random = new Random(order.seed);
	const sandbox = await startSandbox({ speed: SPEED });
	try {
		const batch = batchOf(order);
		setDurations(sandbox, batch, random);
		const { workflow, url } = await publishWorkflow(stage, sandbox, 'waiting');
		const seen = new SeenRequests();
		sandbox.world.faults = seen;
		const cuts = new PowerCuts(stage.server, order.kills, random, log);
		let isOver = false;
		const startedAt = Date.now();
		const progress = watchProgress(sandbox, order, cuts, log, () => isOver);
		while (!(await runBatch(url, batch))) await Promise.all([cuts.over(), wait(START_AGAIN_MS)]);
		const endedAt = Date.now();
		isOver = true;
		await Promise.all([progress, cuts.over()]);
		const executions = await stage.executions(workflow.id);
		const placed = sandbox.alibaba.calls();
		return waitingFindings({ order, placed, rings: sandbox.world.phones.rings(), requests: seen.at, executions, kills: cuts.cuts.length, startedAt, endedAt, speed: SPEED });
	} finally {
		await sandbox.close();
	}
}
