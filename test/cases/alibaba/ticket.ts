import { byId, INSTANCE, type Case } from './case';

const ID = '3d26b90a-c5d2-4b09-8219-60cda1c4f0de';

export const ticket: Case[] = [
	{
		operation: 'createTicket',
		parameters: {
			instanceId: INSTANCE,
			templateId: byId('e9e4c76c-948d-4a6e-9ce2-9da0f5967a73'),
			title: 'Refund for order 42',
			context: '{ "productName": "Toy 1" }',
			additionalFields: { contactId: 'job-38860977107324', customerId: '51e155ce-3747-4f21-b402-13c69597b920', source: 'CHAT' },
		},
		sends: {
			InstanceId: 'ccc-test',
			TemplateId: 'e9e4c76c-948d-4a6e-9ce2-9da0f5967a73',
			Title: 'Refund for order 42',
			Context: '{ "productName": "Toy 1" }',
			ContactId: 'job-38860977107324',
			CustomerId: '51e155ce-3747-4f21-b402-13c69597b920',
			Source: 'CHAT',
		},
		returns: { ticketId: expect.any(String) },
	},
	{
		operation: 'getTicket',
		parameters: { instanceId: INSTANCE, ticketId: ID, simplify: true },
		sends: { InstanceId: 'ccc-test', TicketId: ID },
		returns: { ticketId: ID, title: 'Title', createdAt: '2026-01-02T03:04:05.000Z' },
	},
	{
		operation: 'listTickets',
		parameters: {
			instanceId: INSTANCE,
			returnAll: false,
			limit: 20,
			filters: {
				assignee: byId('agent@ccc-test'),
				assigneeType: 'Agent',
				categoryId: '43c2671b-8939-4223-86d0-6bd187905cc8',
				creator: byId('user-test@ccc-test'),
				customerId: '51e155ce-3747-4f21-b402-13c69597b920',
				startTime: '2026-01-02T00:00:00Z',
				endTime: '2026-01-03T00:00:00Z',
				jobIds: 'job-12, job-23',
				participant: byId('agent@ccc-test'),
				state: 'Processing',
				ticketId: ID,
				title: 'Refund for order 42',
			},
		},
		sends: {
			InstanceId: 'ccc-test',
			Assignee: 'agent@ccc-test',
			AssigneeType: 'Agent',
			CategoryId: '43c2671b-8939-4223-86d0-6bd187905cc8',
			Creator: 'user-test@ccc-test',
			CustomerId: '51e155ce-3747-4f21-b402-13c69597b920',
			StartTime: '1767312000000',
			EndTime: '1767398400000',
			JobIdList: '["job-12","job-23"]',
			Participant: 'agent@ccc-test',
			State: 'Processing',
			TicketId: ID,
			Title: 'Refund for order 42',
			PageNumber: '1',
			PageSize: '20',
		},
		returns: { ticketId: ID, title: 'Refund for order 42', state: 'Processing', assignee: 'agent@ccc-test' },
	},
	{
		operation: 'updateTicket',
		parameters: {
			instanceId: INSTANCE,
			ticketId: '={{ "3d26b90a-c5d2-4b09-8219-60cda1c4f0de" }}',
			additionalFields: { title: 'Refund granted', customerId: '51e155ce-3747-4f21-b402-13c69597b920', context: '{ "productName": "Toy 2" }' },
		},
		sends: {
			InstanceId: 'ccc-test',
			TicketId: ID,
			Title: 'Refund granted',
			CustomerId: '51e155ce-3747-4f21-b402-13c69597b920',
			Context: '{ "productName": "Toy 2" }',
		},
		returns: { success: true, requestId: expect.any(String) },
	},
	{
		operation: 'terminateTicket',
		parameters: { instanceId: INSTANCE, ticketId: ID, additionalFields: { comment: 'The customer withdrew the request' } },
		sends: { InstanceId: 'ccc-test', TicketId: ID, Comment: 'The customer withdrew the request' },
		returns: { success: true },
	},
];
