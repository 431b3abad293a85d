import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { VendorError } from '../common/errors';
import { readAccount, type AgentAccount } from './gateway/account';
import { accepted, Gateway, type GatewayAnswer, type GatewayRequest } from './gateway/gateway';
import type { Send } from './gateway/http';
import { meansSessionLost } from './gateway/retcodes';
import type { Lease, SessionRegistry, Visitor } from './session/registry';
import type { AgentSession } from './session/session';

/** What a node run brings along. Times in milliseconds. */
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
	/** The same for an agent who is signed in by an operation of its own. */
	stayMs: number;
	cancelled?: AbortSignal;
}

/** The agent of the credential, for one node run: what the actions work with. */
export class AgentClient {
	private lease?: Lease;

	private joined?: Lease<AgentSession | undefined>;

	/** Why the agent can't be had; the other items would fare no better, and wrong passwords lock the account. */
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

	/** The session that is live in this process, whichever execution has it, to do something about the agent's call. */
	async current(): Promise<AgentSession | undefined> {
		this.joined ??= this.registry.join(this.account);
		return await this.joined?.session();
	}

	/** Asks the gateway without signing the agent in; undefined if that would be needed. */
	async askUnlessSignedOut(request: GatewayRequest): Promise<GatewayAnswer | undefined> {
		const { account, run } = this;
		const live = this.registry.find(account);
		if (live) return await live.request(request);
		const answer = await new Gateway(account, run.send, run.timeoutMs).ask(request);
		return meansSessionLost(answer.retcode) ? undefined : accepted(answer);
	}

	/**
	 * Signs the agent out, when other executions don't need the agent any more.
	 *
	 * @returns false if this process had not signed the agent in
	 * @throws VendorError 100-010 while the agent is in a call
	 */
	async signOut(): Promise<boolean> {
		if (!this.registry.find(this.account)) return false;
		this.lease ??= await this.registry.borrow(this.visitor());
		const session = this.registry.find(this.account);
		if (session) session.keepMs = 0;
		const failure = await session?.leave();
		if (failure) throw failure;
		return session !== undefined;
	}

	/** Gives the agent back at the end of the node's run. */
	async close(): Promise<void> {
		await this.lease?.release();
		await this.joined?.release();
		this.lease = undefined;
		this.joined = undefined;
	}

	private async borrow(): Promise<AgentSession> {
		this.lease ??= await this.registry.borrow(this.visitor());
		return await this.lease.session();
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
