import { optionalDateTime } from '../common/dateTime';
import { choice, optionalLocator, optionalText, someOf, textList, yesNo } from '../common/fields';
import type { SortOrder } from './recordPages';

const accessChannelTypeList = someOf({
	displayName: 'Access Channel Types',
	description: 'Only chats that came in through these channels',
	choices: [
		{ name: 'Chatbot (AliMe)', value: 'AliMe' },
		{ name: 'DingTalk Robot', value: 'DingTalkRobot' },
		{ name: 'DingTalk Service Window', value: 'DingTalkServiceWindow' },
		{ name: 'Web', value: 'Web' },
	],
});

const agentId = optionalText({
	displayName: 'Agent ID',
	description: 'Only calls in which this agent took part',
	example: 'agent@ccc-test',
});

const analyticsReportReady = yesNo({
	displayName: 'Analytics Report Ready',
	description: 'Whether to return only calls with a finished analytics report, or only calls without one',
	default: true,
});

const broker = optionalLocator({
	displayName: 'Broker',
	description: 'Only back-to-back calls with this number in the middle',
	example: '01021570000',
	searchMethod: 'searchBrokers',
});

const calledNumber = optionalText({
	displayName: 'Called Number',
	description: 'Only calls to this number',
	example: '13720000000',
});

const callingNumber = optionalText({
	displayName: 'Calling Number',
	description: 'Only calls from this number',
	example: '01021570000',
});

const contactDispositionList = someOf({
	displayName: 'Dispositions',
	description: 'Only calls that ended like this',
	choices: [
		{ name: 'Abandoned in IVR', value: 'AbandonedInIVR' },
		{ name: 'Abandoned in Queue', value: 'AbandonedInQueue' },
		{ name: 'Abandoned in Voice Navigator', value: 'AbandonedInVoiceNavigator' },
		{ name: 'Abandoned While Ringing', value: 'AbandonedInRing' },
		{ name: 'Forwarded to Outside Number', value: 'ForwardToOutsideNumber' },
		{ name: 'IVR Exception', value: 'IVRException' },
		{ name: 'No Answer', value: 'NoAnswer' },
		{ name: 'Queue Overflow', value: 'QueuingOverflow' },
		{ name: 'Queue Timeout', value: 'QueuingTimeout' },
		{ name: 'Queuing Failed', value: 'QueuingFailed' },
		{ name: 'Rejected', value: 'Reject' },
		{ name: 'Success', value: 'Success' },
		{ name: 'Voicemail', value: 'Voicemail' },
	],
});

const contactIdList = textList({
	displayName: 'Job IDs',
	description: 'Only these calls. Separate several IDs with commas.',
	example: 'job-65735740600893440, job-65735740600893441',
});

const contactTypeList = someOf({
	displayName: 'Call Types',
	description: 'Only calls of these types',
	choices: [
		{ name: 'Back-to-Back', value: 'BACK2BACK' },
		{ name: 'Conference', value: 'CONFERENCE' },
		{ name: 'Inbound', value: 'INBOUND' },
		{ name: 'Internal', value: 'INTERNAL' },
		{ name: 'Outbound', value: 'OUTBOUND' },
		{ name: 'Predictive', value: 'PREDICTIVE' },
		{ name: 'Privacy Dial', value: 'PRIVACY_DIAL' },
	],
});

const earlyMediaStateList = someOf({
	displayName: 'Early Media States',
	description: 'Only calls that were not answered, for one of these reasons, as heard before the answer',
	choices: [
		{ name: 'Busy', value: 'Busy' },
		{ name: 'No Answer', value: 'NoAnswer' },
		{ name: 'Not Connected', value: 'NotConnected' },
		{ name: 'Number Does Not Exist', value: 'NotExist' },
		{ name: 'Out of Service', value: 'OutOfService' },
		{ name: 'Powered Off', value: 'PowerOff' },
		{ name: 'Restricted', value: 'Restricted' },
	],
});

const endTime = optionalDateTime({
	displayName: 'End Time',
	description: 'Only calls that began before this time; by default until now',
});

const firstAgentId = optionalText({
	displayName: 'First Agent ID',
	description: 'Only calls that this agent took first',
	example: 'agent@ccc-test',
});

const mediaType = choice({
	displayName: 'Media Type',
	description: 'What the records are about',
	default: 'AUDIO',
	choices: [
		{ name: 'All', value: 'ALL' },
		{ name: 'Audio', value: 'AUDIO' },
		{ name: 'Chat', value: 'CHAT' },
		{ name: 'Video', value: 'VIDEO' },
	],
});

const number = optionalText({
	displayName: 'Phone Number',
	description: 'Only calls from or to this number',
	example: '13720000000',
});

const releaseInitiatorList = textList({
	displayName: 'Release Initiators',
	description: 'Only calls that one of these ended. Separate several with commas.',
	example: 'customer, agent',
});

const releaseReasonList = textList({
	displayName: 'Release Reasons',
	description: 'Only calls that ended for one of these reasons, as the records name them. Separate several with commas.',
	example: '200:OK, 486:USER_BUSY',
	spaces: true,
});

const satisfactionDescriptionList = textList({
	displayName: 'Satisfaction Descriptions',
	description: 'Only calls that were rated in these words of your survey. Separate several with commas.',
	example: 'Satisfied, Average',
	spaces: true,
});

const satisfactionRateList = textList({
	displayName: 'Satisfaction Rates',
	description: 'Only calls that were rated like this. -1 means asked but not rated, -2 means not asked. Separate several rates with commas.',
	example: '1, 2',
});

const satisfactionSurveyChannel = choice({
	displayName: 'Satisfaction Survey Channel',
	description: 'Only calls after which the customer was asked like this',
	default: 'IVR',
	choices: [
		{ name: 'Chat', value: 'CHAT' },
		{ name: 'SMS', value: 'SMS' },
		{ name: 'Voice (IVR)', value: 'IVR' },
	],
});

const searchPattern = optionalText({
	displayName: 'Search Pattern',
	description: 'Only chats that match this query in Lucene syntax; the fields are text, accessChannelUserId and accessChannelName',
	example: 'text:refund AND accessChannelName:shop*',
});

const skillGroupIdList = textList({
	displayName: 'Skill Group IDs',
	description: 'Only calls that went to these skill groups. Separate several IDs with commas.',
	example: 'skg-default@ccc-test',
});

const sortOrder = choice<SortOrder>({
	displayName: 'Sort Order',
	description: 'Which calls come first',
	default: 'DESC',
	choices: [
		{ name: 'Newest First', value: 'DESC' },
		{ name: 'Oldest First', value: 'ASC' },
	],
});

const startTime = optionalDateTime({
	displayName: 'Start Time',
	description: 'Only calls that began at this time or later; by default since the start of today',
});

/** The filters of ListCallDetailRecordsV2, by the names of its parameters; their values are documented there. */
export const recordFilters = {
	accessChannelTypeList,
	agentId,
	analyticsReportReady,
	broker,
	calledNumber,
	callingNumber,
	contactDispositionList,
	contactIdList,
	contactTypeList,
	earlyMediaStateList,
	endTime,
	firstAgentId,
	mediaType,
	number,
	releaseInitiatorList,
	releaseReasonList,
	satisfactionDescriptionList,
	satisfactionRateList,
	satisfactionSurveyChannel,
	searchPattern,
	skillGroupIdList,
	sortOrder,
	startTime,
};
