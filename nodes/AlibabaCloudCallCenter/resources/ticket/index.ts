import type { Resource } from '../../../common/action/resource';
import { connect } from '../../api/connect';
import type { CccClient } from '../../api/transport';
import { createTicket } from './createTicket';
import { getTicket } from './getTicket';
import { listTickets } from './listTickets';
import { terminateTicket } from './terminateTicket';
import { updateTicket } from './updateTicket';

export const ticket: Resource<CccClient> = {
	name: 'Ticket',
	value: 'ticket',
	defaultOperation: 'createTicket',
	connect,
	actions: [createTicket, getTicket, listTickets, updateTicket, terminateTicket],
};
