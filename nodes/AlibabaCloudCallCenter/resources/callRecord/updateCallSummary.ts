import { instanceId } from '../../fields';
import { commandAction } from '../kinds';
import { context, ticketId } from './summaryFields';

/** Source: UpdateCallSummary, api.aliyun.com/document/CCC/2020-07-01/UpdateCallSummary. */
export const updateCallSummary = commandAction({
	operation: 'updateCallSummary',
	name: 'Update Summary',
	action: 'Update summary of call record',
	description: 'Rewrite what was noted down about a call',
	fields: { instanceId, ticketId, context },
});
