import type { INodeProperties } from 'n8n-workflow';
import { inOrder } from '../../common/action/order';
import { GROUPS, type EventGroup } from './groups';
import { COME_BACK_MINUTES } from './settings';

const GROUP_TEXTS: Record<EventGroup, { name: string; description: string }> = {
	callAlerting: { name: 'Call Alerting', description: 'A phone rings: that of the agent or that of the other party' },
	callAnswered: { name: 'Call Answered', description: 'The agent and the other party are connected' },
	callEnded: { name: 'Call Ended', description: 'A party has left the call. Huawei reports each party by itself.' },
	callFailed: { name: 'Call Failed', description: 'A call did not come about, or Huawei says why it did not' },
	agentState: { name: 'Agent State', description: 'The agent has signed in or out, or is ready, busy, resting or in wrap-up' },
	media: { name: 'Media', description: 'The recording of a call has begun, ended or failed' },
	other: { name: 'Other', description: 'Anything else, such as a call on hold, a conference or the result of a transfer' },
};

const options: INodeProperties[] = [
	{
		displayName: 'Come Back After (Minutes)',
		name: 'comeBackMinutes',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 1440 },
		default: COME_BACK_MINUTES,
		description: 'How many minutes the trigger leaves the agent alone after somebody else has signed in with the same agent',
	},
];

export const properties: INodeProperties[] = [
	{
		displayName:
			'The trigger keeps the agent signed in as long as the workflow is published. One agent has one session: a person who signs in with the same agent ends it, and so does a <b>Huawei Contact Center</b> node in another n8n process, such as a worker in queue mode. In the same process, the trigger and the node share the session. Otherwise use an agent of its own for the trigger.',
		name: 'sessionNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Trigger On',
		name: 'events',
		type: 'multiOptions',
		required: true,
		options: GROUPS.map((value) => ({ value, ...GROUP_TEXTS[value] })).sort((a, b) => inOrder(a.name, b.name)),
		default: ['callAlerting', 'callAnswered', 'callEnded', 'callFailed'],
		description: 'The events that start the workflow',
	},
	{
		displayName: 'Event Types',
		name: 'eventTypes',
		type: 'string',
		default: '',
		placeholder: 'e.g. AgentEvent_Talking, AgentEvent_Hold',
		description: "Huawei's names of the events that start the workflow, separated by commas; if there are any, they count instead of the groups above",
	},
	{
		displayName: 'Agent State',
		name: 'agentState',
		type: 'options',
		options: [
			{ name: 'Busy', value: 'busy', description: 'The call center gives the agent no calls' },
			{ name: 'Ready', value: 'ready', description: 'The call center may give the agent calls' },
			{ name: 'Unchanged', value: 'unchanged', description: 'The agent stays as the sign-in leaves it' },
		],
		default: 'ready',
		description: 'What to set the agent to after signing in',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options,
	},
];
