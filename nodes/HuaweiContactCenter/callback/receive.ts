import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { refuseAddress } from '../../common/trigger/allowedIps';
import { readBody } from '../../common/trigger/body';
import { newDeliveries, scopeOf, STILL_RECORDING } from '../../common/trigger/deliveries';
import { refuse, type Refusal } from '../../common/trigger/refusal';
import { planner } from '../../common/trigger/retryPlan';
import type { Json, JsonObject } from '../../common/vendor/tidyJson';
import { reportsOf, simplified, type Report } from './callback';
import { needsSecrets, refuseToken, secretStore } from './credential';
import { passes } from './filters';
import { readSettings, type Settings } from './settings';
import { refuseSignature } from './signature';

/** Huawei takes any other answer for a failure, and pushes campaign results again. */
const ACKNOWLEDGEMENT = { retCode: '0', retMsg: 'success' };

/** Huawei pushes a result at most 6 times, 10 minutes apart (cec_07_0788); by hand it may come later. */
const REMEMBERED_MS = 24 * 60 * 60 * 1000;

interface Arrived extends Report {
	fields: JsonObject;
}

/** n8n sends this body at once when no run starts, and otherwise after it has recorded the run. */
function acknowledge(items: INodeExecutionData[] = []): IWebhookResponseData {
	return { webhookResponse: ACKNOWLEDGEMENT, ...(items.length > 0 && { workflowData: [items] }) };
}

async function readJsonBody(node: IWebhookFunctions): Promise<{ body: Json } | Refusal> {
	try {
		return { body: await readBody(node) };
	} catch (error) {
		const reason = error instanceof SyntaxError ? 'The body is not valid JSON' : 'The body could not be read';
		return { status: 400, reason };
	}
}

/** What the callback reports if it is accepted, or else the reason why not. */
async function admit(node: IWebhookFunctions, settings: Settings): Promise<Report[] | Refusal> {
	const wrongAddress = refuseAddress(node.getRequestObject().ip, settings.allowedIps);
	if (wrongAddress) return wrongAddress;
	const isNeeded = needsSecrets(settings);
	const wrongToken = await secretStore.check(node, isNeeded, (secrets) => refuseToken(node, settings, secrets));
	if (wrongToken) return wrongToken;
	const read = await readJsonBody(node);
	if ('reason' in read) return read;
	if (settings.authentication === 'signature') {
		const wrong = await secretStore.check(node, isNeeded, ({ callbackKey }) => refuseSignature(read.body, callbackKey));
		if (wrong) return wrong;
	}
	return reportsOf(read.body) ?? { status: 400, reason: 'The body is JSON, but not a callback: it is neither an object nor a list' };
}

function itemsOf(node: IWebhookFunctions, reports: Arrived[], { simplify }: Settings): INodeExecutionData[] {
	const planned = planner(node);
	return reports.map(({ event, deliveryId, payload, fields }) => {
		const json = { event, deliveryId, ...(simplify ? fields : { payload }) };
		return { json: planned(json, { callResult: fields.callResult, own: fields.callData ?? fields.customField }) };
	});
}

/** Handles one callback, from the request to the items that start the workflow. */
export async function receiveCallback(node: IWebhookFunctions): Promise<IWebhookResponseData> {
	const settings = readSettings(node);
	const reports = await admit(node, settings);
	if ('reason' in reports) return refuse(node, reports);

	const arrived = reports.map((report): Arrived => ({ ...report, fields: simplified(report) }));
	const wanted = arrived.filter((report) => passes(report, report.fields, settings));
	if (!settings.skipDuplicates || node.getMode() === 'manual') return acknowledge(itemsOf(node, wanted, settings));

	const scope = scopeOf(node);
	const deliveries = wanted.map((report) => ({ ...report, key: `${scope}/${report.deliveryId}`, lifetimeMs: REMEMBERED_MS }));
	const fresh = await newDeliveries(deliveries, node.getResponseObject());
	if (!fresh) return refuse(node, STILL_RECORDING);
	return acknowledge(itemsOf(node, fresh, settings));
}
