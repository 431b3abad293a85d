import type { IDataObject } from 'n8n-workflow';
import { defineAction, type Given } from '../../../common/action/action';
import { notWaitedFor } from '../../../common/run/watch';
import { InputError, VendorError } from '../../../common/vendor/errors';
import { endOf } from '../../aicc/callResult';
import { encodedUrl } from '../../aicc/fields';
import { known, objectOf, textOf, timeOf } from '../../aicc/values';
import type { CallClient } from './client';
import type { WatchedCall } from './endWatch';
import { additionalFields, fields } from './fields';

type Values = Given<typeof fields, typeof additionalFields>;

/** What only the interface V1 knows, and what the editor calls it. */
const NOT_WITH_SOFTPHONE = { agentPresent: 'Number Displayed to Caller', agentWorkNo: 'Agent', callBackUrl: 'Callback URL' };

function check({ caller, softPhone, ...values }: Values): void {
	if (softPhone === undefined) {
		if (caller === undefined) throw new InputError("'Caller' is empty: enter the number that is rung first, or add 'Softphone Number'");
		return;
	}
	const [, label] = Object.entries(NOT_WITH_SOFTPHONE).find(([name]) => (values as IDataObject)[name] !== undefined) ?? [];
	if (label) throw new InputError(`'${label}' cannot be used together with 'Softphone Number': remove one of the two`);
}

/** Where the waiting begins, and what the node would have returned without it. It is kept with the execution. */
interface Placed extends Omit<WatchedCall, 'callSerialNo'> {
	callSerialNo?: string;
	accepted: IDataObject;
}

async function place(client: CallClient, { caller, called, softPhone, callData, callerPresent, ...values }: Values): Promise<string | undefined> {
	const common = { caller, called, callData, callerPresent };
	const { agentPresent, agentWorkNo, callBackUrl } = values;
	const own = { agentPresent, agentWorkNo: agentWorkNo === undefined ? undefined : Number(agentWorkNo), callBackUrl: callBackUrl === undefined ? undefined : encodedUrl(callBackUrl) };
	const answer = softPhone === undefined ? await client.send('createCallV1', { ...common, ...own }) : await client.send('createCallV3', { ...common, softPhone });
	return textOf(objectOf(answer.result).callSerialNo);
}

async function endOfCall({ watch }: CallClient, { callSerialNo, accepted, ...placed }: Placed, canceled?: AbortSignal): Promise<IDataObject> {
	if (callSerialNo === undefined) {
		throw new VendorError({ failure: 'refused', code: 'NO_SERIAL_NUMBER', message: "Huawei's answer has no serial number, so the end of the call cannot be waited for" });
	}
	const call = await watch.endOf({ callSerialNo, ...placed }, canceled).catch((error) => {
		throw notWaitedFor(callSerialNo, error);
	});
	if (!call) return { ...accepted, outcome: 'timeout' };
	const { callResult, tryAgain, isTalk, failureReason } = endOf(call);
	const times = { startedAt: timeOf(call.startTime), endedAt: timeOf(call.endTime) };
	return known({ ...accepted, outcome: isTalk ? 'ended' : 'failed', callResult, tryAgain, failureReason, reasonCode: textOf(call.reasonCode), ...times });
}

/** Source: createCall V1 (cec_07_1303) and V3 (cec_07_0053). */
export const create = defineAction<CallClient>()<typeof fields, typeof additionalFields, Placed>({
	operation: 'create',
	name: 'Create',
	action: 'Create two party call',
	description: 'Ring the caller, then the customer, and connect the two. No agent has to be signed in.',
	effect: 'dial',
	dials: 'called',
	findBy: { callId: 'callSerialNo' },
	simplify: false,
	fields,
	additionalFields,
	showOnlyFor: { waitTimeoutSeconds: { waitFor: ['ended'] } },
	check,
	async perform(client, values) {
		const placedAt = Date.now();
		const callSerialNo = await place(client, values);
		const { caller, softPhone, called } = values;
		const accepted = known({ callSerialNo, outcome: 'accepted', caller: caller ?? softPhone, called });
		if (values.waitFor !== 'ended') return [accepted];
		return { results: [accepted], next: { accepted, callSerialNo, placedAt, deadline: Date.now() + values.waitTimeoutSeconds * 1000 } };
	},
	async wait(client, _values, { canceled }, placed) {
		return { results: [await endOfCall(client, placed, canceled)] };
	},
});
