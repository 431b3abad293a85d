import type { IDataObject } from 'n8n-workflow';
import { defineAction, type Action, type Given, type Settings } from '../../../common/action/action';
import { choice, wholeNumber, type Fields } from '../../../common/action/fields';
import { VendorError } from '../../../common/vendor/errors';
import { simplifiedCall } from '../../api/response';
import { fullRecord, simplifiedRecord } from '../callRecord/record';
import { dataObject } from '../kinds';
import { effectOf, sentBy } from '../vendorAction';
import { callContext, type CallActionDefinition } from './callAction';
import type { WatchedCall } from './callWatch';
import type { CallClient } from './client';

const waitFor = choice({
	displayName: 'Wait For',
	description: 'When the node is done with an item. Concurrency is the number of calls in progress if it waits for their end.',
	default: 'accepted',
	choices: [
		{ name: 'Accepted', value: 'accepted', description: 'As soon as the call center has accepted the call' },
		{ name: 'Ended', value: 'ended', description: 'When the call has ended; the output then has its result and its record' },
	],
});

const waitTimeoutSeconds = wholeNumber({
	displayName: 'Wait Timeout (Seconds)',
	description: 'How many seconds to wait for the end of the call and its record. After that the outcome is "timeout", and the call goes on.',
	default: 900,
	min: 1,
	max: 14_400,
	unit: 'seconds',
});

const waiting = { waitFor, waitTimeoutSeconds };

/** Where the waiting begins, and what the node would have returned without it. It is kept with the execution. */
interface Placed extends Omit<WatchedCall, 'jobId'> {
	jobId?: string;
	accepted: IDataObject;
}

function notWatched(jobId: string | undefined, error: unknown): unknown {
	if (!(error instanceof VendorError)) return error;
	const { message, ...details } = error.details();
	return new VendorError({ ...details, message: `The end of the call ${jobId} could not be waited for: ${message}` });
}

/** What is known of a call when the waiting is over. */
async function endOf({ watch }: CallClient, { jobId, ...placed }: Placed, { simplify, canceled }: Settings): Promise<IDataObject> {
	if (jobId === undefined) {
		throw new VendorError({ failure: 'refused', code: 'NO_JOB_ID', message: "Alibaba Cloud's answer has no job ID, so the end of the call cannot be waited for" });
	}
	const record = await watch.recordOf({ jobId, ...placed }, canceled).catch((error) => {
		throw notWatched(jobId, error);
	});
	if (!record) return { outcome: 'timeout' };
	const { callResult, tryAgain } = fullRecord(record);
	return { outcome: 'ended', callResult, tryAgain, durationSeconds: record.callDuration, record: simplify ? simplifiedRecord(record) : fullRecord(record) };
}

/** An operation that starts a call, and can wait for its end. */
export function startAction<F extends Fields, A extends Fields = Record<never, never>>(definition: CallActionDefinition<F, A>): Action<CallClient> {
	type All = Given<F & typeof waiting, A>;
	return defineAction<CallClient>()<F & typeof waiting, A, Placed>({
		...definition,
		check: definition.check as never,
		fields: { ...definition.fields, ...waiting },
		showOnlyFor: { waitTimeoutSeconds: { waitFor: ['ended'] } } as never,
		effect: effectOf(definition),
		async perform(client, values: All, settings) {
			const placedAt = Date.now();
			const answer = await client(sentBy(definition), values);
			const accepted = callContext(answer, settings);
			if (values.waitFor !== 'ended') return [accepted];
			const { jobId } = simplifiedCall(dataObject(answer.data)) as { jobId?: string };
			const deadline = Date.now() + Number(values.waitTimeoutSeconds) * 1000;
			return { results: [accepted], next: { accepted, jobId, instanceId: String(values.instanceId), placedAt, deadline } };
		},
		async wait(client, _values, settings, placed) {
			return { results: [{ ...placed.accepted, ...(await endOf(client, placed, settings)) }] };
		},
	});
}
