import type { Clock } from '../clock';
import type { User } from './account';
import { wrongState } from './errors';

export type UserState = 'BREAK' | 'DIALING' | 'OFFLINE' | 'READY' | 'RINGING' | 'TALKING' | 'WORKING';

/** What an agent's call does at the moment. */
export type CallState = Extract<UserState, 'DIALING' | 'RINGING' | 'TALKING'>;

/** Built-in reasons of a break. */
export type MissedCall = 'RejectCall' | 'RingingTimeout';

const IN_CALL: readonly UserState[] = ['DIALING', 'RINGING', 'TALKING'];

/** Not published: an instance sets how long its agents work on a call after its end. */
const AFTER_CALL_MS = 5000;

/** Where an agent works: what the agent is doing, and which call the agent is in. */
export class AgentDesk {
	state: UserState = 'OFFLINE';
	/** Vendor time of the last change of state. */
	changedAt: number;
	breakCode = '';
	deviceId: string;
	workMode = 'ON_SITE';
	mobile: string;
	skillGroupIds: string[] = [];
	/** Ready only for calls that go out. */
	outboundScenario = false;
	jobId = '';
	callType = '';
	/** The other party's number. */
	counterparty = '';

	constructor(
		readonly user: User,
		private readonly clock: Clock,
		/** Aborted when the call center closes. */
		private readonly closing: AbortSignal,
	) {
		this.deviceId = user.deviceId;
		this.mobile = user.mobile;
		this.changedAt = clock.now();
	}

	get isInCall(): boolean {
		return IN_CALL.includes(this.state);
	}

	/** The phone at which calls reach the agent. */
	get phone(): string {
		return this.workMode === 'OFF_SITE' ? this.mobile : this.user.extension;
	}

	/** Signs in, or into more skill groups; a fresh agent has a break named Warm-up. */
	signIn(skillGroupIds: string[], deviceId: string, isAdding: boolean): void {
		this.deviceId = deviceId;
		this.skillGroupIds = [...new Set([...(isAdding ? this.skillGroupIds : []), ...skillGroupIds])];
		if (this.state === 'OFFLINE') this.rest('Warm-up');
	}

	signOut(): void {
		this.refuseInCall();
		this.skillGroupIds = [];
		this.enter('OFFLINE');
	}

	beReady(outboundScenario: boolean): void {
		this.refuseInCall();
		this.refuseOffline();
		this.outboundScenario = outboundScenario;
		this.enter('READY');
	}

	takeBreak(code: string): void {
		this.refuseInCall();
		this.refuseOffline();
		this.rest(code);
	}

	changeWorkMode(workMode: string, mobile: string | undefined, skillGroupIds: string[] | undefined): void {
		this.refuseInCall();
		this.workMode = workMode;
		if (mobile !== undefined) this.mobile = mobile;
		if (skillGroupIds !== undefined) this.skillGroupIds = skillGroupIds;
	}

	/** Whatever the agent was doing: the agent is as after signing in. */
	reset(): void {
		this.leaveJob();
		if (this.state !== 'OFFLINE') this.rest('Warm-up');
	}

	/** Throws when the agent cannot start a call: not signed in, or in a call. */
	refuseCall(): void {
		this.refuseOffline();
		this.refuseInCall();
	}

	refuseOffline(): void {
		if (this.state === 'OFFLINE') throw wrongState('User', this.user.id, this.state);
	}

	join(state: CallState, jobId: string, callType: string, counterparty: string): void {
		Object.assign(this, { jobId, callType, counterparty });
		if (this.state !== state) this.enter(state);
	}

	/** After a call comes the work on it; after a call that was not answered, a break. */
	leave(jobId: string, missed?: MissedCall): void {
		if (this.jobId !== jobId) return;
		this.leaveJob();
		if (missed) return this.rest(missed);
		this.enter('WORKING');
		void this.finishWork(this.changedAt);
	}

	private async finishWork(since: number): Promise<void> {
		await this.clock.sleep(AFTER_CALL_MS, this.closing).catch((error: unknown) => {
			if (!this.closing.aborted) throw error;
		});
		if (this.state === 'WORKING' && this.changedAt === since) this.enter('READY');
	}

	private leaveJob(): void {
		Object.assign(this, { jobId: '', callType: '', counterparty: '' });
	}

	private rest(code: string): void {
		this.enter('BREAK');
		this.breakCode = code;
	}

	private enter(state: UserState): void {
		this.state = state;
		this.breakCode = '';
		this.changedAt = this.clock.now();
	}

	private refuseInCall(): void {
		if (this.isInCall) throw wrongState('User', this.user.id, this.state);
	}
}
