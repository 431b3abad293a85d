import { contactId, customerId, instanceId } from '../../fields';
import { valueAction } from '../kinds';
import { context } from './summaryFields';

/** Source: CreateCallSummary, api.aliyun.com/document/CCC/2020-07-01/CreateCallSummary. */
export const createCallSummary = valueAction({
	operation: 'createCallSummary',
	name: 'Create Summary',
	action: 'Create summary of call record',
	description: 'Note down what a call was about, as agents do after it, and return the ID of the summary',
	fields: { instanceId, contactId, context },
	additionalFields: { customerId },
	result: 'ticketId',
});
