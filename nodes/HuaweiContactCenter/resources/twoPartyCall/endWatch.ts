import type { IDataObject } from 'n8n-workflow';
import { Watch, type Lookout, type Watched } from '../../../common/run/watch';
import { wallClock, type Clock } from '../../../common/vendor/clock';
import { isEnded } from '../../aicc/callResult';
import type { AiccClient } from '../../aicc/client';
import { PAGE_SIZE } from '../../aicc/pages';
import { readCallRecords } from '../../aicc/reads';
import { objectOf } from '../../aicc/values';

/** The search begins this much before the calls and ends this much after now, because the clocks may differ. */
const MARGIN_MS = 60 * 60 * 1000;
/** The longest span that one request may search. */
const LONGEST_SPAN_MS = 7 * 24 * 60 * 60 * 1000;
/** Calls that are worth a look at the list. */
const FEW = 3;

/** A call to wait for. Times are in milliseconds since 1970. */
export interface WatchedCall extends Watched {
	callSerialNo: string;
	placedAt: number;
}

/**
 * Waits for the ends of two-party calls. One request for the list of calls serves all of them, but no page of the vendor says that a
 * call is in the list from its beginning. So every other request asks for one call by its number.
 */
export class EndWatch implements Lookout<WatchedCall, IDataObject> {
	private readonly watch: Watch<WatchedCall, IDataObject>;

	private isListNext = true;

	constructor(
		private readonly client: AiccClient,
		private readonly clock: Clock = wallClock,
	) {
		this.watch = new Watch(this, clock);
	}

	/**
	 * The state of a call once it has ended; undefined if it has not ended at the deadline.
	 *
	 * @param canceled ends the waiting for all calls at once, with an error
	 * @throws VendorError if the vendor refuses to tell
	 */
	async endOf(call: WatchedCall, canceled?: AbortSignal): Promise<IDataObject | undefined> {
		return await this.watch.endOf(call, canceled);
	}

	choose(calls: WatchedCall[]): WatchedCall[] {
		const isList = calls.length >= FEW && this.isListNext;
		this.isListNext = !isList;
		return isList ? calls : calls.slice(0, 1);
	}

	async look(calls: WatchedCall[], watch: Watch<WatchedCall, IDataObject>): Promise<void> {
		const [call, ...others] = calls;
		if (call && others.length === 0) await this.askFor(call, watch);
		else await this.search(calls, watch);
	}

	private async askFor(call: WatchedCall, watch: Watch<WatchedCall, IDataObject>): Promise<void> {
		const state = objectOf((await this.client.send('queryCallState', { callSerialNo: call.callSerialNo })).result);
		if (isEnded(state)) watch.end(call, state);
	}

	private async search(calls: WatchedCall[], watch: Watch<WatchedCall, IDataObject>): Promise<void> {
		const startTime = Math.min(...calls.map(({ placedAt }) => placedAt)) - MARGIN_MS;
		const span = { startTime, endTime: Math.min(this.clock.now() + MARGIN_MS, startTime + LONGEST_SPAN_MS) };
		for (let offset = 0, left = true; left && watch.awaits(calls); offset += PAGE_SIZE) {
			if (offset > 0) await watch.turn();
			const { rows, total = Infinity } = await readCallRecords(this.client, { offset, size: PAGE_SIZE }, span);
			const ended = new Map(rows.filter(isEnded).map((row) => [String(row.callSerialNo), row]));
			for (const call of calls) {
				const row = ended.get(call.callSerialNo);
				if (row) watch.end(call, row);
			}
			left = rows.length === PAGE_SIZE && offset + rows.length < total;
		}
	}
}
