import { wallClock, type Clock } from '../vendor/clock';
import { VendorError } from '../vendor/errors';

/** At most one request per second looks for the end of calls, however many calls there are. */
const POLL_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;
/** How long the watch sleeps before it notices that nobody waits anymore, or that a time limit has passed. */
const LONGEST_SLEEP_MS = 250;

/** A call to wait for. */
export interface Watched {
	/** When the waiting ends, even if the call lasts; milliseconds since 1970. */
	deadline: number;
}

/** How a vendor is asked for the ends of calls. */
export interface Lookout<C extends Watched, R> {
	/** Those of the calls that the next look asks for. The call that was asked for longest ago comes first. */
	choose(calls: C[]): C[];
	/** Sends a request, and tells the watch which calls have ended. Waits for `watch.turn()` before each further request. */
	look(calls: C[], watch: Watch<C, R>): Promise<void>;
}

interface Waiting<R> {
	/** When it was last asked for; 0 before the first time. */
	askedAt: number;
	settle(end: R | Promise<R> | undefined): void;
	fail(error: unknown): void;
}

/** Names the call whose end could not be waited for. */
export function notWaitedFor(call: string, error: unknown): unknown {
	if (!(error instanceof VendorError)) return error;
	const { message, ...details } = error.details();
	return new VendorError({ ...details, message: `The end of the call ${call} could not be waited for: ${message}` });
}

function canceledError(): VendorError {
	return new VendorError({ failure: 'refused', code: 'STOPPED', message: 'The execution was stopped before the call had ended' });
}

/**
 * Waits for the ends of calls, for all items of a run together: one request asks for as many calls as the vendor allows. A vendor that
 * throttles or is down is asked again, more and more seldom, until the time limit of each call.
 */
export class Watch<C extends Watched, R> {
	/** Calls whose end has not been seen. */
	private readonly waiting = new Map<C, Waiting<R>>();

	/** Calls whose end has not been returned. */
	private readonly open = new Set<Waiting<R>>();

	private isRunning = false;

	private notBefore = 0;

	private failuresInARow = 0;

	constructor(
		private readonly lookout: Lookout<C, R>,
		private readonly clock: Clock = wallClock,
	) {}

	/**
	 * What the look found at the end of a call; undefined if the call has not ended at the deadline.
	 *
	 * @param canceled ends the waiting for all calls at once, with an error
	 * @throws VendorError if the vendor refuses to tell
	 */
	async endOf(call: C, canceled?: AbortSignal): Promise<R | undefined> {
		if (canceled?.aborted) throw canceledError();
		const entry: Waiting<R> = { askedAt: 0, settle() {}, fail() {} };
		const end = new Promise<R | undefined>((settle, fail) => Object.assign(entry, { settle, fail }));
		// One listener for all calls: Node warns of many on one signal.
		if (this.open.size === 0) canceled?.addEventListener('abort', this.stop);
		this.open.add(entry);
		this.waiting.set(call, entry);
		if (!this.isRunning) void this.run();
		try {
			return await end;
		} finally {
			this.open.delete(entry);
			if (this.open.size === 0) canceled?.removeEventListener('abort', this.stop);
		}
	}

	/** Whether somebody waits for the end of one of the calls. */
	awaits(calls: C[]): boolean {
		return calls.some((call) => this.waiting.has(call));
	}

	/** A call has ended. */
	end(call: C, end: R | Promise<R>): void {
		this.finish(call, (entry) => entry.settle(end));
	}

	/** Waits until another request may go out. */
	async turn(): Promise<void> {
		const wait = () => this.notBefore - this.clock.now();
		while (wait() > 0 && this.waiting.size > 0) {
			await this.clock.sleep(Math.min(wait(), LONGEST_SLEEP_MS));
			this.endExpired();
		}
		this.notBefore = this.clock.now() + POLL_MS;
	}

	private readonly stop = () => {
		this.waiting.clear();
		for (const { fail } of this.open) fail(canceledError());
	};

	private async run(): Promise<void> {
		this.isRunning = true;
		while (this.waiting.size > 0) {
			await this.turn();
			const byAge = [...this.waiting].sort(([, a], [, b]) => a.askedAt - b.askedAt).map(([call]) => call);
			if (byAge.length > 0) await this.lookFor(this.lookout.choose(byAge));
			this.endExpired();
		}
		this.isRunning = false;
	}

	private async lookFor(calls: C[]): Promise<void> {
		for (const call of calls) {
			const entry = this.waiting.get(call);
			if (entry) entry.askedAt = this.clock.now();
		}
		try {
			await this.lookout.look(calls, this);
			this.failuresInARow = 0;
		} catch (error) {
			if (error instanceof VendorError && error.failure !== 'refused') this.slowDown(error.retryAfterMs);
			else calls.forEach((call) => this.finish(call, (entry) => entry.fail(error)));
		}
	}

	private slowDown(retryAfterMs = POLL_MS * 2 ** this.failuresInARow): void {
		this.failuresInARow += 1;
		this.notBefore = this.clock.now() + Math.max(POLL_MS, Math.min(retryAfterMs, LONGEST_PAUSE_MS));
	}

	/** A call whose time is over is looked for once in any case, since a retry may come long after its deadline. */
	private endExpired(): void {
		const now = this.clock.now();
		for (const [call, { askedAt }] of this.waiting) {
			if (askedAt > 0 && call.deadline <= now) this.finish(call, (entry) => entry.settle(undefined));
		}
	}

	private finish(call: C, settle: (entry: Waiting<R>) => void): void {
		const entry = this.waiting.get(call);
		this.waiting.delete(call);
		if (entry) settle(entry);
	}
}
