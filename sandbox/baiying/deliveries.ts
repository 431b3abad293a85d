import type { World } from '../world';
import { attempt, type Attempt } from './attempt';
import { platformOf, stamped, type Callback, type CallbackKind, type SigningKeys } from './callbacks';
import { RETRY_PLANS, type Platform, type RetryPlan } from './retryPlan';

export type ContentType = 'json' | 'text';

const CONTENT_TYPES: Readonly<Record<ContentType, string>> = {
	json: 'application/json;charset=utf-8',
	text: 'text/plain;charset=utf-8',
};

export interface DeliverOptions {
	/** The public cloud sends JSON, private clouds text. Default `json`. */
	contentType?: ContentType;
	/** How many times it is sent at the same moment. Default 1. */
	copies?: number;
	/** Whether call records carry a `sign`. Default false. */
	sign?: boolean;
}

/** A callback that is being sent or has been sent. Ready for JSON. */
export interface Delivery {
	id: string;
	kind: CallbackKind;
	/** Without the query, which holds the callback token. */
	targetUrl: string;
	/** Oldest first. Copies sent at the same moment count one by one. */
	attempts: Attempt[];
	/** `stopped`: the sandbox was reset or closed. */
	state: 'delivering' | 'delivered' | 'failed' | 'stopped';
}

export interface DeliverySettings {
	retryPlans: Partial<Record<Platform, RetryPlan>>;
	/** How long an answer may take, in real milliseconds. */
	timeoutMs: number;
	keys: SigningKeys;
}

interface Order {
	targetUrl: string;
	callback: Callback;
	options: DeliverOptions;
}

export interface Begun {
	delivery: Delivery;
	/** After the first attempt. */
	first: Promise<Delivery>;
	/** After the last one. */
	done: Promise<Delivery>;
}

function withoutQuery(url: string): string {
	const { origin, pathname } = new URL(url);
	return origin + pathname;
}

/** Sends callbacks and follows the retry plan. */
export class Deliveries {
	private records: Delivery[] = [];
	private readonly orders = new Map<string, Order>();
	private stopping = new AbortController();
	private count = 0;

	constructor(
		private readonly world: World,
		private readonly settings: DeliverySettings,
	) {}

	/** Oldest first. */
	list(): Delivery[] {
		return [...this.records];
	}

	begin(targetUrl: string, callback: Callback, options: DeliverOptions = {}): Begun {
		this.count += 1;
		const delivery: Delivery = {
			id: String(this.count),
			kind: callback.kind,
			targetUrl: withoutQuery(targetUrl),
			attempts: [],
			state: 'delivering',
		};
		this.records.push(delivery);
		const order = { targetUrl, callback, options };
		this.orders.set(delivery.id, order);
		const { signal } = this.stopping;
		const first = this.send(delivery, order, signal, options.copies ?? 1).then(() => delivery);
		return { delivery, first, done: this.retry(first, order, signal) };
	}

	/** Sends the same callback again, as if the answer had been lost. Undefined when the delivery does not exist. */
	async resend(id: string): Promise<Delivery | undefined> {
		const [delivery, order] = [this.records.find((record) => record.id === id), this.orders.get(id)];
		if (!delivery || !order) return undefined;
		await this.send(delivery, order, this.stopping.signal, 1);
		return delivery;
	}

	/** Stops all deliveries and forgets them. */
	reset(): void {
		this.stopping.abort();
		this.stopping = new AbortController();
		this.records = [];
		this.orders.clear();
	}

	private async retry(first: Promise<Delivery>, order: Order, signal: AbortSignal): Promise<Delivery> {
		const delivery = await first;
		const platform = platformOf(order.callback);
		for (const gap of this.settings.retryPlans[platform] ?? RETRY_PLANS[platform]) {
			if (delivery.state !== 'delivering') return delivery;
			await this.world.clock.sleep(gap, signal).catch(() => undefined);
			await this.send(delivery, order, signal, 1);
		}
		if (delivery.state === 'delivering') delivery.state = 'failed';
		return delivery;
	}

	private async send(delivery: Delivery, order: Order, signal: AbortSignal, copies: number): Promise<void> {
		try {
			signal.throwIfAborted();
			await Promise.all(Array.from({ length: copies }, async () => await this.sendOnce(delivery, order, signal)));
		} catch (error) {
			if (!signal.aborted) throw error;
			delivery.state = 'stopped';
		}
	}

	private async sendOnce(delivery: Delivery, order: Order, signal: AbortSignal): Promise<void> {
		const { targetUrl, callback, options } = order;
		const at = this.world.clock.now();
		const made = await attempt(at, {
			targetUrl,
			platform: platformOf(callback),
			contentType: CONTENT_TYPES[options.contentType ?? 'json'],
			text: JSON.stringify(stamped(callback, at, options.sign ? this.settings.keys : undefined)),
			timeoutMs: this.settings.timeoutMs,
			signal,
			fault: this.world.faults.strike('baiying', 'deliver', { kind: callback.kind }),
		});
		delivery.attempts.push(made);
		if (made.accepted) delivery.state = 'delivered';
	}
}
