import type { Channel, PlacedCall } from './call';

/** The customer's leg; between agents, that of the one who is called. */
export function customerOf({ channels }: PlacedCall): Channel | undefined {
	return channels.find(({ kind }) => kind === 'customer') ?? channels[1] ?? channels[0];
}

export function firstAnswer(channels: Channel[]): number | undefined {
	const answers = channels.flatMap(({ answeredAt }) => answeredAt ?? []);
	return answers.length > 0 ? Math.min(...answers) : undefined;
}

/** When the customer and an agent had both answered; without an agent, when the customer had. */
export function talkStart(call: PlacedCall): number | undefined {
	const { channels, disposition } = call;
	const customer = customerOf(call);
	if (customer?.answeredAt === undefined || disposition !== '') return undefined;
	const agent = firstAnswer(channels.filter((channel) => channel !== customer && channel.kind === 'user'));
	return Math.max(customer.answeredAt, agent ?? 0);
}
