import { NodeOperationError, type IHookFunctions, type IWebhookFunctions, type IWebhookResponseData } from 'n8n-workflow';
import { refuse } from './refusal';

/** Handles a callback. n8n would answer an exception with a stack trace, and any answer but success makes a vendor send the callback again. */
export async function answered(node: IWebhookFunctions, receive: (node: IWebhookFunctions) => Promise<IWebhookResponseData>): Promise<IWebhookResponseData> {
	try {
		return await receive(node);
	} catch (error) {
		node.logger.error(`${node.getNode().name} could not process a callback`, { error });
		return refuse(node, { status: 500, reason: 'n8n could not process the callback. Send it again later' });
	}
}

/** Ends the publication of a workflow whose trigger would refuse every callback. */
export function unlessFaulty(node: IHookFunctions, fault: string | undefined): true {
	if (fault !== undefined) throw new NodeOperationError(node.getNode(), fault);
	return true;
}
