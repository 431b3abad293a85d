import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { refuseAddress } from '../../common/trigger/allowedIps';
import { readBody } from '../../common/trigger/body';
import { newDeliveries, scopeOf, STILL_RECORDING } from '../../common/trigger/deliveries';
import { refuse, type Refusal } from '../../common/trigger/refusal';
import { planner } from '../../common/trigger/retryPlan';
import { parseCallback, simplified, type Callback } from '../callback/callback';
import { recordingUrl } from '../callback/call';
import { JSON_IN_STRING, type Json, type JsonObject } from '../callback/json';
import { text } from '../callback/values';
import { refuseSignature, refuseToken } from './access';
import { needsSecrets, secretStore } from './credential';
import { deliveryOf } from './duplicates';
import { passes } from './filters';
import { fetchRecording } from './recording';
import { readSettings, type Settings } from './settings';

/** The only answer that Baiying takes as "delivered". After any other it resends the callback. */
const ACKNOWLEDGEMENT = 'success';

/** n8n sends this body at once when no run starts, and otherwise after it has recorded the run. */
function acknowledge(node: IWebhookFunctions, item?: INodeExecutionData): IWebhookResponseData {
	node.getResponseObject().setHeader('content-type', 'text/plain; charset=utf-8');
	return { webhookResponse: ACKNOWLEDGEMENT, ...(item && { workflowData: [[item]] }) };
}

async function readCallback(node: IWebhookFunctions): Promise<Callback | Refusal> {
	let body: Json;
	try {
		body = await readBody(node, JSON_IN_STRING);
	} catch (error) {
		const reason = error instanceof SyntaxError ? 'The body is not valid JSON' : 'The body could not be read';
		return { status: 400, reason };
	}
	const missingType = 'The body is JSON, but not a Baiying callback: it has neither data.dataType nor data.callbackType';
	return parseCallback(body) ?? { status: 400, reason: missingType };
}

/** The callback if it is accepted, or else the reason why not. */
async function admit(node: IWebhookFunctions, settings: Settings): Promise<Callback | Refusal> {
	const wrongAddress = refuseAddress(node.getRequestObject().ip, settings.allowedIps);
	if (wrongAddress) return wrongAddress;
	const isNeeded = needsSecrets(settings);
	const wrongToken = await secretStore.check(node, isNeeded, (secrets) => refuseToken(node, settings, secrets));
	if (wrongToken) return wrongToken;
	const callback = await readCallback(node);
	if ('reason' in callback) return callback;
	const wrongSignature = await secretStore.check(node, isNeeded, (secrets) => refuseSignature(callback, settings, secrets));
	return wrongSignature ?? callback;
}

async function itemOf(
	node: IWebhookFunctions,
	callback: Callback,
	fields: JsonObject,
	settings: Settings,
): Promise<INodeExecutionData> {
	const { event, deliveryId, payload } = callback;
	const json = { event, deliveryId, ...(settings.simplify ? fields : { payload }) };
	const item: INodeExecutionData = { json: planner(node)(json, { callResult: fields.callResult, own: fields.properties }) };
	const url = settings.downloadRecording ? recordingUrl(callback.data) : null;
	if (url === null) return item;
	const recording = await fetchRecording(node, url, settings.recordingHosts);
	if ('error' in recording) item.json.recordingError = recording.error;
	else item.binary = { recording: recording.binary };
	return item;
}

/** Handles one callback, from the request to the item that starts the workflow. */
export async function receiveCallback(node: IWebhookFunctions): Promise<IWebhookResponseData> {
	const settings = readSettings(node);
	const callback = await admit(node, settings);
	if ('reason' in callback) return refuse(node, callback);

	const fields = simplified(callback);
	if (!passes(callback, fields, settings)) return acknowledge(node);

	if (settings.skipDuplicates && node.getMode() !== 'manual') {
		const delivery = deliveryOf(callback, scopeOf(node), text(fields.callId));
		const isNew = await newDeliveries([delivery], node.getResponseObject());
		if (!isNew) return refuse(node, STILL_RECORDING);
		if (isNew.length === 0) return acknowledge(node);
	}
	return acknowledge(node, await itemOf(node, callback, fields, settings));
}
