import type { CallOrder, Channel } from '../call';
import { LiveCall, type Line, type Party } from './liveCall';

/** The agents of a skill group that could take a call now. */
export type FindAgent = (skillGroupId: string) => Party | undefined;

// Not published: how long the flow's greeting is, how often the queue looks for an agent, and how long an agent may ring.
const FLOW_MS = 1000;
const LOOK_MS = 250;
const AGENT_RINGS_MS = 25_000;

/** The platform rings the customer first; whoever answers hears the contact flow, and waits for an agent of the skill group if one is named. */
export class PredictiveCall extends LiveCall {
	readonly type = 'PREDICTIVE';
	readonly customer: Channel;
	/** Vendor times of the way through the call. */
	readonly times: { enqueued?: number; assigned?: number } = {};

	constructor(
		line: Line,
		jobId: string,
		order: CallOrder,
		private readonly nextAgent: FindAgent,
	) {
		super(line, jobId, order);
		this.customer = this.addParty({ number: order.callee, userId: '' });
	}

	protected async run(): Promise<void> {
		if (!(await this.dial(this.customer, this.order.timeoutSeconds * 1000))) return;
		const patience = this.line.world.phones.behaviour(this.order.callee).talkMs;
		if (this.order.skillGroupId === '') {
			this.talk([this.order.callee, 'contact flow']);
			return await this.stay(this.customer);
		}
		const givesUpAt = this.line.world.clock.now() + patience;
		this.disposition = 'AbandonedInIVR';
		await this.wait(this.customer, Math.min(FLOW_MS, patience));
		if (await this.queue(givesUpAt)) {
			this.disposition = '';
			this.talk();
			return await this.stay(this.customer);
		}
		this.release(this.customer, this.order.callee, '200 - Okay');
	}

	/** Until an agent has answered, or the customer has no more patience. Returns whether an agent has. */
	private async queue(givesUpAt: number): Promise<boolean> {
		const { clock } = this.line.world;
		this.times.enqueued = clock.now();
		while (this.customer.state === 'ANSWERED' && clock.now() < givesUpAt) {
			const party = this.nextAgent(this.order.skillGroupId);
			if (party && (await this.offer(party, Math.min(AGENT_RINGS_MS, givesUpAt - clock.now())))) return true;
			if (!party) this.disposition = 'AbandonedInQueue';
			await this.wait(this.customer, Math.min(LOOK_MS, givesUpAt - clock.now()));
		}
		return false;
	}

	private async offer(party: Party, patienceMs: number): Promise<boolean> {
		this.times.assigned = this.line.world.clock.now();
		this.disposition = 'AbandonedInRing';
		return await this.dial(this.addParty(party), patienceMs);
	}
}
