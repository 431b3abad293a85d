import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { VendorError } from '../common/vendor/errors';
import { readAccount, type AgentAccount } from './gateway/account';
import { accepted, Gateway, type GatewayAnswer, type GatewayRequest } from './gateway/gateway';
import type { Send } from './gateway/http';
import { meansSessionLost } from './gateway/retcodes';
import type { Lease, SessionRegistry, Visitor } from './session/registry';
import type { AgentSession } from './session/session';

/** What a node run brings with it. Times in milliseconds. */
export interface AgentRun {
	credential: ICredentialDataDecryptedObject;
	execution: string;
	send: Send;
	/** How long a request may take. */
	timeoutMs: number;
	/** How long to wait for an agent who is in use or in a call. */
	waitMs: number;
	/** How long the agent stays signed in after the last use; 0 for not at all. */
	keepMs: number;
	/** The same for an agent whom the operation Sign In has signed in. */
	stayMs: number;
	cancelled?: AbortSignal;
}

/** The agent of the credential, for one node run: what the actions work with. */
export class AgentClient {
	/** A promise, so that parallel items share one lease. */
	private lease?: Promise<Lease>;

	private joined?: Lease<AgentSession | undefined>;

	/** Whether this run has opened a session. */
	private hasSignedIn = false;

	/** Why the agent is not available; the other items would fare no better, and wrong passwords lock the account. */
	private refusal?: VendorError;

	constructor(
		readonly run: AgentRun,
		private readonly registry: SessionRegistry,
	) {}

	/** Throws an InputError that names the field of the credential. */
	get account(): AgentAccount {
		return readAccount(this.run.credential);
	}

	/** The agent's session, signed in, for this execution alone. */
	async own(): Promise<AgentSession> {
		if (this.refusal) throw this.refusal;
		const session = await this.borrow().catch((error: unknown) => this.remember(error));
		session.keepMs = Math.max(session.keepMs, this.run.keepMs);
		return session;
	}

	/** The session that is live in this process, whichever execution owns it, to act on the agent's call. */
	async current(): Promise<AgentSession | undefined> {
		this.joined ??= this.registry.join(this.account);
		return await this.joined?.session();
	}

	/** The live session, to look something up; the agent is signed in if there is none. */
	async any(): Promise<AgentSession> {
		return (await this.current()) ?? (await this.own());
	}

	/**
	 * The live session, for what makes sense only while n8n has the agent signed in: signing in could cut off somebody else's work with
	 * the same agent.
	 *
	 * @throws VendorError NOT_SIGNED_IN
	 */
	async signedIn(): Promise<AgentSession> {
		const session = await this.current();
		if (session) return session;
		const message = `Agent ${this.account.agentId} is not signed in by n8n. Use the operation Sign In first, which keeps the agent signed in`;
		throw new VendorError({ failure: 'refused', code: 'NOT_SIGNED_IN', message });
	}

	/** Asks the gateway without signing the agent in; undefined if that would be needed. */
	async askUnlessSignedOut(request: GatewayRequest): Promise<GatewayAnswer | undefined> {
		const { account, run } = this;
		const live = this.registry.find(account);
		if (live) return await live.request(request);
		const answer = await new Gateway(account, run.send, run.timeoutMs).ask(request);
		return meansSessionLost(answer.retcode) ? undefined : accepted(answer, request);
	}

	/**
	 * Signs the agent out once no other execution needs the agent.
	 *
	 * @returns false if this process had not signed the agent in
	 * @throws VendorError 100-010 while the agent is in a call
	 */
	async signOut(): Promise<boolean> {
		if (!this.registry.find(this.account)) return false;
		await this.leased();
		const session = this.registry.find(this.account);
		if (session) session.keepMs = 0;
		const failure = await session?.leave();
		if (failure) throw failure;
		return session !== undefined;
	}

	/**
	 * Signs the agent out at once, whoever uses the agent, and ends the agent's calls.
	 *
	 * @returns false if this process had not signed the agent in
	 */
	async forceSignOut(): Promise<boolean> {
		const session = await this.current();
		if (!session) return false;
		session.keepMs = 0;
		const failure = await session.leave('forcelogout');
		if (failure) throw failure;
		return true;
	}

	/**
	 * Returns the agent at the end of the node's run.
	 *
	 * @returns whether this run has signed the agent in and out again
	 */
	async close(): Promise<boolean> {
		const { lease, joined } = this;
		this.lease = undefined;
		this.joined = undefined;
		await (await lease?.catch(() => undefined))?.release();
		await joined?.release();
		return this.hasSignedIn && !this.registry.isInUse(this.account);
	}

	private async borrow(): Promise<AgentSession> {
		const lease = await this.leased();
		const live = this.registry.find(this.account);
		const session = await lease.session();
		if (session !== live) this.hasSignedIn = true;
		return session;
	}

	private async leased(): Promise<Lease> {
		this.lease ??= this.registry.borrow(this.visitor()).catch((error: unknown) => {
			this.lease = undefined;
			throw error;
		});
		return await this.lease;
	}

	private remember(error: unknown): never {
		if (error instanceof VendorError && error.failure === 'refused') this.refusal = error;
		throw error;
	}

	private visitor(): Visitor {
		const { execution, send, timeoutMs, waitMs, cancelled } = this.run;
		return { account: this.account, execution, send, timeoutMs, waitMs, cancelled };
	}
}
