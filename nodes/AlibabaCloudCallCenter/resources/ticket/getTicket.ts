import { instanceId } from '../../fields';
import { objectAction } from '../kinds';
import { ticketId } from './fields';
import { shortTicket } from './shortTicket';

/** Source: GetTicket, api.aliyun.com/document/CCC/2020-07-01/GetTicket. */
export const getTicket = objectAction({
	operation: 'getTicket',
	name: 'Get',
	action: 'Get ticket',
	description: 'Look up the state of a ticket, who has to handle it, and what its fields hold',
	fields: { instanceId, ticketId },
	short: shortTicket,
});
