import type { CallOrder, Channel } from '../call';
import { LiveCall, OKAY, type Line } from './liveCall';

/**
 * A double call: the platform rings the caller, then the callee, and lets them talk.
 * It runs by itself until somebody hangs up, or until the time-out has passed without an answer.
 */
export class Back2BackCall extends LiveCall {
	readonly type = 'BACK2BACK';
	/** The caller's leg, in which the platform has its agent. */
	readonly user: Channel;
	readonly customer: Channel;

	constructor(line: Line, jobId: string, order: CallOrder) {
		super(line, jobId, order);
		this.user = this.addChannel('user', order.broker, order.caller);
		this.customer = this.addChannel('customer', order.additionalBroker || order.broker, order.callee);
	}

	protected async run(): Promise<void> {
		await this.dial(this.user, this.patience());
		if (this.isOver || (this.user.state !== 'ANSWERED' && !this.survey)) return;
		await this.dial(this.customer, this.patience());
		await this.converse();
	}

	private patience(): number {
		return this.placedAt + this.order.timeoutSeconds * 1000 - this.line.world.clock.now();
	}

	private async converse(): Promise<void> {
		const { phones } = this.line.world;
		const { caller, callee } = this.order;
		const patience = { caller: phones.behaviour(caller).talkMs, callee: phones.behaviour(callee).talkMs };
		if (this.user.state === 'ANSWERED' && this.customer.state === 'ANSWERED') {
			const firstToGo = patience.caller < patience.callee ? this.user : this.customer;
			await this.talkFor([caller, callee], this.user, Math.min(patience.caller, patience.callee));
			if (this.survey === undefined) this.release(firstToGo, firstToGo.destination, OKAY);
		}
		if (this.survey && this.customer.state === 'ANSWERED') {
			await this.talkFor([callee, `survey ${this.survey.contactFlowId}`.trim()], this.customer, patience.callee);
			this.release(this.customer, callee, OKAY);
		}
	}

	private async talkFor(parties: string[], until: Channel, ms: number): Promise<void> {
		this.talk(parties);
		await this.wait(until, ms);
		this.line.world.phones.endTalk(this.jobId);
	}
}
