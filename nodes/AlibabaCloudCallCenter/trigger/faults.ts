import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';
import { itemFailure, nodeError } from '../../common/run/failedItem';
import { InputError, VendorError } from '../../common/vendor/errors';

/** The error as n8n shows it. One that is already n8n's own stays as it is, such as one about a missing credential. */
export function nodeErrorOf(node: INode, error: unknown): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	if (error instanceof VendorError || error instanceof InputError) return nodeError(node, itemFailure(error, 'read', 0), []);
	return new NodeOperationError(node, error instanceof Error ? error.message : 'The call records could not be read');
}
