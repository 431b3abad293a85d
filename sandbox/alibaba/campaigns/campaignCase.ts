import { randomUUID } from 'node:crypto';
import type { PlacedCall } from '../call';
import type { PredictiveCall } from '../calls/predictiveCall';
import type { CaseInput } from './settings';

export type CaseState = 'Aborted' | 'Connected' | 'Executing' | 'Failed' | 'Forbidden' | 'Pending';

const MINUTE_MS = 60_000;

/** Where a customer left the call before an agent came; the words are the sandbox's own. */
const PHASES: Record<string, string> = { AbandonedInIVR: 'IVR', AbandonedInQueue: 'Queue', AbandonedInRing: 'Ring' };

/** A customer of a campaign, and the calls to this customer. */
export class CampaignCase {
	readonly id: string = randomUUID();
	state: CaseState = 'Pending';
	readonly attempts: PredictiveCall[] = [];
	failureReason = '';
	/** Not before this vendor time. */
	private nextAt = 0;

	constructor(readonly input: CaseInput) {}

	get isOpen(): boolean {
		return this.state === 'Pending' || this.state === 'Executing';
	}

	/** The call that goes on. */
	get current(): PredictiveCall | undefined {
		return this.state === 'Executing' ? this.attempts.at(-1) : undefined;
	}

	isDue(now: number): boolean {
		return this.state === 'Pending' && this.nextAt <= now;
	}

	begin(call: PredictiveCall): void {
		this.state = 'Executing';
		this.attempts.push(call);
	}

	forbid(): void {
		this.state = 'Forbidden';
		this.failureReason = 'DoNotCall';
	}

	abort(): void {
		if (this.state === 'Pending') this.state = 'Aborted';
	}

	/** Takes note of a call that is over. A customer who answered is not called again. */
	conclude(now: number, { maxAttemptCount, minAttemptInterval }: { maxAttemptCount: number; minAttemptInterval: number }): void {
		const call = this.current;
		if (!call?.isOver) return;
		if (call.customer.answeredAt !== undefined) {
			this.state = 'Connected';
			return;
		}
		this.failureReason = call.customer.releaseReason;
		this.nextAt = now + minAttemptInterval * MINUTE_MS;
		this.state = this.attempts.length > maxAttemptCount ? 'Failed' : 'Pending';
	}

	row() {
		const phase = PHASES[this.lastCall?.disposition ?? ''] ?? '';
		return {
			AbandonPhase: phase,
			AbandonType: phase === '' ? '' : 'Customer',
			AttemptCount: this.attempts.length,
			CaseId: this.id,
			CustomVariables: this.input.CustomVariables ?? '',
			FailureReason: this.state === 'Connected' ? '' : this.failureReason,
			PhoneNumber: this.input.PhoneNumber,
			State: this.state,
		};
	}

	private get lastCall(): PlacedCall | undefined {
		return this.attempts.at(-1)?.snapshot();
	}
}
