import { optional } from '../../../common/action/fields';
import { contactId, customerId, instanceId } from '../../fields';
import { valueAction } from '../kinds';
import { context, source, templateId, title } from './fields';

/** Source: CreateTicket, api.aliyun.com/document/CCC/2020-07-01/CreateTicket. */
export const createTicket = valueAction({
	operation: 'createTicket',
	name: 'Create',
	action: 'Create ticket',
	description: 'Open a ticket from a template and return its ID; the template decides who has to handle it',
	fields: { instanceId, templateId: optional(templateId), title: optional(title), context: optional(context) },
	additionalFields: { contactId, customerId, source },
	result: 'ticketId',
});
