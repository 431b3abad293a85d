import type { IWebhookFunctions } from 'n8n-workflow';
import { DeliveryMemory, type Answer, type Delivery } from './deliveryMemory';

/**
 * The deliveries that this n8n process has taken. n8n's own stores are no help: n8n loses static data that a webhook writes, and a
 * webhook cannot reach the store behind Remove Duplicates.
 */
const deliveries = new DeliveryMemory({ deliveries: 50_000, waitMs: 15_000, giveUpMs: 5 * 60_000, pollMs: 20 });

/** The workflow and the node that receive a delivery. */
export function scopeOf(node: IWebhookFunctions): string {
	return `${node.getWorkflow().id}/${node.getNode().id}`;
}

/**
 * Which of the deliveries of one callback are to start a run: each key once, and none that has started one. They are claimed in one
 * order, so that two callbacks with the same deliveries do not wait for each other.
 *
 * @returns undefined when n8n has not finished recording a copy of one of them
 */
export async function newDeliveries<D extends Delivery>(all: D[], answer: Answer, memory = deliveries): Promise<D[] | undefined> {
	const byKey = new Map([...all].reverse().map((delivery) => [delivery.key, delivery]));
	const isNew = new Set<D>();
	for (const key of [...byKey.keys()].sort()) {
		const delivery = byKey.get(key) as D;
		const claim = await memory.claim(delivery, answer);
		if (claim === 'unanswered') return undefined;
		if (claim === 'first') isNew.add(delivery);
	}
	return all.filter((delivery) => isNew.has(delivery));
}

/** The refusal for {@link newDeliveries} without a result. */
export const STILL_RECORDING = { status: 503, reason: 'n8n has not finished recording the same callback. Send it again later' };
