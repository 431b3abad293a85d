import type { IDataObject } from 'n8n-workflow';
import type { Part } from '../../common/action/action';
import type { CccClient } from '../api/transport';
import { readRecords, type Place, type Reading } from '../resources/callRecord/pages';
import { patiently } from './patience';
import type { Settings } from './settings';

const MINUTE_MS = 60_000;

/**
 * How much further back each poll reads than the longest call lasts. A record may appear late, and a recording still later. The vendor
 * refuses requests when the clocks differ by more than 15 minutes, so n8n's clock may be wrong by that much.
 */
const MARGIN_MS = 60 * MINUTE_MS;

/** The largest difference between the clocks. */
export const CLOCK_MS = 15 * MINUTE_MS;

/** Where a reading begins: before the start of every call that may be news after a moment. All in milliseconds since 1970. */
export function windowStart(through: number, { longestCallMs }: Pick<Settings, 'longestCallMs'>): number {
	return through - longestCallMs - MARGIN_MS;
}

/** A long reading would never come to its end if a busy vendor were not asked again. */
async function readPage(client: CccClient, reading: Reading, from?: Place): Promise<Part<Place, IDataObject>> {
	return await patiently(async () => await readRecords(client, reading, from));
}

/** All records of calls that began at a moment or later. Up to when is the vendor's business, since its clock is the one that counts. */
export async function readSince(client: CccClient, values: IDataObject, start: number): Promise<IDataObject[]> {
	const reading: Reading = { values, span: { start }, order: 'ASC', limit: Infinity };
	const records: IDataObject[] = [];
	let from: Place | undefined;
	do {
		const { results, next } = await readPage(client, reading, from);
		records.push(...results);
		from = next;
	} while (from);
	return records;
}

/** The latest records of calls that began at a moment or later, newest first; one page at most. */
export async function readLatest(client: CccClient, values: IDataObject, start: number, limit: number): Promise<IDataObject[]> {
	const { results } = await readPage(client, { values, span: { start }, order: 'DESC', limit });
	return results;
}
