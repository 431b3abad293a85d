import { VendorError } from '../../common/vendor/errors';
import { agentKey, sameSignIn, type AgentAccount } from '../gateway/account';
import type { Send } from '../gateway/http';
import { Changes } from './changes';
import type { AgentEvent } from './events';
import { stopped } from './line';
import { AgentSession } from './session';
import { asVendorError } from './signIn';
import { TIMING, type Timing } from './timing';

/** A node run that wants an agent. */
export interface Visitor {
	account: AgentAccount;
	/** The execution; its nodes share a session. */
	execution: string;
	send: Send;
	timeoutMs: number;
	/** How long to wait until other executions no longer need the agent. */
	waitMs: number;
	cancelled?: AbortSignal;
}

/** An agent, lent to a node run. */
export interface Lease<Session = AgentSession> {
	session(): Promise<Session>;
	/** Returns the agent; signs out unless the agent stays signed in or is still in a call. */
	release(): Promise<void>;
}

/** Who keeps an agent signed in to hear of the agent's events, next to the executions that use the agent. */
export interface Keeper extends Pick<Visitor, 'account' | 'send' | 'timeoutMs'> {
	onEvent(event: AgentEvent): void;
	/** The session, or the answer to a poll, was lost; events since the time (epoch ms) may be missing. */
	onGap(since: number): void;
}

/** What the registry knows about one agent. */
class Place {
	readonly changes = new Changes();

	session?: AgentSession;

	/** The execution that has the agent to itself: one of its nodes is running, or its call has not ended. */
	owner?: string;

	/** Node runs that use the session now. */
	visitors = 0;

	/** Who keeps the agent signed in, whether or not somebody visits. */
	readonly keepers = new Set<Keeper>();

	/** Counts all visits, so that the watch over an idle session notices that it is in use again. */
	visits = 0;

	/** Opening and closing a session must not overlap. */
	turn: Promise<unknown> = Promise.resolve();

	/** Whether the agent stays signed in after the last visit. */
	get isKept(): boolean {
		return this.keepers.size > 0 || (this.live?.keepMs ?? 0) > 0;
	}

	get live(): AgentSession | undefined {
		return this.session?.ended === false ? this.session : undefined;
	}
}

/**
 * The live agent sessions of this process: the only state that outlives a node's run. A session exists from the first use of an
 * agent to the end of the node's run. If its call has not ended by then, it lasts until the end of the call (at most 4 hours). If
 * the agent is to stay signed in, it lasts until it has been unused for the requested time.
 */
export class SessionRegistry {
	private readonly places = new Map<string, Place>();

	constructor(private readonly timing: Timing = TIMING) {}

	/** The live session of an agent, if there is one. */
	find(account: AgentAccount): AgentSession | undefined {
		const live = this.places.get(agentKey(account))?.live;
		return live && sameSignIn(live.gateway.account, account) ? live : undefined;
	}

	/** Whether this process has the agent signed in or is about to. */
	isInUse(account: AgentAccount): boolean {
		return this.places.has(agentKey(account));
	}

	/** How many agents are signed in or being used. */
	get size(): number {
		return this.places.size;
	}

	/**
	 * Lends the agent to one execution alone. The lease signs the agent in when it is first asked for the session.
	 *
	 * @throws VendorError AGENT_IN_USE if other executions need the agent for too long
	 */
	async borrow(visitor: Visitor): Promise<Lease> {
		const deadline = Date.now() + visitor.waitMs;
		for (;;) {
			const place = this.place(visitor.account);
			const isFree = () => place.owner === undefined || place.owner === visitor.execution;
			if (isFree()) {
				place.owner = visitor.execution;
				return this.lease(place, visitor.account, async () => await this.open(place, visitor));
			}
			const freed = await place.changes.until(isFree, deadline - Date.now(), visitor.cancelled);
			if (!freed) throw visitor.cancelled?.aborted ? stopped() : inUse(visitor);
		}
	}

	/** Keeps the agent signed in until the lease is released. The lease signs the agent in whenever it is asked for the session. */
	keep(keeper: Keeper): Lease {
		const { account } = keeper;
		const place = this.place(account);
		place.keepers.add(keeper);
		return {
			session: async () => await inTurn(place, async () => await this.open(place, keeper)),
			release: async () => {
				place.keepers.delete(keeper);
				if (place.visitors === 0) await this.leave(place, account);
			},
		};
	}

	/** Joins a live session, whoever owns it, to act on the agent's call, which exists only as long as the session. */
	join(account: AgentAccount): Lease<AgentSession | undefined> | undefined {
		return this.find(account) && this.lease(this.place(account), account, async () => this.find(account));
	}

	private place(account: AgentAccount): Place {
		const key = agentKey(account);
		const place = this.places.get(key) ?? new Place();
		this.places.set(key, place);
		return place;
	}

	private lease<Session>(place: Place, account: AgentAccount, session: () => Promise<Session>): Lease<Session> {
		place.visitors += 1;
		place.visits += 1;
		return {
			session: async () => await inTurn(place, session),
			release: async () => {
				place.visitors -= 1;
				if (place.visitors === 0) await this.leave(place, account);
			},
		};
	}

	private async open(place: Place, { account, send, timeoutMs }: Pick<Visitor, 'account' | 'send' | 'timeoutMs'>): Promise<AgentSession> {
		const { live } = place;
		if (live && sameSignIn(live.gateway.account, account)) {
			live.gateway.use(send, timeoutMs);
			return live;
		}
		await live?.leave();
		const session = await AgentSession.open(account, send, timeoutMs, this.timing);
		place.session = session;
		session.isNeeded = () => place.visitors > 0 || place.keepers.size > 0;
		session.takesBack = () => place.visitors > 0 || place.keepers.size === 0;
		session.listen((event) => place.keepers.forEach((keeper) => keeper.onEvent(event)));
		session.onGap = (since) => place.keepers.forEach((keeper) => keeper.onGap(since));
		return session;
	}

	/** The last visitor has gone. */
	private async leave(place: Place, account: AgentAccount): Promise<void> {
		const { live, visits } = place;
		if (live?.inCall) return this.watch(place, account, visits);
		if (live && place.isKept) {
			this.free(place, account);
			return this.watch(place, account, visits);
		}
		const isVisited = () => place.visits !== visits || place.keepers.size > 0;
		const refused = await inTurn(place, async () => (isVisited() ? undefined : await place.live?.leave())).then(() => undefined, asVendorError);
		// Whoever has come in the meantime leaves later.
		if (isVisited()) return place.keepers.size > 0 ? this.free(place, account) : undefined;
		if (refused) this.watch(place, account, visits);
		else this.free(place, account);
	}

	/** Looks after a session that outlives the node's run. It never fails, because nobody would see the error. */
	private watch(place: Place, account: AgentAccount, visits: number): void {
		void this.outlive(place, account, visits).catch(() => this.free(place, account));
	}

	private async outlive(place: Place, account: AgentAccount, visits: number): Promise<void> {
		const { live } = place;
		if (!live) return this.free(place, account);
		const { longestCallMs, signOutPauseMs } = this.timing;
		const deadline = Date.now() + longestCallMs;
		const isVisited = () => place.visits !== visits;
		const until = async (condition: () => boolean, limitMs: number) =>
			await live.changes.until(() => isVisited() || live.ended || condition(), limitMs);

		await until(() => !live.inCall, longestCallMs);
		if (isVisited()) return;
		if (place.isKept) this.free(place, account);
		await until(() => false, live.keepMs);
		if (place.keepers.size > 0) return;
		while (!isVisited() && !live.ended) {
			const refused = await inTurn(place, async () => (isVisited() ? undefined : await live.leave())).then(() => undefined, asVendorError);
			if (refused && Date.now() > deadline) await live.stop();
			else if (refused) await until(() => false, signOutPauseMs);
		}
		if (!isVisited()) this.free(place, account);
	}

	/** Lets the next execution have the agent, unless another node of this one has come in the meantime. */
	private free(place: Place, account: AgentAccount): void {
		if (place.visitors > 0) return;
		place.owner = undefined;
		if (!place.live && place.keepers.size === 0) this.places.delete(agentKey(account));
		place.changes.notify();
	}
}

/** Runs one piece of work after another; a failure of one does not affect the next. */
async function inTurn<T>(place: Place, work: () => Promise<T>): Promise<T> {
	const mine = place.turn.then(work, work);
	place.turn = mine.catch(() => undefined);
	return await mine;
}

function inUse({ account: { agentId }, waitMs }: Visitor): VendorError {
	const seconds = Math.round(waitMs / 1000);
	const message = `Agent ${agentId} is in use by another execution, which did not finish within ${seconds} seconds, so nobody was called. Give each workflow an agent of its own, or raise 'Wait for Agent (Seconds)' in the options`;
	return new VendorError({ failure: 'refused', code: 'AGENT_IN_USE', message });
}

/** The sessions of this process. */
export const sessions = new SessionRegistry();
