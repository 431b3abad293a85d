import { fromJsonText } from '../../api/response';
import { time, type ShortForm } from '../kinds';

export const shortTicket: ShortForm = {
	ticketId: 'ticketId',
	title: 'title',
	state: 'state',
	closeCode: 'closeCode',
	assignee: 'assignee',
	jobId: 'jobId',
	customerId: 'customerId',
	createdAt: time('createdTime'),
	updatedAt: time('updatedTime'),
	context: ({ context }) => fromJsonText(context),
};
