import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { parseCallback, simplified, type Callback } from '../callback/callback';
import { recordingUrl } from '../callback/call';
import type { Json, JsonObject } from '../callback/json';
import { text } from '../callback/values';
import { refuseAddress, refuseSignature, refuseToken } from './access';
import { readBody } from './body';
import { refuseBySecrets } from './credential';
import { deliveries, deliveryOf } from './duplicates';
import { passes } from './filters';
import { fetchRecording } from './recording';
import { refuse, type Refusal } from './refusal';
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
		body = await readBody(node);
	} catch (error) {
		const reason = error instanceof SyntaxError ? 'The body is not valid JSON' : 'The body could not be read';
		return { status: 400, reason };
	}
	const missingType = 'The body is JSON, but not a Baiying callback: it has neither data.dataType nor data.callbackType';
	return parseCallback(body) ?? { status: 400, reason: missingType };
}

/** The callback if it is accepted, or else the reason why not. */
async function admit(node: IWebhookFunctions, settings: Settings): Promise<Callback | Refusal> {
	const wrongAddress = refuseAddress(node.getRequestObject().ip, settings);
	if (wrongAddress) return wrongAddress;
	const wrongToken = await refuseBySecrets(node, settings, (secrets) => refuseToken(node, settings, secrets));
	if (wrongToken) return wrongToken;
	const callback = await readCallback(node);
	if ('reason' in callback) return callback;
	const wrongSignature = await refuseBySecrets(node, settings, (secrets) => refuseSignature(callback, settings, secrets));
	return wrongSignature ?? callback;
}

async function itemOf(
	node: IWebhookFunctions,
	callback: Callback,
	fields: JsonObject,
	settings: Settings,
): Promise<INodeExecutionData> {
	const { event, deliveryId, payload } = callback;
	const item: INodeExecutionData = { json: { event, deliveryId, ...(settings.simplify ? fields : { payload }) } };
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
		const scope = `${node.getWorkflow().id}/${node.getNode().id}`;
		const delivery = deliveryOf(callback, scope, text(fields.callId));
		const claim = await deliveries.claim(delivery, node.getResponseObject());
		if (claim === 'duplicate') return acknowledge(node);
		if (claim === 'unanswered') {
			return refuse(node, { status: 503, reason: 'n8n has not finished recording the same callback. Send it again later' });
		}
	}
	return acknowledge(node, await itemOf(node, callback, fields, settings));
}
