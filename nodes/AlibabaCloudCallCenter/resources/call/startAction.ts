import type { IDataObject } from 'n8n-workflow';
import { defineAction, type Action, type Given, type Settings } from '../../../common/action/action';
import type { Fields } from '../../../common/action/fields';
import { waiting } from '../../../common/action/waiting';
import { notWaitedFor } from '../../../common/run/watch';
import { VendorError } from '../../../common/vendor/errors';
import { simplifiedCall } from '../../api/response';
import { fullRecord, simplifiedRecord } from '../callRecord/record';
import { dataObject } from '../kinds';
import { effectOf, sentBy } from '../vendorAction';
import { CALL_ID, callContext, type CallActionDefinition } from './callAction';
import type { WatchedCall } from './callWatch';
import type { CallClient } from './client';

/** Where the waiting begins, and what the node would have returned without it. It is kept with the execution. */
interface Placed extends Omit<WatchedCall, 'jobId'> {
	jobId?: string;
	accepted: IDataObject;
}

/** What is known of a call when the waiting is over. */
async function endOf({ watch }: CallClient, { jobId, ...placed }: Placed, { simplify, canceled }: Settings): Promise<IDataObject> {
	if (jobId === undefined) {
		throw new VendorError({ failure: 'refused', code: 'NO_JOB_ID', message: "Alibaba Cloud's answer has no job ID, so the end of the call cannot be waited for" });
	}
	const record = await watch.recordOf({ jobId, ...placed }, canceled).catch((error) => {
		throw notWaitedFor(jobId, error);
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
		dials: 'callee',
		findBy: CALL_ID,
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
