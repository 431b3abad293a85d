import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';
import { itemFailure, nodeError } from '../../common/run/failedItem';
import { InputError, VendorError } from '../../common/vendor/errors';

/** The error as n8n shows it. One that is already n8n's own stays as it is, such as one about a missing credential. */
export function nodeErrorOf(node: INode, error: unknown): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	if (error instanceof VendorError || error instanceof InputError) return nodeError(node, itemFailure(error, 'read', 0), []);
	return new NodeOperationError(node, error instanceof Error ? error.message : "The agent's events could not be read");
}

const time = (at: number) => new Date(at).toISOString();

/** What may be missing between the last answer of the gateway and the moment when the trigger hears again. */
export function gapText(agentId: string, since: number, until: number): string {
	return `Events of agent ${agentId} between ${time(since)} and ${time(until)} may be missing, because the gateway did not answer or the agent was signed out. The trigger receives events again`;
}

/** Why the trigger hears nothing at the moment, and when it tries again. */
export function pauseText(agentId: string, why: string, again: number): string {
	return `The trigger receives no events of agent ${agentId}. ${why}. It tries again at ${time(again)}`;
}

export function takenOverText(agentId: string): string {
	return `Somebody else has signed in with agent ${agentId}, for example a person at the agent desktop or another n8n process. Use an agent of its own for the trigger`;
}

export function signedOutText(agentId: string): string {
	return `Agent ${agentId} was signed out by a workflow`;
}
