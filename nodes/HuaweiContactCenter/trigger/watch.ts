import { NodeOperationError, type ITriggerFunctions } from 'n8n-workflow';
import { VendorError } from '../../common/vendor/errors';
import { readAccount, type AgentAccount } from '../gateway/account';
import { sendThrough, type Send } from '../gateway/http';
import { RETCODE } from '../gateway/retcodes';
import { Changes } from '../session/changes';
import type { AgentEvent } from '../session/events';
import type { Keeper, Lease, SessionRegistry } from '../session/registry';
import type { AgentSession } from '../session/session';
import { asVendorError } from '../session/signIn';
import { setDesiredState } from './desiredState';
import { EventItems } from './items';
import { refusedAccounts, refusesAccount } from './refusedAccounts';
import { gapText, nodeErrorOf, pauseText, signedOutText, takenOverText } from './report';
import type { Settings } from './settings';

/** Times in milliseconds. */
export interface WatchTiming {
	/** First pause before the agent is signed in again; doubles. */
	backOffMs: number;
	longestBackOffMs: number;
	/** How long unpublishing may wait for the sign-out. */
	closeMs: number;
}

export const WATCH_TIMING: WatchTiming = { backOffMs: 5_000, longestBackOffMs: 5 * 60_000, closeMs: 10_000 };

const FOREVER = Infinity;
const TIMEOUT_MS = 30_000;

/** Codes with which somebody else is in the way. */
const ELSEWHERE = new Set<string>([RETCODE.alreadySignedIn, RETCODE.notSignedIn]);

/** An active workflow: keeps the agent signed in, and starts a run for each event. */
export class AgentWatch implements Keeper {
	readonly timeoutMs = TIMEOUT_MS;

	readonly send: Send;

	private readonly items: EventItems;

	private readonly lease: Lease;

	private readonly changes = new Changes();

	private session?: AgentSession;

	private isClosed = false;

	/** Until when all events of the last session have come. */
	private heardAllUntil = Date.now();

	private constructor(
		private readonly context: ITriggerFunctions,
		private readonly settings: Settings,
		readonly account: AgentAccount,
		registry: SessionRegistry,
		private readonly timing: WatchTiming,
	) {
		this.send = sendThrough(context.helpers);
		this.items = new EventItems(account.agentId, settings);
		this.lease = registry.keep(this);
	}

	/**
	 * Signs the agent in.
	 *
	 * @throws n8n's own error
	 */
	static async open(context: ITriggerFunctions, settings: Settings, registry: SessionRegistry, timing: WatchTiming): Promise<AgentWatch> {
		try {
			const account = readAccount(await context.getCredentials('huaweiCcGatewayApi'));
			const refusal = context.getMode() === 'manual' ? undefined : refusedAccounts.why(account);
			if (refusal) throw refusal;
			const watch = new AgentWatch(context, settings, account, registry, timing);
			await watch.begin().catch(async (error: unknown) => await watch.abandon(error));
			return watch;
		} catch (error) {
			throw nodeErrorOf(context.getNode(), error);
		}
	}

	/** Signs the agent out unless somebody else needs the agent. */
	async close(): Promise<void> {
		this.isClosed = true;
		this.changes.notify();
		let isReleased = false;
		const noteReleased = () => {
			isReleased = true;
			this.changes.notify();
		};
		void this.lease.release().then(noteReleased, noteReleased);
		await this.changes.until(() => isReleased, this.timing.closeMs);
	}

	onEvent(event: AgentEvent): void {
		const item = this.items.itemOf(event);
		if (item && !this.isClosed) this.context.emit([[{ json: item }]]);
	}

	onGap(since: number): void {
		this.reportGap(since);
		if (this.session) void this.setState(this.session);
	}

	private get agentId(): string {
		return this.account.agentId;
	}

	private async begin(): Promise<void> {
		const session = await this.signIn();
		await setDesiredState(session, this.settings.agentState);
		void this.stay(session);
	}

	private async abandon(error: unknown): Promise<never> {
		await this.close();
		throw error;
	}

	private async signIn(): Promise<AgentSession> {
		this.session = await this.lease.session().catch((error: unknown) => this.remember(error));
		refusedAccounts.forget(this.account);
		return this.session;
	}

	private remember(error: unknown): never {
		refusedAccounts.remember(this.account, asVendorError(error));
		throw error;
	}

	/** Comes back whenever the session has ended. It never throws. */
	private async stay(first: AgentSession): Promise<void> {
		let session: AgentSession | undefined = first;
		while (session) session = await this.successorOf(session);
	}

	/** @returns undefined if the trigger is closed, or must not try again */
	private async successorOf(session: AgentSession): Promise<AgentSession | undefined> {
		await session.changes.until(() => this.isClosed || session.ended, FOREVER);
		if (this.isClosed) return undefined;
		this.heardAllUntil = session.heardAllUntil;
		return await this.comeBack(whyOf(session));
	}

	private async comeBack(why: VendorError): Promise<AgentSession | undefined> {
		let [failure, reported] = [why, ''];
		for (let tries = 0; !refusesAccount(failure); tries++) {
			const pauseMs = this.pauseAfter(failure, tries);
			if (failure.code !== reported) this.report(pauseText(this.agentId, textOf(failure, this.agentId), Date.now() + pauseMs));
			reported = failure.code;
			await this.changes.until(() => this.isClosed, pauseMs);
			if (this.isClosed) return undefined;
			const session = await this.signIn().catch(asVendorError);
			if (!(session instanceof VendorError)) return await this.isBack(session);
			failure = session;
		}
		return this.giveUp(failure);
	}

	private async isBack(session: AgentSession): Promise<AgentSession> {
		this.reportGap(this.heardAllUntil);
		await this.setState(session);
		return session;
	}

	private giveUp(failure: VendorError): undefined {
		refusedAccounts.remember(this.account, failure);
		this.report(`${failure.message}. The trigger does not try again, because that could lock the account. Correct the credential, then publish the workflow again`);
	}

	private pauseAfter({ code }: VendorError, tries: number): number {
		const { backOffMs, longestBackOffMs } = this.timing;
		return ELSEWHERE.has(code) ? this.settings.comeBackMs : Math.min(backOffMs * 2 ** tries, longestBackOffMs);
	}

	private async setState(session: AgentSession): Promise<void> {
		await setDesiredState(session, this.settings.agentState).catch((error: unknown) => {
			if (!this.isClosed && !session.ended) this.report(`Agent ${this.agentId} could not be set ${this.settings.agentState}. ${asVendorError(error).message}`);
		});
	}

	private reportGap(since: number): void {
		this.report(gapText(this.agentId, since, Date.now()));
	}

	/** A failed execution is the only place where n8n shows what a running trigger has to say. */
	private report(message: string): void {
		if (!this.isClosed) this.context.saveFailedExecution(new NodeOperationError(this.context.getNode(), message));
	}
}

function whyOf(session: AgentSession): VendorError {
	if (!session.wasSignedOut) return session.whyEnded();
	return new VendorError({ failure: 'refused', code: RETCODE.notSignedIn, message: signedOutText(session.agentId) });
}

function textOf({ code, message }: VendorError, agentId: string): string {
	return code === RETCODE.alreadySignedIn ? takenOverText(agentId) : message;
}
