import type { IDataObject } from 'n8n-workflow';
import type { Clock } from '../../../common/vendor/clock';
import { VendorError } from '../../../common/vendor/errors';
import type { CccClient } from '../../api/transport';
import { isEnded } from '../callRecord/callResult';
import { dataObject } from '../kinds';

const TRIES = 5;
const RETRY_MS = 2000;

/** Whether another try may return the record: it may not exist for a while after the end of its call. */
function isPassing(error: unknown): boolean {
	return error instanceof VendorError && (error.failure !== 'refused' || error.code.startsWith('NotExists.'));
}

/** Reads the full records of calls that have ended, one after another, so that many calls that end together are no burst. */
export class FullRecords {
	private last: Promise<unknown> = Promise.resolve();

	constructor(
		private readonly send: CccClient,
		private readonly clock: Clock,
	) {}

	/** @param row the record in the list, which is returned if the full one can't be had soon */
	async recordOf(call: { instanceId: string; jobId: string }, row: IDataObject): Promise<IDataObject> {
		for (let tries = 1; tries <= TRIES; tries++) {
			const record = await this.inTurn(async () => await this.read(call));
			if (record === undefined) return row;
			if (isEnded(record)) return record;
			if (tries < TRIES) await this.clock.sleep(RETRY_MS);
		}
		return row;
	}

	private async inTurn<T>(work: () => Promise<T>): Promise<T> {
		const mine = this.last.then(work);
		this.last = mine;
		return await mine;
	}

	/** Empty if the record may come later, undefined if it won't. */
	private async read({ instanceId, jobId }: { instanceId: string; jobId: string }): Promise<IDataObject | undefined> {
		try {
			return dataObject((await this.send('GetCallDetailRecord', { instanceId, contactId: jobId })).data);
		} catch (error) {
			return isPassing(error) ? {} : undefined;
		}
	}
}
