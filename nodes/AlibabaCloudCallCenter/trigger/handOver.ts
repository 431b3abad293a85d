import { createHash } from 'node:crypto';
import { ExecutionCancelledError, sleep, type INodeExecutionData, type IRun, type ITriggerFunctions } from 'n8n-workflow';

/** A run to start, and what makes it unique. */
export interface Delivery {
	key: string;
	/** When its call began, in milliseconds since 1970. */
	begunAt: number;
	item: INodeExecutionData;
}

/** Runs that are started at the same time. */
const AT_ONCE = 20;
/** How long a run is waited for before others are started beside it. */
const PATIENCE_MS = 30_000;
const TICK_MS = 250;

/**
 * Starts runs, one per event. n8n keeps the key of a run in a unique column of its table of executions, so that a second run of the
 * same event cannot be created, whatever was forgotten when n8n was killed.
 */
export class HandOver {
	/** Events whose run was started and has not ended yet. */
	private readonly underWay = new Map<string, Promise<boolean>>();

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
		const waiting = deliveries.filter(({ key }) => !this.underWay.has(key));
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
		const ended = this.start(delivery);
		for (let waited = 0; waited < PATIENCE_MS && !this.isClosed; waited += TICK_MS) {
			const isCreated = await Promise.race([ended, sleep(TICK_MS)]);
			if (typeof isCreated === 'boolean') return isCreated;
		}
		return true;
	}

	private start(delivery: Delivery): Promise<boolean> {
		const { key, item } = delivery;
		const { context } = this;
		const promise = context.helpers.createDeferredPromise<IRun>();
		const isCreated = promise.promise.then(
			() => true,
			// A run that somebody stopped did exist.
			(error: unknown) => error instanceof ExecutionCancelledError,
		);
		const ended = isCreated.then((created) => {
			this.underWay.delete(key);
			if (created) this.done(delivery);
			return created;
		});
		this.underWay.set(key, ended);
		context.emit([[item]], undefined, promise, this.uniqueKey(key));
		return ended;
	}

	private uniqueKey(key: string): string {
		const { context } = this;
		const place = `${context.getWorkflow().id}:${context.getNode().id}`;
		return `${place}:${createHash('sha256').update(key).digest('base64url')}`;
	}
}
