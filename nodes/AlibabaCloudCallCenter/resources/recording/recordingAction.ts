import type { IDataObject } from 'n8n-workflow';
import { defineAction, type Action, type Part, type Result } from '../../../common/action/action';
import type { Fields } from '../../../common/action/fields';
import { limitsOf } from '../../../common/action/fileFields';
import { contactId, instanceId } from '../../fields';
import { effectOf, sentBy, type ActionWords } from '../vendorAction';
import { addressOf, type Address } from './address';
import type { RecordingClient } from './client';
import { isArchived, isMissing, trustedAddress, vendorErrorOf } from './faults';
import { binaryPropertyName, DEFAULTS, download, fileFields } from './fields';
import { isRestoring } from './restore';
import { notReady, pauseAfter } from './waiting';

type Values = {
	instanceId: string;
	contactId: string;
	download: boolean;
	binaryPropertyName: string;
} & Partial<{ [name in keyof typeof fileFields]: ReturnType<(typeof fileFields)[name]['read']> }>;

/** How far an item has come that waits for its file. */
interface Waiting {
	tries: number;
	waitedMs: number;
	/** An archived file is being restored. */
	isRestoring?: boolean;
}

const BEGIN: Waiting = { tries: 0, waitedMs: 0 };

/** Waits for the next try, unless it would come too late; the time counts from the start of the node, so that items wait together. */
function later({ startedAt }: RecordingClient, { waitTimeoutSeconds = DEFAULTS.waitSeconds }: Values, from: Waiting): Part<Waiting, Result> {
	const pauseMs = pauseAfter(from.tries);
	const [longest, now] = [waitTimeoutSeconds * 1000, Date.now()];
	const [leftOfRun, leftOfItem] = [startedAt + longest - now, longest - from.waitedMs];
	if (leftOfRun <= 0 || leftOfItem <= 0) throw notReady(from.isRestoring);
	const shortened = Math.min(pauseMs, leftOfRun, leftOfItem);
	return { results: [], next: { ...from, tries: from.tries + 1, waitedMs: from.waitedMs + shortened }, pauseMs: shortened };
}

async function downloaded(client: RecordingClient, values: Values, { url, name, json }: Address): Promise<Result> {
	const trusted = trustedAddress(url, values.recordingHosts ?? []);
	return { json, binary: { [values.binaryPropertyName]: await client.download(trusted, limitsOf(values), name) } };
}

/** One try: the address of the file and, if it exists, the file. A second address is no harm, so all of it may be repeated. */
async function tried(client: RecordingClient, action: string, values: Values, from: Waiting): Promise<Part<Waiting, Result>> {
	if (from.isRestoring && (await isRestoring(client, values))) return later(client, values, from);
	const address = await addressOf(client, action, values);
	if (!address) return later(client, values, { ...from, isRestoring: false });
	if (!values.download) return { results: [{ ...address.json, recordingUrl: address.url }] };
	try {
		return { results: [await downloaded(client, values, address)] };
	} catch (error) {
		if (isMissing(error)) return later(client, values, { ...from, isRestoring: false });
		if (!isArchived(error) || !values.restoreArchived) throw vendorErrorOf(error);
		// The first question whether it is restored also starts it.
		if (!from.isRestoring) return { results: [], next: { ...from, isRestoring: true } };
		return later(client, values, from);
	}
}

/** Gets one file of a call. */
export function recordingAction({ more = {}, ...words }: ActionWords & { more?: Fields }): Action<RecordingClient> {
	const action = sentBy(words);
	return defineAction<RecordingClient>()<Fields, Fields, Waiting>({
		...words,
		effect: effectOf(words),
		fields: { instanceId, contactId, download, binaryPropertyName },
		additionalFields: { ...fileFields, ...more },
		simplify: false,
		showOnlyFor: { binaryPropertyName: { download: [true] } },
		perform: async (client, values) => await tried(client, action, values as IDataObject as unknown as Values, BEGIN),
		follow: async (client, values, _settings, from) => await tried(client, action, values as IDataObject as unknown as Values, from),
	});
}
