import { createHash } from 'node:crypto';
import type { ITriggerFunctions } from 'n8n-workflow';
import { connectCcc } from '../api/transport';
import { eventsOf, type CallEvent } from './events';
import { nodeErrorOf } from './faults';
import { HandOver } from './handOver';
import { Memory } from './memory';
import { CLOCK_MS, readLatest, readSince, windowStart } from './reading';
import { itemWithRecording } from './recording';
import type { Settings } from './settings';

/** After how many runs n8n gets the memory to save. It saves static data when a run starts, and only if it was set. */
const SAVE_EVERY = 500;
/** A vendor that keeps failing is reported this often. */
const REPORT_EVERY_MS = 60 * 60 * 1000;

/**
 * The memories of this n8n process, by workflow and node. They last as long as the process. Static data is not enough: n8n saves it
 * when a run starts, so the copy that it reads when it activates a workflow again lacks the latest events.
 */
export const live = new Map<string, Memory>();

function scopeOf({ values, events, longestCallMs }: Settings): string {
	return createHash('sha256').update(JSON.stringify([values, events, longestCallMs])).digest('base64url').slice(0, 16);
}

function newest(...memories: Array<Memory | undefined>): Memory | undefined {
	return memories.filter((memory) => memory !== undefined).sort((a, b) => b.through - a.through)[0];
}

/** An active workflow: asks the vendor for news whenever it is time, and starts a run for each event. */
export class Watch {
	private memory: Memory;

	private readonly handOver: HandOver;

	private underWay?: Promise<void>;

	private isClosed = false;

	private reportedAt = -Infinity;

	private constructor(
		private readonly context: ITriggerFunctions,
		private readonly settings: Settings,
		private readonly saved: Memory | undefined,
	) {
		this.memory = saved ?? new Memory('', 0);
		this.handOver = new HandOver(context, ({ key, begunAt }) => this.memory.add(key, begunAt));
	}

	/** Throws n8n's own errors if the vendor can't be asked. n8n doesn't activate the workflow then. */
	static async open(context: ITriggerFunctions, settings: Settings): Promise<Watch> {
		const id = `${context.getWorkflow().id}/${context.getNode().id}`;
		const saved = newest(live.get(id), Memory.from(context.getWorkflowStaticData('node').memory));
		const watch = new Watch(context, settings, saved);
		try {
			await watch.begin();
		} catch (error) {
			throw nodeErrorOf(context.getNode(), error);
		}
		live.set(id, watch.memory);
		// n8n saves it as soon as the workflow is active.
		watch.save();
		return watch;
	}

	close(): void {
		this.isClosed = true;
		this.handOver.close();
	}

	/** Starts the runs for what is new. A poll that begins while an earlier one is still at work joins it. It never throws. */
	async poll(): Promise<void> {
		if (this.isClosed) return;
		this.underWay ??= this.pollOnce().finally(() => {
			this.underWay = undefined;
		});
		await this.underWay;
	}

	private async pollOnce(): Promise<void> {
		try {
			await this.deliver();
			this.reportedAt = -Infinity;
		} catch (error) {
			this.report(error);
		}
	}

	/** Decides which events are too old for this workflow. */
	private async begin(): Promise<void> {
		const { context, settings, saved } = this;
		const activation = context.getActivationMode();
		const scope = scopeOf(settings);
		if (!saved || (activation === 'activate' && !settings.fetchMissed)) {
			await this.beginWith(saved?.withScope(scope) ?? new Memory(scope, 0), Date.now(), () => true);
		} else if (saved.scope !== scope) {
			await this.beginWith(saved.withScope(scope), saved.through, ({ endedAt }) => endedAt < saved.through - CLOCK_MS);
		} else if (activation !== 'init' && activation !== 'leadershipChange') {
			await readLatest(await connectCcc(context), settings.values, this.start(), 1);
		}
	}

	private async beginWith(memory: Memory, through: number, isOld: (event: CallEvent) => boolean): Promise<void> {
		this.memory = memory;
		memory.through = through;
		const known = await this.events();
		for (const { key, begunAt } of known.filter(isOld)) memory.add(key, begunAt);
	}

	/** A clock that was ahead and has been corrected must not leave a gap. */
	private start(): number {
		return windowStart(Math.min(this.memory.through, Date.now()), this.settings);
	}

	private async events(): Promise<CallEvent[]> {
		const records = await readSince(await connectCcc(this.context), this.settings.values, this.start());
		return eventsOf(records, this.settings);
	}

	private async deliver(): Promise<void> {
		const { memory, settings } = this;
		const readAt = Date.now();
		const news = (await this.events()).filter(({ key }) => !memory.has(key));
		const deliveries = news.map((event) => ({ ...event, item: async () => await itemWithRecording(this.context, event, settings) }));
		for (let from = 0; from < deliveries.length; from += SAVE_EVERY) {
			this.save();
			const isComplete = await this.handOver.all(deliveries.slice(from, from + SAVE_EVERY));
			if (!isComplete) return;
		}
		memory.through = Math.max(readAt, memory.through);
		memory.forgetBefore(this.start());
	}

	private save(): void {
		this.context.getWorkflowStaticData('node').memory = this.memory.save();
	}

	/** The next poll tries again from where the last good one ended, so a failure costs nothing but time. */
	private report(error: unknown): void {
		const { context } = this;
		const fault = nodeErrorOf(context.getNode(), error);
		if (Date.now() - this.reportedAt < REPORT_EVERY_MS) return context.logger.warn(`The call records could not be read: ${fault.message}`);
		this.reportedAt = Date.now();
		context.saveFailedExecution(fault);
	}
}
