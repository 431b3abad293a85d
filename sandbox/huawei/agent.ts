import type { World } from '../world';
import { AGENT_STATE, type AgentState } from './agentState';
import { runInBackground } from './background';
import type { AgentEvent, EventContent } from './events';
import { Line, type LineOwner } from './line';
import type { AgentAccount, HuaweiOptions } from './options';
import { Refusal } from './retcodes';
import { Session } from './session';
import type { SignIn } from './signIn';

export type SignOutReason = 'signOut' | 'forcedSignOut' | 'takenOver' | 'silence' | 'lost' | 'closed';

/** What the sandbox knows about one agent. Times are vendor time, ms since the epoch. */
export interface AgentRecord {
	agentId: string;
	signedIn: boolean;
	state: AgentState;
	phoneNumber?: string;
	/** Ids of the skills in use since the last sign-in. */
	skills: number[];
	signIns: Array<{ at: number; forced: boolean }>;
	signOuts: Array<{ at: number; reason: SignOutReason }>;
	pollsInFlight: number;
	maxConcurrentPolls: number;
	eventsDelivered: number;
}

/** An agent account, the session of whoever is signed in with it, and its telephone line. */
export class Agent implements LineOwner {
	readonly agentId: string;
	readonly line: Line;
	skills: number[] = [];
	private session?: Session;
	private state: AgentState = AGENT_STATE.signedOut;
	/** The reason of a "say busy" during a call: it takes effect when the call ends. */
	private busyAfterCall?: string;
	private readonly signIns: AgentRecord['signIns'] = [];
	private readonly signOuts: AgentRecord['signOuts'] = [];
	private pollsInFlight = 0;
	private maxConcurrentPolls = 0;
	private eventsDelivered = 0;

	constructor(
		private readonly account: AgentAccount,
		private readonly world: World,
		private readonly options: HuaweiOptions,
	) {
		this.agentId = account.agentId;
		this.line = new Line(this, world, options);
	}

	get record(): AgentRecord {
		return {
			agentId: this.agentId,
			signedIn: this.session !== undefined,
			state: this.state,
			phoneNumber: this.session?.settings.phoneNumber,
			skills: [...this.skills],
			signIns: [...this.signIns],
			signOuts: [...this.signOuts],
			pollsInFlight: this.pollsInFlight,
			maxConcurrentPolls: this.maxConcurrentPolls,
			eventsDelivered: this.eventsDelivered,
		};
	}

	get signedIn(): boolean {
		return this.session !== undefined;
	}

	get agentState(): AgentState {
		return this.state;
	}

	get phoneNumber(): string {
		return this.session?.settings.phoneNumber ?? '';
	}

	get releasesPhone(): boolean {
		return this.session?.settings.releasePhone ?? true;
	}

	knowsPassword(password: string): boolean {
		return password === this.account.password;
	}

	/** Starts a new session; somebody else's session ends. */
	signIn(settings: SignIn, forced: boolean): Session {
		this.signOut('takenOver');
		const session = new Session(settings, this.world.clock, this.options);
		this.session = session;
		this.signIns.push({ at: session.signedInAt, forced });
		this.emit('AgentOther_InService', null);
		this.enterFirstState(settings.status);
		runInBackground(session.ended, async () => {
			await session.silence();
			this.signOut('silence');
		});
		return session;
	}

	/** Ends the session, and with it the call; does nothing when nobody is signed in. */
	signOut(reason: SignOutReason): void {
		if (!this.session) return;
		this.line.hangUp('agentSignedOut');
		this.line.reset();
		this.session.end();
		this.session = undefined;
		this.state = AGENT_STATE.signedOut;
		this.skills = [];
		this.busyAfterCall = undefined;
		this.signOuts.push({ at: this.world.clock.now(), reason });
	}

	/** The session that the request belongs to. Throws 100-006 or 000-003. */
	authorise(guid: string, cookieHeader: string): Session {
		if (!this.session) throw new Refusal('100-006');
		this.session.authorise(guid, cookieHeader);
		return this.session;
	}

	/** See `Session.poll`. */
	async poll(session: Session, clientGone: AbortSignal): Promise<AgentEvent | undefined> {
		this.pollsInFlight += 1;
		this.maxConcurrentPolls = Math.max(this.maxConcurrentPolls, this.pollsInFlight);
		try {
			const event = await session.poll(clientGone);
			if (event) this.eventsDelivered += 1;
			return event;
		} finally {
			this.pollsInFlight -= 1;
		}
	}

	/** `reason` is "0" or "200" to "250". */
	sayBusy(reason: string): void {
		if (this.line.current) {
			this.busyAfterCall = reason;
			return;
		}
		this.state = AGENT_STATE.busy;
		this.emit('AgentState_SetNotReady_Success', { reason });
	}

	sayFree(): void {
		this.busyAfterCall = undefined;
		if (this.line.current) return;
		const event = this.state === AGENT_STATE.busy ? 'AgentState_CancelNotReady_Success' : 'AgentState_Ready';
		this.state = AGENT_STATE.idle;
		this.emit(event, null);
	}

	emit(eventType: string, content: EventContent): void {
		const time = this.options.eventGenTime ? { eventGenTime: this.world.clock.now() } : {};
		this.session?.events.push({ eventType, ...time, workNo: this.agentId, content });
	}

	callStarted(): void {
		this.state = AGENT_STATE.busy;
		this.emit('AgentState_Busy', null);
	}

	callAnswered(): void {
		this.state = AGENT_STATE.talking;
	}

	callEnded(): void {
		const busyReason = this.busyAfterCall;
		this.busyAfterCall = undefined;
		if (busyReason !== undefined) return this.sayBusy(busyReason);
		const idle = this.session?.settings.autoEnterIdle ?? true;
		this.state = idle ? AGENT_STATE.idle : AGENT_STATE.wrapUp;
		this.emit(idle ? 'AgentState_Ready' : 'AgentState_Work', null);
	}

	private enterFirstState(status: number): void {
		this.state = AGENT_STATE.idle;
		this.emit('AgentState_Ready', null);
		if (status === AGENT_STATE.busy) this.sayBusy('0');
		if (status !== AGENT_STATE.wrapUp) return;
		this.state = AGENT_STATE.wrapUp;
		this.emit('AgentState_Work', null);
	}
}
