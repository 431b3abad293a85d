import { instanceId } from '../../fields';
import { pageAction } from '../kinds';
import { ticketFilters } from './fields';
import { shortTicket } from './shortTicket';

/** Source: ListTickets, api.aliyun.com/document/CCC/2020-07-01/ListTickets. */
export const listTickets = pageAction({
	operation: 'listTickets',
	name: 'Get Many',
	action: 'Get many tickets',
	description: 'Find tickets by their state, the people involved, the customer, or the call they are about',
	fields: { instanceId },
	filters: ticketFilters,
	short: shortTicket,
});
