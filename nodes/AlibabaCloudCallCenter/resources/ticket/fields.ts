import { dateTime } from '../../../common/action/dateTime';
import { choice, jsonObject, locator, text, textList } from '../../../common/action/fields';
import { customerId } from '../../fields';
import { ticketTemplates, users } from '../../fields/accountLists';

export const ticketId = text({
	displayName: 'Ticket ID',
	description: 'The ID that the creation of the ticket returned',
	example: '3d26b90a-c5d2-4b09-8219-60cda1c4f0de',
	toFill: 'use the ID that the creation of the ticket returned, for example {{ $json.ticketId }}',
});

export const title = text({
	displayName: 'Title',
	description: 'What the ticket is about, in a few words',
	example: 'Refund for order 42',
});

export const context = jsonObject({
	displayName: 'Context',
	description: 'The fields of the ticket as a JSON object, by the names that they have in the template',
	example: '{ "productName": "Toy 1" }',
});

export const templateId = locator({
	displayName: 'Template',
	description: 'The template that says which fields the ticket has and who handles it',
	example: 'e9e4c76c-948d-4a6e-9ce2-9da0f5967a73',
	search: ticketTemplates,
});

export const source = choice({
	displayName: 'Source',
	description: 'Where the matter came up',
	default: 'AUDIO',
	choices: [
		{ name: 'Call', value: 'AUDIO' },
		{ name: 'Chat', value: 'CHAT' },
		{ name: 'Console', value: 'Console' },
	],
});

const user = { example: 'agent@ccc-test', search: users };

/** What narrows a list of tickets. */
export const ticketFilters = {
	assignee: locator({
		displayName: 'Assignee',
		description: 'Only tickets that wait for this agent. For a skill group, enter its ID and choose the assignee type.',
		...user,
	}),
	assigneeType: choice({
		displayName: 'Assignee Type',
		description: 'Only tickets that wait for an agent, or for a skill group',
		default: 'Agent',
		choices: [
			{ name: 'Agent', value: 'Agent' },
			{ name: 'Skill Group', value: 'SkillGroup' },
		],
	}),
	categoryId: text({
		displayName: 'Category ID',
		description: 'Only tickets of this category',
		example: '43c2671b-8939-4223-86d0-6bd187905cc8',
	}),
	creator: locator({ displayName: 'Creator', description: 'Only tickets that this agent created', ...user }),
	customerId,
	endTime: dateTime({ displayName: 'End Time', description: 'Only tickets that were created before this time' }),
	jobIds: textList({
		displayName: 'Job IDs',
		description: 'Only tickets about these calls. Separate several IDs with commas.',
		example: 'job-65735740600893440, job-65735740600893441',
	}),
	participant: locator({ displayName: 'Participant', description: 'Only tickets that this agent has worked on', ...user }),
	startTime: dateTime({ displayName: 'Start Time', description: 'Only tickets that were created at this time or later' }),
	state: choice({
		displayName: 'State',
		description: 'Only tickets in this state',
		default: 'Processing',
		choices: [
			{ name: 'Closed', value: 'Closed' },
			{ name: 'In Progress', value: 'Processing' },
			{ name: 'Returned', value: 'Rejected' },
			{ name: 'Withdrawn', value: 'Withdrawal' },
		],
	}),
	ticketId: text({ displayName: 'Ticket ID', description: 'Only this ticket', example: '3d26b90a-c5d2-4b09-8219-60cda1c4f0de' }),
	title: text({ displayName: 'Title', description: 'Only tickets with this title', example: 'Refund for order 42' }),
};
