import { dateTime } from '../../../common/action/dateTime';
import { choice, locator, optional, someOf, text, textList, yesNo } from '../../../common/action/fields';
import { workModes } from '../../fields';
import { devices, users } from '../../fields/accountLists';

/** Whose state it is about. */
export const userId = optional(
	locator({
		displayName: 'Agent',
		description: 'The agent it is about; by default the one who belongs to the access key',
		example: 'agent@ccc-test',
		search: users,
	}),
);

/** As `userId`, where the vendor has no default. */
export const agentId = locator({
	displayName: 'Agent',
	description: 'The agent whose history is returned',
	example: 'agent@ccc-test',
	search: users,
});

export const voiceDeviceId = locator({
	displayName: 'Device',
	description: 'The browser softphone or SIP phone on which the agent takes calls; it has to be online',
	example: 'ACC-YUNBS-1.0.10-bs3b5f22c6d78f000176aebe9471',
	search: devices,
});

export const chatDeviceId = locator({
	displayName: 'Chat Device',
	description: 'The device on which the agent answers chats',
	example: '4c51c9116c36537cb850dc1081d745df',
	search: devices,
});

export const outboundScenario = yesNo({
	displayName: 'Outbound Only',
	description: 'Whether the agent only makes calls and is sent none',
	default: true,
});

const calls = [
	{ name: 'Audio', value: 'AUDIO' },
	{ name: 'Chat', value: 'CHAT' },
	{ name: 'Video', value: 'VIDEO' },
];

/** What a report is about. */
export const mediaType = choice({
	displayName: 'Media Type',
	description: 'Which contacts count; by default audio calls',
	default: 'AUDIO',
	choices: calls,
});

export const reportStart = dateTime({
	displayName: 'Start Time',
	description: 'The start of the report, rounded down to the full hour; by default the start of today, at most 180 days ago',
});

export const reportEnd = dateTime({
	displayName: 'End Time',
	description: 'The end of the report, rounded up to the full hour; by default now',
});

export const agentIds = textList({
	displayName: 'Agent IDs',
	description: 'Only these agents, with commas between them or as a list; by default all of the instance',
	example: 'agent1@ccc-test, agent2@ccc-test',
});

const agentName = text({
	displayName: 'Agent Name',
	description: 'Only agents whose name contains this',
	example: 'Li',
});

const callTypes = someOf({
	displayName: 'Call Types',
	description: 'Only agents in calls of these types',
	choices: [
		{ name: 'Back-to-Back', value: 'Back2Back' },
		{ name: 'Conference', value: 'Conference' },
		{ name: 'Inbound', value: 'Inbound' },
		{ name: 'Internal', value: 'Internal' },
		{ name: 'Outbound', value: 'Outbound' },
		{ name: 'Predictive', value: 'Predictive' },
		{ name: 'Privacy Dial', value: 'PrivacyDial' },
	],
});

const query = text({
	displayName: 'Search Text',
	description: 'Only agents whose name, ID or extension contains this',
	example: '8032',
});

const states = someOf({
	displayName: 'States',
	description: 'Only agents in one of these states',
	choices: [
		{ name: 'After-Call Work', value: 'ACW' },
		{ name: 'Break', value: 'Break' },
		{ name: 'Dialing', value: 'Dialing' },
		{ name: 'Offline', value: 'Offline' },
		{ name: 'Ready', value: 'Ready' },
		{ name: 'Ringing', value: 'Ringing' },
		{ name: 'Talking', value: 'Talking' },
	],
});

/** What narrows the list of live states, besides the skill group. */
export const stateFilters = {
	agentIds: textList({
		displayName: 'Agent IDs',
		description: 'Only these agents, at most 20, with commas between them or as a list',
		example: 'agent1@ccc-test, agent2@ccc-test',
	}),
	agentName,
	callTypes,
	mediaType: choice({
		displayName: 'Media Type',
		description: 'Which contacts the state is about; by default audio calls',
		default: 'AUDIO',
		choices: [{ name: 'All', value: 'ALL' }, ...calls],
	}),
	outboundScenario: yesNo({
		displayName: 'Outbound Only',
		description: 'Whether to return only agents who make calls and are sent none, or only the others',
		default: true,
	}),
	query,
	states,
	workModes: someOf({
		displayName: 'Work Modes',
		description: 'Only agents who work like this',
		choices: workModes,
	}),
};
