import { createHash } from 'node:crypto';
import { ExecutionCancelledError, sleep, type INodeExecutionData, type IRun, type ITriggerFunctions } from 'n8n-workflow';

/** A run to start, and what makes it unique. */
export interface Delivery {
	key: string;
	/** When its call began, in milliseconds since 1970. */
	begunAt: number;
	/** Made only when the run is about to start, since it may hold a file. */
	item(): Promise<INodeExecutionData>;
}

/** Runs that are started at the same time. */
const AT_ONCE = 20;
/** How long a run is waited for before others are started beside it. */
const PATIENCE_MS = 30_000;
const TICK_MS = 250;

/**
 * The runs of this n8n process that have not ended yet, by their unique keys. A workflow that is published again must not offer n8n a run
 * that waits for its turn: n8n would replace it, while the first one waits on.
 */
export const underWay = new Set<string>();

/**
 * Starts runs, one per event. n8n keeps the key of a run in a unique column of its table of executions, so that a second run of the
 * same event cannot be created, whatever was forgotten when n8n was killed.
 */
export class HandOver {
	private isClosed = false;

	constructor(
		private readonly context: ITriggerFunctions,
		/** Called when the run of an event exists for sure. */
		private readonly done: (delivery: Delivery) => void,
	) {}

	close(): void {
		this.isClosed = true;
	}

	/** @returns whether no event is left behind */
	async all(deliveries: Delivery[]): Promise<boolean> {
		const waiting = deliveries.filter(({ key }) => !underWay.has(this.uniqueKey(key)));
		let isComplete = true;
		const worker = async () => {
			for (let next = waiting.shift(); next && !this.isClosed; next = waiting.shift()) {
				isComplete = (await this.one(next)) && isComplete;
			}
		};
		await Promise.all(Array.from({ length: AT_ONCE }, worker));
		return isComplete && !this.isClosed;
	}

	/** @returns false if the run could not be created */
	private async one(delivery: Delivery): Promise<boolean> {
		const ended = this.run(delivery);
		for (let waited = 0; waited < PATIENCE_MS && !this.isClosed; waited += TICK_MS) {
			const isCreated = await Promise.race([ended, sleep(TICK_MS)]);
			if (typeof isCreated === 'boolean') return isCreated;
		}
		return true;
	}

	/** @returns whether the run was created, once it has ended */
	private async run(delivery: Delivery): Promise<boolean> {
		const { context } = this;
		const uniqueKey = this.uniqueKey(delivery.key);
		const ended = context.helpers.createDeferredPromise<IRun>();
		underWay.add(uniqueKey);
		try {
			const item = await delivery.item();
			// Switched off in the meantime: the event is reported when the workflow is on again.
			if (this.isClosed) return false;
			context.emit([[item]], undefined, ended, uniqueKey);
			await ended.promise;
		} catch (error) {
			// A run that somebody stopped did exist.
			if (!(error instanceof ExecutionCancelledError)) return false;
		} finally {
			underWay.delete(uniqueKey);
		}
		this.done(delivery);
		return true;
	}

	private uniqueKey(key: string): string {
		const { context } = this;
		const place = `${context.getWorkflow().id}:${context.getNode().id}`;
		return `${place}:${createHash('sha256').update(key).digest('base64url')}`;
	}
}
