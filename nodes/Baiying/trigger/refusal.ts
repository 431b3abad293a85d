import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

/** Why a callback starts nothing: the HTTP status and a sentence for whoever reads Baiying's callback log. */
export interface Refusal {
	status: number;
	reason: string;
}

/** Answers the request itself, because n8n can answer a webhook without a run only with 200. */
export function refuse(node: IWebhookFunctions, { status, reason }: Refusal): IWebhookResponseData {
	node.getResponseObject().status(status).json({ error: reason });
	return { noWebhookResponse: true };
}
