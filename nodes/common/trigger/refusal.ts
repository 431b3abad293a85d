import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

/** Why a callback does not start the workflow: the HTTP status, and a sentence for the reader of the vendor's callback log. */
export interface Refusal {
	status: number;
	reason: string;
}

/** Answers the request itself, because without a run n8n can only answer with 200. */
export function refuse(node: IWebhookFunctions, { status, reason }: Refusal): IWebhookResponseData {
	node.getResponseObject().status(status).json({ error: reason });
	return { noWebhookResponse: true };
}
