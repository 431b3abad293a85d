import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock';
import type { PredictiveCall } from '../calls/predictiveCall';
import { wrongState } from '../errors';
import { CampaignCase } from './campaignCase';
import { isCallable, ratioOf, type CampaignSettings, type CaseInput } from './settings';

export type CampaignState = 'Aborted' | 'Completed' | 'Draft' | 'Executing' | 'Paused' | 'Pending';

/** What a campaign works with. */
export interface Dialer {
	call(customer: CaseInput, settings: CampaignSettings): PredictiveCall;
	/** How many agents of the campaign's skill group could take a call. */
	idleAgents(queueId: string): number;
	/** Whether the number is on the do-not-call list. */
	forbids(number: string): boolean;
}

const STEP_MS = 1000;
const NUMBER = /^\d{3,20}$/;

/** Calls its cases, one step in each second of vendor time, from the day it is submitted until all cases are done. */
export class Campaign {
	readonly id: string = randomUUID();
	state: CampaignState = 'Draft';
	readonly cases: CampaignCase[] = [];
	startedAt?: number;
	endedAt?: number;
	private readonly stopping = new AbortController();

	constructor(
		readonly settings: CampaignSettings,
		private readonly dialer: Dialer,
		private readonly clock: Clock,
	) {}

	get isOver(): boolean {
		return this.state === 'Completed' || this.state === 'Aborted';
	}

	/** Returns what it rejects: numbers that are none, that are in the campaign already, or that may not be called. */
	append(customers: CaseInput[]): CaseInput[] {
		if (this.isOver) throw this.wrongState();
		return customers.filter((customer) => !this.accept(customer));
	}

	submit(): void {
		this.leave('Draft');
		this.state = 'Pending';
		void this.run();
	}

	pause(): void {
		this.leave('Pending', 'Executing');
		this.state = 'Paused';
	}

	resume(): void {
		this.leave('Paused');
		this.state = 'Pending';
		this.step();
	}

	/** Calls that go on are not cut. */
	abort(): void {
		if (this.isOver) throw this.wrongState();
		this.finish('Aborted');
	}

	/** Without any trace. */
	stop(): void {
		this.stopping.abort();
	}

	private accept(customer: CaseInput): boolean {
		const { PhoneNumber = '' } = customer as Partial<CaseInput>;
		const isKnown = this.cases.some(({ input }) => input.PhoneNumber === PhoneNumber);
		if (!NUMBER.test(PhoneNumber) || isKnown || this.dialer.forbids(PhoneNumber)) return false;
		this.cases.push(new CampaignCase(customer));
		return true;
	}

	private async run(): Promise<void> {
		const { signal } = this.stopping;
		while (!signal.aborted && (!this.isOver || this.cases.some(({ isOpen }) => isOpen))) {
			this.step();
			await this.clock.sleep(STEP_MS, signal).catch((error: unknown) => {
				if (!signal.aborted) throw error;
			});
		}
	}

	private step(): void {
		const now = this.clock.now();
		const { startTime, endTime } = this.settings;
		for (const customer of this.cases) customer.conclude(now, this.settings);
		if (this.isOver) return;
		if (now >= endTime) return this.finish('Completed');
		if (this.state === 'Pending' && now >= startTime) {
			this.state = 'Executing';
			this.startedAt ??= now;
		}
		if (this.state !== 'Executing') return;
		if (isCallable(this.settings, now)) this.dial(now);
		if (this.isDone()) this.finish('Completed');
	}

	/** As many calls as the idle agents allow; calls that have no agent yet count against them. */
	private dial(now: number): void {
		const underWay = this.cases.filter(({ current }) => current && !current.channels.some(({ userId }) => userId !== ''));
		let room = Math.ceil(this.dialer.idleAgents(this.settings.queueId) * ratioOf(this.settings)) - underWay.length;
		for (const customer of this.cases.filter((one) => one.isDue(now))) {
			if (this.dialer.forbids(customer.input.PhoneNumber)) customer.forbid();
			else if (room-- > 0) customer.begin(this.dialer.call(customer.input, this.settings));
		}
	}

	/** A campaign without cases waits for some. */
	private isDone(): boolean {
		return !this.settings.executingUntilTimeout && this.cases.length > 0 && this.cases.every(({ isOpen }) => !isOpen);
	}

	private finish(state: 'Aborted' | 'Completed'): void {
		this.state = state;
		this.endedAt = this.clock.now();
		for (const customer of this.cases) customer.abort();
	}

	private leave(...allowed: CampaignState[]): void {
		if (!allowed.includes(this.state)) throw this.wrongState();
	}

	private wrongState() {
		return wrongState('Campaign', this.id, this.state);
	}
}
