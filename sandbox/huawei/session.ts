import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock';
import { EventQueue, type AgentEvent } from './events';
import { Guids } from './guids';
import type { HuaweiOptions } from './options';
import { Refusal } from './retcodes';
import type { SignIn } from './signIn';

/** One sign-in of one agent, until somebody or something signs it out. */
export class Session {
	readonly events: EventQueue;
	readonly guids: Guids;
	/** `name=value` of every cookie that was set. */
	readonly cookies = [newCookie('JSESSIONID'), newCookie('nslb_route')];
	readonly signedInAt: number;
	private readonly ending = new AbortController();
	private polling = false;
	private lastPollAt: number;

	constructor(
		readonly settings: SignIn,
		private readonly clock: Clock,
		private readonly options: HuaweiOptions,
	) {
		this.signedInAt = clock.now();
		this.lastPollAt = this.signedInAt;
		this.events = new EventQueue(clock);
		this.guids = new Guids(this.signedInAt, options.guidIntervalMs, options.guidTimeoutMs);
	}

	/** Aborts when the session ends. */
	get ended(): AbortSignal {
		return this.ending.signal;
	}

	end(): void {
		this.ending.abort();
	}

	/** The new guid, when it is time for one. */
	rotateGuid(): string | undefined {
		if (this.options.authMode === 1) return undefined;
		return this.guids.rotate(this.clock.now());
	}

	/** Throws a `Refusal` unless the request proves that it belongs to this session. */
	authorise(guid: string, cookieHeader: string): void {
		const verdict = this.guids.check(guid, this.clock.now());
		if (verdict === 'unknown') throw new Refusal('100-006');
		if (verdict === 'expired') throw new Refusal('000-003');
		if (this.options.requireCookies && !this.hasCookies(cookieHeader)) {
			throw new Refusal('000-003', 'The cookies of the sign-in are missing');
		}
	}

	/**
	 * The next event, or `undefined` when none came in time or the client has gone away.
	 * Throws 000-007 during another poll and 100-006 when the session ends meanwhile.
	 */
	async poll(clientGone: AbortSignal): Promise<AgentEvent | undefined> {
		if (this.polling) throw new Refusal('000-007');
		this.polling = true;
		const signal = AbortSignal.any([clientGone, this.ended]);
		const event = await this.events.next(this.options.pollWaitMs, signal);
		this.polling = false;
		this.lastPollAt = this.clock.now();
		if (this.ended.aborted) throw new Refusal('100-006');
		return event;
	}

	/** Resolves when no poll has come for the time of silence; rejects when the session ends before that. */
	async silence(): Promise<void> {
		for (let wait = this.options.silenceMs; wait > 0; wait = this.silenceLeft()) {
			await this.clock.sleep(wait, this.ended);
		}
	}

	private silenceLeft(): number {
		const lastSign = this.polling ? this.clock.now() : this.lastPollAt;
		return lastSign + this.options.silenceMs - this.clock.now();
	}

	private hasCookies(header: string): boolean {
		const sent = header.split(';').map((cookie) => cookie.trim());
		return this.cookies.every((cookie) => sent.includes(cookie));
	}
}

function newCookie(name: string): string {
	return `${name}=${randomBytes(16).toString('hex')}`;
}
