import { sleep, type IDataObject } from 'n8n-workflow';
import { VendorError } from '../../common/errors';
import type { AgentAccount } from '../gateway/account';
import { accepted, Gateway, type GatewayAnswer, type GatewayRequest } from '../gateway/gateway';
import type { Send } from '../gateway/http';
import { meansSessionLost, RETCODE } from '../gateway/retcodes';
import { Changes } from './changes';
import { EventPoll, type PollListener } from './eventPoll';
import type { AgentEvent } from './events';
import { AgentLine, type LineSession } from './line';
import { asVendorError, resetSkills, signIn, signOut } from './signIn';
import type { Timing } from './timing';

/** How often, within the span, a lost session is restored: two clients that sign each other out must come to an end. */
const MOST_RESTORES = 2;
const RESTORES_SPAN_MS = 10 * 60_000;
const MOST_REPLAYS = 2;

/**
 * The live session of one agent: signed in, polled without a break (the poll is the heart-beat too), signed in again when the
 * session gets lost, until somebody signs it out or it can't be restored. Its owner is the registry.
 */
export class AgentSession implements LineSession, PollListener {
	/** Tells of every event, every answered poll and the end. */
	readonly changes = new Changes();

	readonly line: AgentLine;

	/** How long the agent stays signed in when nobody uses the session, ms. */
	keepMs = 0;

	/** Whether a node run is using the session; asked when it gets lost. */
	isNeeded = () => true;

	/** The vendor's answer to the last sign-in. */
	signInResult: IDataObject = {};

	private state: 'live' | 'leaving' | 'ended' = 'live';

	private failure?: VendorError;

	private restores: number[] = [];

	private restoring?: Promise<void>;

	/** Counts the sign-ins, so that a late refusal of the old session doesn't end the new one. */
	private generation = 0;

	private readonly poll: EventPoll;

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
		await session.signIn();
		session.polling = session.poll.run(session);
		return session;
	}

	get agentId(): string {
		return this.gateway.account.agentId;
	}

	get ended(): boolean {
		return this.state === 'ended';
	}

	/** Whether a call goes on that must not be cut off. */
	get inCall(): boolean {
		return !this.ended && this.line.isBusy;
	}

	whyEnded(): VendorError {
		return this.failure ?? this.signedOutElsewhere();
	}

	/**
	 * Sends a request of the agent. When the session turns out to be lost, the agent is signed in again and the request, which
	 * was refused for that reason alone, is sent once more.
	 */
	async request(request: GatewayRequest): Promise<GatewayAnswer> {
		for (let replays = 0; ; replays++) {
			const { generation } = this;
			const answer = await this.gateway.ask(request);
			if (!meansSessionLost(answer.retcode) || this.ended || replays === MOST_REPLAYS) return accepted(answer);
			await this.restore(generation);
		}
	}

	async agentState(): Promise<number | undefined> {
		const { result } = await this.gateway.demand({ method: 'GET', path: `/onlineagent/${this.agentId}/agentstatus` });
		const state = (result as IDataObject | null | undefined)?.agentState;
		return state === undefined ? undefined : Number(state);
	}

	/**
	 * Signs the agent out and stops polling.
	 *
	 * @returns what went wrong when it is not known whether the agent is signed out; after 2 minutes the vendor does it in any case
	 * @throws VendorError 100-010 while the agent is in a call; the session then goes on
	 */
	async leave(): Promise<VendorError | undefined> {
		if (this.ended) return undefined;
		this.state = 'leaving';
		const failure = await signOut(this.gateway, this.timing.signInBackOffMs).then(() => undefined, asVendorError);
		if (failure?.code === RETCODE.inCallAtSignOut) {
			this.state = 'live';
			throw failure;
		}
		await this.stop();
		return failure;
	}

	/** Stops polling; the vendor then signs the agent out after 2 minutes of silence. */
	async stop(): Promise<void> {
		this.end();
		await this.polling;
	}

	goesOn(): boolean {
		return !this.ended;
	}

	onEvent(event: AgentEvent): void {
		this.line.onEvent(event);
		this.changes.notify();
	}

	async onQuiet(): Promise<void> {
		await this.line.onQuiet();
		this.changes.notify();
	}

	async onLost(): Promise<void> {
		// The sign-out ends the poll with the same code.
		if (this.state === 'leaving') return await sleep(this.timing.pollPauseMs);
		// Nobody waits for anything, and whoever has the agent now may be in a call.
		if (!this.isNeeded()) return this.end();
		await this.restore(this.generation).catch(() => undefined);
		// The events of a call went lost with the session: two looks decide.
		await this.line.look();
		await this.line.look();
		this.changes.notify();
	}

	private async signIn(): Promise<void> {
		this.line.reset();
		const options = { takeOver: this.gateway.account.takeOver, backOffMs: this.timing.signInBackOffMs };
		this.signInResult = await signIn(this.gateway, options);
		this.generation += 1;
		await resetSkills(this.gateway);
	}

	private end(failure?: VendorError): void {
		if (this.ended) return;
		this.failure = failure;
		this.state = 'ended';
		this.poll.cancel();
		this.changes.notify();
	}

	/** Signs in again, unless that has been done since the request that failed. */
	private async restore(generation: number): Promise<void> {
		if (generation !== this.generation) return;
		this.restoring ??= this.signInAgain().finally(() => (this.restoring = undefined));
		await this.restoring;
	}

	private async signInAgain(): Promise<void> {
		const now = Date.now();
		this.restores = [...this.restores.filter((at) => now - at < RESTORES_SPAN_MS), now];
		const failure =
			this.restores.length > MOST_RESTORES
				? this.signedOutElsewhere()
				: await this.signIn().then(() => undefined, asVendorError);
		this.poll.cancel();
		if (!failure) return;
		this.end(failure);
		throw failure;
	}

	private signedOutElsewhere(): VendorError {
		const message = `Agent ${this.agentId} keeps being signed out: somebody else signs in with the same agent ID. Give each of them an agent of its own`;
		return new VendorError({ failure: 'refused', code: RETCODE.notSignedIn, message });
	}
}
