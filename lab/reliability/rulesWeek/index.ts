import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from '../../../sandbox/n8n/paths';
import { sharedClock } from '../../../sandbox/n8n/sharedClock';
import type { Clock } from '../../../sandbox/clock';
import { QueueBench } from '../../../test/support/queue/bench';
import { startStack, type Stack } from '../../../test/support/queue/stack';
import { runBatch, START_AGAIN_MS } from '../calls';
import { grouped } from '../onceKeysFindings';
import { Random } from '../random';
import type { BrokenOff, WeekEvidence } from './evidence';
import { executionsIn } from './executions';
import { weekFindings, type WeekFindings } from './findings';
import { planOf, type Plan, type WeekBatch } from './plan';
import { SeenRequests } from './seenRequests';
import { toldBy, type ToldAttempt } from './told';
import { dayOf, ENDS_AT, isOpen, STARTS_AT } from './week';
import { publishWeek } from './workflow';

export interface WeekSize {
	customers: number;
	workers: number;
	/** How long the week takes, in real time. */
	minutes: number;
	seed: number;
}

/** In the middle of calling hours: on the first working day, in the afternoon of the third one and on the Saturday. */
const KILLS = ['2026-02-24T10:30:00+08:00', '2026-02-26T16:00:00+08:00', '2026-02-28T15:00:00+08:00'].map((moment) => Date.parse(moment));

/** n8n's defaults (a minute, 10 s and 30 s) would leave a batch that was broken off alone for a day of the week. */
const QUEUE = { QUEUE_WORKER_LOCK_DURATION: '30000', QUEUE_WORKER_LOCK_RENEW_TIME: '3000', QUEUE_WORKER_STALLED_INTERVAL: '3000' };
const EXECUTIONS_PER_WORKER = 4;

/** A worker is killed this many calls after the moment, if as many come within the hours. */
const CALLS_BEFORE_KILL = 3;
const LOOK_MS = 10;

class Week {
	readonly brokenOff: BrokenOff[] = [];
	kills = 0;
	private ended = 0;

	constructor(
		private readonly stack: Stack,
		private readonly clock: Clock,
		private readonly urls: string[],
		/** How many requests for calls there have been. */
		private readonly called: () => number,
		private readonly log: Log,
	) {}

	async pass({ batches }: Plan): Promise<void> {
		const days = this.reportDays(batches.length);
		await Promise.all([...batches.map(async (batch) => await this.come(batch)), ...KILLS.map(async (at) => await this.kill(at)), days]);
	}

	private async until(at: number): Promise<void> {
		await this.clock.sleep(at - this.clock.now());
	}

	/** A batch comes in. A user who finds that its execution never ended starts it again. */
	private async come(batch: WeekBatch): Promise<void> {
		await this.until(batch.at);
		const url = this.urls[batch.batch % this.urls.length] ?? '';
		const body = { batch: batch.batch, campaign: 'week', customers: batch.customers };
		for (let tries = 1; !(await runBatch(url, body)); tries++) {
			if (tries === 1) this.brokenOff.push({ at: batch.at, phones: batch.customers.map(({ phone }) => phone), keys: batch.customers.map(({ key }) => key) });
			await wait(START_AGAIN_MS);
		}
		this.ended += 1;
	}

	/** Kills the worker that is busiest, in the middle of its calls, and starts another one in its place. */
	private async kill(at: number): Promise<void> {
		await this.until(at);
		const before = this.called();
		while (this.called() < before + CALLS_BEFORE_KILL && isOpen(this.clock.now())) await wait(LOOK_MS);
		const [busiest] = [...this.stack.workers].sort((a, b) => underWay(b.logs) - underWay(a.logs));
		if (!busiest) return;
		this.log(`  ${dayOf(at)}: a worker with ${underWay(busiest.logs)} executions was killed`);
		await this.stack.endWorker(busiest, 'SIGKILL');
		this.kills += 1;
		await this.stack.addWorker();
	}

	private async reportDays(batches: number): Promise<void> {
		for (let at = STARTS_AT; at <= ENDS_AT; at += 24 * 3_600_000) {
			await this.until(at);
			this.log(`  ${dayOf(at)}, ${this.ended} of ${batches} batches`);
		}
	}
}

function underWay(logs: string): number {
	const times = (text: string) => logs.split(text).length - 1;
	return times('Worker started execution') - times('Worker finished execution');
}

/** One report for each attempt: a batch that was started again may have two, of which one skips what the other calls. */
function latest(told: ToldAttempt[]): ToldAttempt[] {
	const byKey = [...grouped(told, ({ key }) => key).values()];
	return byKey.flatMap((reports) => reports.find(({ outcome }) => outcome !== 'skipped') ?? reports.at(-1) ?? []);
}

function seenBy({ sandbox }: QueueBench, { seen }: SeenRequests): Pick<WeekEvidence, 'requests' | 'placed'> {
	const rings = grouped(sandbox.world.phones.rings(), ({ callId }) => callId);
	const placed = sandbox.alibaba.calls().map(({ jobId, callee, tags }) => ({
		phone: callee,
		key: tags,
		rings: (rings.get(jobId) ?? []).filter(({ phone }) => phone === callee).length,
	}));
	return { requests: seen, placed };
}

/**
 * Lets a week pass in minutes, for n8n in queue mode and for the vendor alike. Batches of customers come in day and night, every customer
 * several times; workers are killed and replaced. The vendor's record shows whether the calling rules were kept, and n8n's database
 * what the node said about each attempt.
 */
export async function weekCampaign({ customers, workers, minutes, seed }: WeekSize, log: Log): Promise<WeekFindings> {
	const speed = (ENDS_AT - STARTS_AT) / (minutes * 60_000);
	const random = new Random(seed);
	const plan = planOf(customers, random);
	const { clock, settings, begin } = sharedClock({ speed, startsAt: STARTS_AT });
	const stack = await startStack({ workers, workerConcurrency: EXECUTIONS_PER_WORKER, environment: { ...QUEUE, ...settings } });
	try {
		const bench = await QueueBench.open(stack, { clock });
		try {
			const attempts = plan.batches.flatMap((batch) => batch.customers);
			const firsts = plan.batches.flatMap((batch) => batch.customers.slice(0, 1).map(({ phone }) => phone));
			const faults = new SeenRequests([...new Set(attempts.map(({ phone }) => phone))], firsts, random);
			bench.sandbox.world.faults = faults;
			const { workflow, urls } = await publishWeek(bench, plan.written);
			log(`${attempts.length} attempts in ${plan.batches.length} batches`);
			const week = new Week(stack, clock, urls, () => faults.seen.length, log);
			const startedAt = Date.now();
			begin();
			await week.pass(plan);
			const seconds = Math.round((Date.now() - startedAt) / 1000);
			const executions = await executionsIn(stack, workflow.id);
			const ended = executions.filter(({ status }) => status === 'success');
			const statuses = [...grouped(executions, ({ status }) => status)].map(([status, list]) => [status, list.length]);
			return weekFindings({
				order: { customers, workers, kills: week.kills, seed, speed },
				doNotCall: plan.doNotCall,
				...seenBy(bench, faults),
				attempts: attempts.length,
				told: latest(ended.flatMap(toldBy)),
				brokenOff: week.brokenOff,
				executionsByStatus: Object.fromEntries(statuses) as Record<string, number>,
				seconds,
			});
		} finally {
			await bench.close();
		}
	} finally {
		await stack.stop();
	}
}
