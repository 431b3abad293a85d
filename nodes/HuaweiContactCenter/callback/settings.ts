import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { listOf } from '../../common/trigger/listOf';

/** The node's parameters, read once per callback. */
export interface Settings {
	/** `callbackToken`, `signature` or `none`. */
	authentication: string;
	events: string[];
	simplify: boolean;
	/** Undefined: any address may send callbacks. */
	allowedIps: string[] | undefined;
	callResults: string[];
	campaignIds: string[];
	skipDuplicates: boolean;
}

export function readSettings(node: Pick<IWebhookFunctions | IHookFunctions, 'getNodeParameter'>): Settings {
	const options = node.getNodeParameter('options', {}) as IDataObject;
	return {
		authentication: node.getNodeParameter('authentication', 'callbackToken') as string,
		events: listOf(node.getNodeParameter('events')),
		simplify: node.getNodeParameter('simplify') as boolean,
		allowedIps: options.allowedIps === undefined ? undefined : listOf(options.allowedIps),
		callResults: listOf(options.callResults),
		campaignIds: listOf(options.campaignIds),
		skipDuplicates: options.skipDuplicates !== false,
	};
}
