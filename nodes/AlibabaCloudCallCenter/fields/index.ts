import { dateTime } from '../../common/action/dateTime';
import { choice, jsonObject, locator, text, textList, wholeNumber, type Field } from '../../common/action/fields';
import { cleanChannelId } from '../api/response';
import { brokers, campaigns, contactFlows, instances, skillGroups, users } from './accountLists';

const TAGS_MAX_BYTES = 128;
const MAX_DTMF_KEYS = 32;

export const instanceId = locator({
	displayName: 'Instance',
	description: 'The call center instance to work with',
	example: 'ccc-test',
	search: instances,
});

export const broker = locator({
	displayName: 'Broker',
	description: 'The number in the middle: an outbound number of the instance, which both parties see as the one that calls them',
	example: '01021570000',
	search: brokers,
});

/** For flows that a customer enters after answering. */
export const UNCHECKED_FLOW = 'Alibaba Cloud may accept a wrong ID, and the call then fails after the customer has answered: choose from the list if you can';

export const contactFlowId = locator({
	displayName: 'Contact Flow',
	description: 'The survey flow (IVR) that the customer hears. Alibaba Cloud does not check it: with a wrong ID the customer hears nothing.',
	example: '4685b65a-eb8f-11ec-8ea0-0242ac120002',
	search: contactFlows,
	hint: 'Leave empty for the survey flow that is set for the instance',
	idHint: 'Alibaba Cloud does not check this ID. With a wrong one, the agent hangs up and the customer hears nothing: choose from the list if you can.',
});

/** A phone number that must be filled in; what counts as one is the vendor's business. */
export function phoneNumber(displayName: string, description: string, example: string): Field<string> {
	return text({ displayName, description, example });
}

export const jobId = text({
	displayName: 'Job ID',
	description: 'The ID of the call, from the output of the node that started it',
	example: 'job-65735740600893440',
	toFill: 'use the job ID that the start of the call returned, for example {{ $json.jobId }}',
});

/** A leg of the call, which the description names. */
export function channel(description: string): Field<string> {
	const given = text({
		displayName: 'Channel ID',
		description,
		example: 'ch:customer:01089898989->13188888888:1609234221870:job-65735740600893440',
		toFill: 'use a channel of the call, for example {{ $json.channels[0].channelId }}',
	});
	return {
		...given,
		read(raw) {
			const id = given.read(raw);
			return id === undefined ? undefined : cleanChannelId(id);
		},
	};
}

export const channelId = channel('The leg of the call that hears the keys, from the channels in the output of the node that started the call');

export const dtmf = text({
	displayName: 'DTMF Keys',
	description: 'The keys to press: 0 to 9, * and #. Pressed one after another if there are several.',
	example: '1',
	toFill: 'enter the keys to press, for example 5 or 12#',
	check(keys) {
		if (!/^[0-9*#]+$/.test(keys)) return 'use only the keys 0 to 9, * and #';
		return keys.length > MAX_DTMF_KEYS ? `press at most ${MAX_DTMF_KEYS} keys at once` : undefined;
	},
});

export const timeoutSeconds = wholeNumber({
	displayName: 'Ring Timeout (Seconds)',
	description: 'After how many seconds without an answer the ringing stops',
	default: 30,
	min: 1,
	max: 300,
	unit: 'seconds',
});

export const additionalBroker = text({
	displayName: 'Additional Broker',
	description: 'An outbound number of the instance that the callee sees instead of the broker',
	example: '01021560000',
});

export const tags = text({
	displayName: 'Tags',
	description: 'Your own data, at most 128 bytes; it comes back in the events of the call',
	example: 'campaign-42',
	check(value) {
		const bytes = Buffer.byteLength(value, 'utf8');
		const right = `shorten it to at most ${TAGS_MAX_BYTES} bytes (a Chinese character takes 3)`;
		return bytes > TAGS_MAX_BYTES ? `it has ${bytes} bytes, ${right}` : undefined;
	},
});

export const userId = locator({
	displayName: 'User',
	description: 'The agent who does this; by default the agent who belongs to the access key',
	example: 'agent@ccc-test',
	search: users,
});

export const skillGroupId = locator({
	displayName: 'Skill Group',
	description: 'The skill group of the instance',
	example: 'skillgroup@ccc-test',
	search: skillGroups,
});

export const campaignId = locator({
	displayName: 'Campaign',
	description: 'The predictive campaign of the instance',
	example: '78cf6864-9a22-4ea8-a59d-5adc2d747b0e',
	search: campaigns,
});

/** Also for texts in which somebody looks something up. */
export const searchPattern = text({
	displayName: 'Search Text',
	description: 'Only what contains this text',
	example: 'sales',
});

export const deviceId = text({
	displayName: 'Device ID',
	description: "The agent's workbench; older versions of the API require it, newer ones ignore it",
	example: 'ACC-YUNBS-1.0.10-bs3b5f22c6d78f000176aebe9471',
});

export const contactFlowVariables = jsonObject({
	displayName: 'Contact Flow Variables',
	description: 'Variables that the contact flow can read, as a JSON object',
	example: '{ "orderId": "42" }',
});

export const surveyChannel = choice({
	displayName: 'Survey Channel',
	description: 'How the customer is asked',
	default: 'IVR',
	choices: [
		{ name: 'SMS', value: 'SMS', description: 'The call ends and the customer gets a text message' },
		{ name: 'Voice (IVR)', value: 'IVR', description: 'The customer stays in the call and hears the survey flow' },
	],
});

export const smsMetadataId = text({
	displayName: 'SMS Metadata ID',
	description: 'The text message template of the survey; only needed for the SMS channel',
	example: '4685b65a-eb8f-11ec-8ea0-0242ac120002',
});

export const surveyTemplateId = text({
	displayName: 'Survey Template ID',
	description: 'The survey template to use',
	example: '4685b65a-eb8f-11ec-8ea0-0242ac120002',
});

export const surveyTemplateVariables = jsonObject({
	displayName: 'Survey Template Variables',
	description: 'Variables of the survey template, as a JSON object',
	example: '{ "agentName": "Li" }',
});

/** An agent, for an operation that is about this agent. */
export function user(description: string): Field<string> {
	return locator({ displayName: 'User', description, example: 'agent@ccc-test', search: users });
}

export function skillGroupIds(description: string): Field<string[]> {
	const example = 'skillgroup1@ccc-test, skillgroup2@ccc-test';
	return textList({ displayName: 'Skill Group IDs', description: `${description}. Separate several IDs with commas.`, example });
}

const MEDIA_TYPES = [
	{ name: 'Audio', value: 'AUDIO' },
	{ name: 'Chat', value: 'CHAT' },
	{ name: 'Video', value: 'VIDEO' },
];

export function mediaType(description: string): Field<string> {
	return choice({ displayName: 'Media Type', description, default: 'AUDIO', choices: MEDIA_TYPES });
}

/** For what happens now, which the vendor can also count over all media. */
export const liveMediaType = choice({
	displayName: 'Media Type',
	description: 'What is counted; by default calls (audio)',
	default: 'AUDIO',
	choices: [{ name: 'All', value: 'ALL' }, ...MEDIA_TYPES],
});

/** What a report counts. The vendor only counts whole hours. */
export const reportFilters = {
	startTime: dateTime({
		displayName: 'Start Time',
		description: 'Where the report begins, rounded down to the hour; by default the start of today',
	}),
	endTime: dateTime({
		displayName: 'End Time',
		description: 'Where the report ends, rounded up to the hour; by default now',
	}),
	mediaType: mediaType('What is counted; by default calls (audio)'),
};

export const reportInterval = choice({
	displayName: 'Interval',
	description: 'How long each part of the report is; by default a day',
	default: 'Daily',
	choices: [
		{ name: 'Daily', value: 'Daily', description: 'A report on at most 180 days' },
		{ name: 'Hourly', value: 'Hourly', description: 'A report on at most 10 days' },
	],
});

export const workModes = [
	{ name: 'Off-Site', value: 'OFF_SITE', description: "Calls come to the agent's own phone" },
	{ name: 'Office Phone', value: 'OFFICE_PHONE', description: 'Calls come to a phone in the office' },
	{ name: 'On-Site', value: 'ON_SITE', description: 'Calls come to the browser or to a SIP phone' },
];

export const workMode = choice({
	displayName: 'Work Mode',
	description: 'Where the agent takes calls',
	default: 'ON_SITE',
	choices: workModes,
});

/** Where calls reach an agent who works off-site. */
export const agentMobile = text({
	displayName: 'Mobile',
	description: "The agent's own phone, on which calls arrive in off-site mode",
	example: '13918140000',
});

/** The call that something is about; the vendor's records call its job ID a contact ID. */
export const contactId = text({
	displayName: 'Job ID',
	description: 'The ID of the call, which the records of calls also name contact ID',
	example: 'job-65735740600893440',
	toFill: 'use the job ID of the call, for example {{ $json.jobId }}',
});

export const customerId = text({
	displayName: 'Customer ID',
	description: 'The customer in the customer profiles of the instance',
	example: '51e155ce-3747-4f21-b402-13c69597b920',
});
