import type { CallOrder, Channel, ContactType } from '../call';
import { LiveCall, type Line, type Party } from './liveCall';

/** An agent who calls somebody: a customer, or (INTERNAL) a colleague. */
export class AgentCall extends LiveCall {
	readonly agent: Channel;
	readonly customer: Channel;

	/** @param rings whether the agent's own phone has to ring first; the softphone of an agent on site picks up by itself */
	constructor(
		line: Line,
		jobId: string,
		order: CallOrder,
		readonly type: Extract<ContactType, 'INTERNAL' | 'OUTBOUND'>,
		agent: Party,
		other: Party,
		private readonly rings: boolean,
	) {
		super(line, jobId, order);
		this.agent = this.addParty(agent);
		this.customer = this.addParty(other);
	}

	protected async run(): Promise<void> {
		const patience = this.order.timeoutSeconds * 1000;
		if (!this.rings) this.answer(this.agent);
		else if (!(await this.dial(this.agent, patience))) return;
		if (!(await this.dial(this.customer, patience))) return;
		this.talk();
		await this.stay(this.customer);
	}
}
