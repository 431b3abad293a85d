import type { IRelatedNode } from 'n8n-workflow';

/** What n8n's AI workflow builder must know about every node that calls people. */
export const CALLING_ADVICE =
	"Each input item is one call, so connect the list of customers directly, without a loop. Set options.onceKey so that a second execution does not call the same people again. Set callingRules for hours, limits and do-not-call numbers, not If, Wait or Data Table nodes. Set waitFor to 'ended' if later nodes need callResult, and retryPlan to get nextAttempt.";

/** For where the next attempt is waited for. */
export const WAIT_NODE: IRelatedNode = {
	nodeType: 'n8n-nodes-base.wait',
	relationHint: 'Waits until nextAttempt.at or nextAllowedAt before a customer is called again',
};
