import type { IDataObject } from 'n8n-workflow';
import { VendorError } from '../../common/vendor/errors';
import type { AgentAccount } from '../gateway/account';
import { accepted, Gateway, repetitionOf, type GatewayAnswer, type GatewayRequest } from '../gateway/gateway';
import type { Send } from '../gateway/http';
import { meansSessionLost, RETCODE, turnsAway } from '../gateway/retcodes';
import { Changes } from './changes';
import { EventPoll, type PollListener } from './eventPoll';
import type { AgentEvent } from './events';
import { AgentLine, type LineSession } from './line';
import { STATUS, type Setup } from './setup';
import { asVendorError, resetSkills, signIn, signOut, type SignOut } from './signIn';
import type { Timing } from './timing';
import { askUntilAdmitted } from './turnedAway';

/** How often a lost session is restored within the span. Two clients must not go on signing each other out forever. */
const MOST_RESTORES = 2;
const RESTORES_SPAN_MS = 10 * 60_000;
const MOST_REPLAYS = 2;

/** Whether a request with this answer may be sent again once the agent is signed in again. */
function mayBeReplayed(retcode: string, request: GatewayRequest): boolean {
	return turnsAway(retcode) || (meansSessionLost(retcode) && repetitionOf(request) === 'repeatable');
}

/**
 * Whether the gateway still holds our session, though we can't use it: its guid has expired, or it has not answered us for too long.
 * If it says that nobody is signed in, or if it has moved to another server, a session that is in the way may be somebody else's.
 */
function isStillOurs(retcode: string | undefined): boolean {
	return retcode === undefined || retcode === RETCODE.sessionExpired;
}

/**
 * The live session of one agent. It is signed in, polled without a break (the poll is also the heartbeat) and signed in again when
 * it is lost, until it is signed out or can't be restored. The registry owns it.
 */
export class AgentSession implements LineSession, PollListener {
	/** Notifies of every event, every answered poll and the end. */
	readonly changes = new Changes();

	readonly line: AgentLine;

	/** How long the agent stays signed in while the session is unused, ms. */
	keepMs = 0;

	/** Whether a node run is using the session; checked when it is lost. */
	isNeeded = () => true;

	/** The vendor's answer to the last sign-in. */
	signInResult: IDataObject = {};

	/** What the agent was set to, so that it stays so when a lost session is restored. */
	readonly setup: Setup = { status: STATUS.idle, autoAnswer: true };

	private state: 'live' | 'leaving' | 'ended' = 'live';

	private failure?: VendorError;

	private restores: number[] = [];

	private restoring?: Promise<void>;

	private leaving?: Promise<VendorError | undefined>;

	/** Counts the sign-ins, so that a late refusal of the old session does not end the new one. */
	private generation = 0;

	private readonly poll: EventPoll;

	private readonly listeners = new Set<(event: AgentEvent) => void>();

	private polling: Promise<void> = Promise.resolve();

	private constructor(
		readonly gateway: Gateway,
		private readonly timing: Timing,
	) {
		this.line = new AgentLine(this, timing);
		this.poll = new EventPoll(gateway, timing);
	}

	/**
	 * Signs the agent in and begins to poll.
	 *
	 * @throws VendorError, never one whose outcome is unknown; nobody has been called
	 */
	static async open(account: AgentAccount, send: Send, timeoutMs: number, timing: Timing): Promise<AgentSession> {
		const session = new AgentSession(new Gateway(account, send, timeoutMs), timing);
		await session.signIn(account.takeOver);
		session.startPolling();
		return session;
	}

	get agentId(): string {
		return this.gateway.account.agentId;
	}

	get ended(): boolean {
		return this.state === 'ended';
	}

	/** Whether the agent is in a call that must not be cut off. */
	get inCall(): boolean {
		return !this.ended && this.line.isOccupied;
	}

	whyEnded(): VendorError {
		return this.failure ?? this.signedOutElsewhere();
	}

	/**
	 * Sends a request of the agent. When the session turns out to be lost, the agent is signed in again, and the request is sent once
	 * more if the gateway has done nothing for it.
	 */
	async request(request: GatewayRequest): Promise<GatewayAnswer> {
		for (let replays = 0; ; replays++) {
			const { generation } = this;
			const answer = await askUntilAdmitted(this.gateway, request, this.timing.pollPauseMs);
			const { retcode } = answer;
			const isFinal = !mayBeReplayed(retcode, request) || this.state !== 'live' || replays === MOST_REPLAYS;
			if (isFinal || (await this.isAlive(generation))) return accepted(answer, request);
			await this.restore(generation, retcode);
		}
	}

	async agentState(): Promise<number | undefined> {
		const { result } = await this.gateway.demand(this.statusRequest);
		const state = (result as IDataObject | null | undefined)?.agentState;
		return state === undefined ? undefined : Number(state);
	}

	/**
	 * Signs the agent out and stops polling.
	 *
	 * @param how `forcelogout` also ends the agent's calls
	 * @returns what went wrong when it is not known whether the agent is signed out; the vendor signs the agent out after 2 minutes in any case
	 * @throws VendorError 100-010 while the agent is in a call; the session then continues
	 */
	async leave(how: SignOut = 'logout'): Promise<VendorError | undefined> {
		if (this.ended) return undefined;
		this.leaving ??= this.signOut(how).finally(() => (this.leaving = undefined));
		return await this.leaving;
	}

	/** Stops polling; the vendor then signs the agent out after 2 minutes of silence. */
	async stop(): Promise<void> {
		this.end();
		await this.polling;
	}

	goesOn(): boolean {
		return this.state === 'live';
	}

	/** @returns a function that ends the listening */
	listen(listener: (event: AgentEvent) => void): () => void {
		this.listeners.add(listener);
		return () => void this.listeners.delete(listener);
	}

	onEvent(event: AgentEvent): void {
		this.line.onEvent(event);
		for (const listener of this.listeners) listener(event);
		this.changes.notify();
	}

	async onQuiet(): Promise<void> {
		await this.line.onQuiet();
		this.changes.notify();
	}

	async onLost(retcode?: string): Promise<void> {
		// Nothing waits for the session, and whoever has the agent now may be in a call.
		if (!this.isNeeded()) return this.end();
		await this.restore(this.generation, retcode).catch(() => undefined);
		// The events of a call were lost with the session: two checks of the agent's state decide.
		await this.line.look();
		await this.line.look();
		this.changes.notify();
	}

	private get statusRequest(): GatewayRequest {
		return { method: 'GET', path: `/onlineagent/${this.agentId}/agentstatus` };
	}

	private startPolling(): void {
		this.polling = this.poll.run(this);
	}

	/** No poll is under way while the agent signs out, and none follows: the vendor forbids requests after the sign-out. */
	private async signOut(how: SignOut): Promise<VendorError | undefined> {
		this.state = 'leaving';
		await this.poll.cancelArrived();
		await Promise.all([this.polling, this.restoring?.catch(() => undefined)]);
		if (this.ended) return undefined;
		const failure = await signOut(this.gateway, this.timing.signInBackOffMs, how).then(() => undefined, asVendorError);
		if (failure?.code === RETCODE.inCallAtSignOut && !this.ended) {
			this.state = 'live';
			this.startPolling();
			throw failure;
		}
		this.end();
		return failure;
	}

	/** @param takeOver whether a session that is in the way may be ended */
	private async signIn(takeOver: boolean): Promise<void> {
		this.line.reset();
		const { signInBackOffMs } = this.timing;
		this.signInResult = await signIn(this.gateway, { takeOver, backOffMs: signInBackOffMs, setup: this.setup });
		this.generation += 1;
		await resetSkills(this.gateway, signInBackOffMs, this.setup.skillIds);
	}

	/** Whether the gateway refuses a request but not the session: signing in again would cut off a call for nothing. */
	private async isAlive(generation: number): Promise<boolean> {
		if (generation !== this.generation) return false;
		const state = await this.gateway.ask(this.statusRequest).catch(() => undefined);
		return state === undefined || !meansSessionLost(state.retcode);
	}

	private end(failure?: VendorError): void {
		if (this.ended) return;
		this.failure = failure;
		this.state = 'ended';
		this.poll.cancel();
		this.changes.notify();
	}

	/** Signs in again, unless that has been done since the request that failed. A session of our own may always be taken over. */
	private async restore(generation: number, retcode?: string): Promise<void> {
		if (generation !== this.generation) return;
		const takeOver = this.gateway.account.takeOver || isStillOurs(retcode);
		this.restoring ??= this.signInAgain(takeOver).finally(() => (this.restoring = undefined));
		await this.restoring;
	}

	private async signInAgain(takeOver: boolean): Promise<void> {
		const now = Date.now();
		this.restores = [...this.restores.filter((at) => now - at < RESTORES_SPAN_MS), now];
		const failure =
			this.restores.length > MOST_RESTORES
				? this.signedOutElsewhere()
				: await this.signIn(takeOver).then(() => undefined, asVendorError);
		this.poll.cancel();
		if (!failure) return;
		this.end(failure);
		throw failure;
	}

	private signedOutElsewhere(): VendorError {
		const message = `Agent ${this.agentId} keeps being signed out because somebody else signs in with the same agent ID. Use an agent of its own for each`;
		return new VendorError({ failure: 'refused', code: RETCODE.notSignedIn, message });
	}
}
