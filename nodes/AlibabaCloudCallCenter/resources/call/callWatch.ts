import type { IDataObject } from 'n8n-workflow';
import { Watch, type Lookout, type Watched } from '../../../common/run/watch';
import { wallClock, type Clock } from '../../../common/vendor/clock';
import type { CccClient } from '../../api/transport';
import { isEnded } from '../callRecord/callResult';
import { readRecords, type Reading } from '../callRecord/pages';
import { FullRecords } from './fullRecords';

/** Calls that one request asks for. Their IDs stand in the address, which must not get too long. */
const CALLS_PER_REQUEST = 100;
/** The search begins this much before the calls, because the clocks may differ. */
const EARLIER_MS = 60 * 60 * 1000;

/** A call to wait for. Times are in milliseconds since 1970. */
export interface WatchedCall extends Watched {
	instanceId: string;
	jobId: string;
	placedAt: number;
}

type RecordWatch = Watch<WatchedCall, IDataObject>;

/**
 * Waits for the ends of calls: each request asks for the records of up to 100 calls of an instance. A call has ended when its record
 * has a release time.
 */
export class CallWatch implements Lookout<WatchedCall, IDataObject> {
	private readonly watch: RecordWatch;

	private readonly fullRecords: FullRecords;

	constructor(
		private readonly send: CccClient,
		clock: Clock = wallClock,
	) {
		this.watch = new Watch(this, clock);
		this.fullRecords = new FullRecords(send, clock);
	}

	/**
	 * The record of a call once it has ended; undefined if it has not ended at the deadline.
	 *
	 * @param canceled ends the waiting for all calls at once, with an error
	 * @throws VendorError if the records cannot be read at all
	 */
	async recordOf(call: WatchedCall, canceled?: AbortSignal): Promise<IDataObject | undefined> {
		return await this.watch.endOf(call, canceled);
	}

	choose(calls: WatchedCall[]): WatchedCall[] {
		const instance = calls[0]?.instanceId;
		return calls.filter(({ instanceId }) => instanceId === instance).slice(0, CALLS_PER_REQUEST);
	}

	/** Reads the pages that hold the calls' records, mostly one. The vendor would search only in today's without a start time. */
	async look(calls: WatchedCall[], watch: RecordWatch): Promise<void> {
		const start = Math.min(...calls.map(({ placedAt }) => placedAt)) - EARLIER_MS;
		const values = { instanceId: calls[0]?.instanceId, contactIdList: calls.map(({ jobId }) => jobId), mediaType: 'ALL' };
		const reading: Reading = { values, span: { start }, order: 'DESC', limit: Infinity };
		let { results, next } = await readRecords(this.send, reading);
		this.take(calls, results, watch);
		while (next && watch.awaits(calls)) {
			await watch.turn();
			({ results, next } = await readRecords(this.send, reading, next));
			this.take(calls, results, watch);
		}
	}

	private take(calls: WatchedCall[], rows: IDataObject[], watch: RecordWatch): void {
		const ended = new Map(rows.filter(isEnded).map((row) => [String(row.contactId), row]));
		for (const call of calls) {
			const row = ended.get(call.jobId);
			if (row && watch.awaits([call])) watch.end(call, this.fullRecords.recordOf(call, row));
		}
	}
}
