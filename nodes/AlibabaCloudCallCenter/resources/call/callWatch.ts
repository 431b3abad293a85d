import type { IDataObject } from 'n8n-workflow';
import { wallClock, type Clock } from '../../../common/vendor/clock';
import { VendorError } from '../../../common/vendor/errors';
import type { CccClient } from '../../api/transport';
import { isEnded } from '../callRecord/callResult';
import { readRecords, type Reading } from '../callRecord/pages';
import { FullRecords } from './fullRecords';

/** At most one request per second looks for the end of calls, however many calls there are. */
const POLL_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;
/** How long the watch sleeps before it notices that nobody waits anymore, or that a time limit has passed. */
const LONGEST_SLEEP_MS = 250;
/** Calls that one request asks for. Their IDs stand in the address, which must not get too long. */
const CALLS_PER_REQUEST = 100;
/** The search begins this much before the calls, because the clocks may differ. */
const EARLIER_MS = 60 * 60 * 1000;

/** A call to wait for. Times are in milliseconds since 1970. */
export interface WatchedCall {
	instanceId: string;
	jobId: string;
	placedAt: number;
	/** When the waiting ends, even if the call lasts. */
	deadline: number;
}

interface Waiting {
	call: WatchedCall;
	/** When its record was last asked for; 0 before the first time. */
	askedAt: number;
	settle(record: Promise<IDataObject> | undefined): void;
	fail(error: unknown): void;
}

function canceledError(): VendorError {
	return new VendorError({ failure: 'refused', code: 'STOPPED', message: 'The execution was stopped before the call had ended' });
}

/**
 * Waits for the ends of calls, for all items of a run together: each request asks for the records of all calls that are still
 * waited for. A call has ended when its record has a release time. A vendor that throttles or is down is asked again, more and more
 * seldom, until the time limit of each call.
 */
export class CallWatch {
	/** Calls whose end has not been seen. */
	private readonly waiting = new Set<Waiting>();

	/** Calls whose record has not been returned. */
	private readonly open = new Set<Waiting>();

	private isRunning = false;

	private notBefore = 0;

	private failuresInARow = 0;

	private readonly fullRecords: FullRecords;

	constructor(
		private readonly send: CccClient,
		private readonly clock: Clock = wallClock,
	) {
		this.fullRecords = new FullRecords(send, clock);
	}

	/**
	 * The record of a call once it has ended; undefined if it has not ended at the deadline.
	 *
	 * @param canceled ends the waiting for all calls at once, with an error
	 * @throws VendorError if the records cannot be read at all
	 */
	async recordOf(call: WatchedCall, canceled?: AbortSignal): Promise<IDataObject | undefined> {
		if (canceled?.aborted) throw canceledError();
		const entry: Waiting = { call, askedAt: 0, settle() {}, fail() {} };
		const record = new Promise<IDataObject | undefined>((settle, fail) => Object.assign(entry, { settle, fail }));
		// One listener for all calls: Node warns of many on one signal.
		if (this.open.size === 0) canceled?.addEventListener('abort', this.stop);
		this.open.add(entry);
		this.waiting.add(entry);
		if (!this.isRunning) void this.run();
		try {
			return await record;
		} finally {
			this.open.delete(entry);
			if (this.open.size === 0) canceled?.removeEventListener('abort', this.stop);
		}
	}

	private readonly stop = () => {
		this.waiting.clear();
		for (const { fail } of this.open) fail(canceledError());
	};

	private async run(): Promise<void> {
		this.isRunning = true;
		while (this.waiting.size > 0) {
			await this.turn();
			const group = this.next();
			if (group.length > 0) await this.poll(group);
			this.endExpired();
		}
		this.isRunning = false;
	}

	/** Waits until another request may go out. */
	private async turn(): Promise<void> {
		const wait = () => this.notBefore - this.clock.now();
		while (wait() > 0 && this.waiting.size > 0) {
			await this.clock.sleep(Math.min(wait(), LONGEST_SLEEP_MS));
			this.endExpired();
		}
		this.notBefore = this.clock.now() + POLL_MS;
	}

	/** The calls of one instance that have waited longest for being asked for. */
	private next(): Waiting[] {
		const byAge = [...this.waiting].sort((a, b) => a.askedAt - b.askedAt);
		const instance = byAge[0]?.call.instanceId;
		return byAge.filter(({ call }) => call.instanceId === instance).slice(0, CALLS_PER_REQUEST);
	}

	private async poll(group: Waiting[]): Promise<void> {
		for (const entry of group) entry.askedAt = this.clock.now();
		try {
			await this.readRows(group);
			this.failuresInARow = 0;
		} catch (error) {
			if (error instanceof VendorError && error.failure !== 'refused') this.slowDown(error.retryAfterMs);
			else group.forEach((entry) => this.end(entry, () => entry.fail(error)));
		}
	}

	/** Reads the pages that hold the calls' records, mostly one. The vendor would search only in today's without a start time. */
	private async readRows(group: Waiting[]): Promise<void> {
		const calls = group.map(({ call }) => call);
		const start = Math.min(...calls.map(({ placedAt }) => placedAt)) - EARLIER_MS;
		const values = { instanceId: calls[0]?.instanceId, contactIdList: calls.map(({ jobId }) => jobId), mediaType: 'ALL' };
		const reading: Reading = { values, span: { start }, order: 'DESC', limit: Infinity };
		let { results, next } = await readRecords(this.send, reading);
		this.take(group, results);
		while (next && group.some((entry) => this.waiting.has(entry))) {
			await this.turn();
			({ results, next } = await readRecords(this.send, reading, next));
			this.take(group, results);
		}
	}

	private take(group: Waiting[], rows: IDataObject[]): void {
		const ended = new Map(rows.filter(isEnded).map((row) => [String(row.contactId), row]));
		for (const entry of group) {
			const row = ended.get(entry.call.jobId);
			if (row) this.end(entry, () => entry.settle(this.fullRecords.recordOf(entry.call, row)));
		}
	}

	private slowDown(retryAfterMs = POLL_MS * 2 ** this.failuresInARow): void {
		this.failuresInARow += 1;
		this.notBefore = this.clock.now() + Math.max(POLL_MS, Math.min(retryAfterMs, LONGEST_PAUSE_MS));
	}

	/** A call whose time is over is looked for once in any case, since a retry may come long after its deadline. */
	private endExpired(): void {
		const now = this.clock.now();
		for (const entry of this.waiting) {
			if (entry.askedAt > 0 && entry.call.deadline <= now) this.end(entry, () => entry.settle(undefined));
		}
	}

	private end(entry: Waiting, settle: () => void): void {
		this.waiting.delete(entry);
		settle();
	}
}
