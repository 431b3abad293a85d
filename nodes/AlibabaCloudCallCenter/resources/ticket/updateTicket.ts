import { customerId, instanceId } from '../../fields';
import { commandAction } from '../kinds';
import { context, ticketId, title } from './fields';

/** Source: UpdateTicket, api.aliyun.com/document/CCC/2020-07-01/UpdateTicket. */
export const updateTicket = commandAction({
	operation: 'updateTicket',
	name: 'Update',
	action: 'Update ticket',
	description: 'Correct what a ticket says: its title, its customer, or the values of its fields',
	fields: { instanceId, ticketId },
	additionalFields: { context, customerId, title },
});
