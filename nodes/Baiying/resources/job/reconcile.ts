import type { IDataObject } from 'n8n-workflow';
import { optional, text as textField } from '../../../common/action/fields';
import type { Steps } from '../../../common/action/steps';
import { defineWholeAction } from '../../../common/action/whole';
import type { BaiyingClient } from '../../api/client';
import { CALL, CALLS_PER_PAGE, DONE_CALLS } from '../../api/operationNames';
import { deliveryIdOf } from '../../../common/trigger/deliveryId';
import { PER_ATTEMPT } from '../../callback/callback';
import { objectOf, type JsonObject } from '../../callback/json';
import { text } from '../../callback/values';
import { callJobId, companyId } from '../../fields';
import { fullCall } from '../callRecord/record';
import { rowsOf, totalOf } from '../rows';

const arrived = textField({
	displayName: 'Call ID',
	description: 'The ID of a call whose callback has arrived, of each incoming item; an item without one is passed over',
	default: '={{ $json.callId }}',
	example: '70258002706',
});

interface Order {
	companyId?: string;
	callJobId: string;
}

async function idsOfCalls(client: BaiyingClient, order: Order, steps: Steps): Promise<string[]> {
	const ids = new Set<string>();
	const pageSize = CALLS_PER_PAGE[client.api];
	for (let pageNum = 1, read = 0; ; pageNum++) {
		const { data } = await steps.read(async () => await client.send(DONE_CALLS, { ...order, pageNum, pageSize }));
		const rows = rowsOf(data);
		read += rows.length;
		for (const id of rows.flatMap((row) => text(row.callInstanceId) ?? [])) ids.add(id);
		const total = totalOf(data);
		if (rows.length === 0 || (total === undefined ? rows.length < pageSize : read >= total)) return [...ids];
	}
}

/** A call as the Baiying Trigger would have output it. Its delivery ID depends on the content, as that of a callback does. */
function asEvent(data: JsonObject): JsonObject {
	return { event: 'callCompleted', deliveryId: deliveryIdOf(data, PER_ATTEMPT), ...fullCall(data) };
}

/** Sources: those of callRecord/getMany and callRecord/get. */
export const reconcile = defineWholeAction<BaiyingClient>()({
	operation: 'reconcile',
	name: 'Reconcile',
	action: 'Reconcile job',
	description: "Find the calls of a job whose callbacks are not among the incoming items, and return each as the Baiying Trigger would. Run it after the job's end. The items may be of several jobs.",
	effect: 'read',
	fields: { companyId, callJobId, callId: optional(arrived) },
	pairs: 'first',
	perItem: ['callJobId', 'callId'],
	async perform(client, { companyId: company }, items, _settings, steps) {
		const known = new Set(items.map(({ callId }) => callId));
		const all: string[] = [];
		for (const job of new Set(items.map(({ callJobId: id }) => id))) all.push(...(await idsOfCalls(client, { companyId: company, callJobId: job }, steps)));
		const missing = all.filter((id) => !known.has(id));
		const found: JsonObject[] = [];
		for (const callInstanceId of missing) {
			const { data } = await steps.read(async () => await client.send(CALL, { companyId: company, callInstanceId }));
			found.push(asEvent(objectOf(data)));
		}
		steps.hint(`${all.length} calls have ended; the callbacks of ${missing.length} of them are not among the items.`);
		return found as IDataObject[];
	},
});
