import type { World } from '../world';
import type { AgentState } from './agentState';
import { runInBackground } from './background';
import type { AgentEvent, EventContent } from './events';
import { Line, type LineOwner } from './line';
import type { AgentAccount, HuaweiOptions } from './options';
import { Refusal } from './retcodes';
import { Session } from './session';
import type { SignIn } from './signIn';
import { WorkState, type Worker } from './workState';

export type SignOutReason = 'signOut' | 'forcedSignOut' | 'takenOver' | 'silence' | 'lost' | 'closed';

/** What the sandbox knows about one agent. Times are vendor time, ms since the epoch. */
export interface AgentRecord {
	agentId: string;
	signedIn: boolean;
	state: AgentState;
	phoneNumber?: string;
	/** Ids of the skills in use since the last sign-in. */
	skills: number[];
	autoAnswer: boolean;
	signIns: Array<{ at: number; forced: boolean }>;
	signOuts: Array<{ at: number; reason: SignOutReason }>;
	pollsInFlight: number;
	maxConcurrentPolls: number;
	eventsDelivered: number;
}

/** An agent account, the session of whoever is signed in with it, and its telephone line. */
export class Agent implements LineOwner, Worker {
	readonly agentId: string;
	readonly line: Line;
	readonly work: WorkState;
	skills: number[] = [];
	private session?: Session;
	/** Whether calls that come in are answered by themselves. */
	answersByItself = true;
	private readonly signIns: AgentRecord['signIns'] = [];
	private readonly signOuts: AgentRecord['signOuts'] = [];
	private pollsInFlight = 0;
	private maxConcurrentPolls = 0;
	private eventsDelivered = 0;

	constructor(
		private readonly account: AgentAccount,
		private readonly world: World,
		private readonly options: HuaweiOptions,
		/** The agent can take a call that waits. */
		private readonly isFree: (agent: Agent) => void,
	) {
		this.agentId = account.agentId;
		this.line = new Line(this, world, options);
		this.work = new WorkState(this, world.clock);
	}

	get record(): AgentRecord {
		return {
			agentId: this.agentId,
			signedIn: this.session !== undefined,
			state: this.work.current,
			phoneNumber: this.session?.settings.phoneNumber,
			skills: [...this.skills],
			autoAnswer: this.answersByItself,
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

	get inCall(): boolean {
		return this.line.open.length > 0;
	}

	get autoEnterIdle(): boolean {
		return this.session?.settings.autoEnterIdle ?? true;
	}

	/** Ids of the skills that are set up for the agent. */
	get configuredSkills(): number[] {
		return this.options.skills.map(({ id }) => id);
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
		this.answersByItself = settings.autoAnswer;
		this.work.signIn(settings.status);
		runInBackground(session.ended, async () => {
			await session.silence();
			this.signOut('silence');
		});
		return session;
	}

	/** Ends the session, and with it the call; does nothing when nobody is signed in. */
	signOut(reason: SignOutReason): void {
		if (!this.session) return;
		this.line.hangUpAll('agentSignedOut');
		this.line.reset();
		this.session.end();
		this.session = undefined;
		this.work.signOut();
		this.skills = [];
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

	emit(eventType: string, content: EventContent): void {
		const time = this.options.eventGenTime ? { eventGenTime: this.world.clock.now() } : {};
		this.session?.events.push({ eventType, ...time, workNo: this.agentId, content });
	}

	callStarted(): void {
		this.work.callStarted();
	}

	callAnswered(): void {
		this.work.callAnswered();
	}

	callEnded(): void {
		this.work.callEnded();
	}

	callMissed(): void {
		this.work.callMissed();
	}

	becameIdle(): void {
		this.isFree(this);
	}
}
