import type { IDataObject } from 'n8n-workflow';
import type { ISalesClient } from '../../isales/client';
import { sendTogether } from '../../isales/together';

/** Why a number was not added; empty for one that was. */
export interface Refusal {
	reason?: string;
	/** What the block list has for a number that is on it already. */
	entry?: IDataObject;
}

/** Adds numbers to the block list. The vendor adds none of them if one is listed already, so the others are sent again without it. */
export async function addTogether(client: ISalesClient, numbers: string[], settings: IDataObject, canceled?: AbortSignal): Promise<Refusal[]> {
	const rows = numbers.map((number) => ({ key: number, numbers: [number], body: number }));
	const send = async (open: typeof rows) => await client({ method: 'POST', path: '/blocklist/add', body: { blocklist: open.map(({ body }) => body), ...settings } });
	const { reasons, entries } = await sendTogether({ client, ifListed: 'The number is on the block list already', canceled, send }, rows);
	return rows.map((row) => ({ reason: reasons.get(row), entry: entries.get(row) }));
}
