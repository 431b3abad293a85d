import { dateTime } from '../../../common/action/dateTime';
import { contactId, instanceId, phoneNumber } from '../../fields';
import { pageAction, time } from '../kinds';

const filters = {
	caller: phoneNumber('Caller', 'The number of the customer who left the message', '13720000000'),
	contactId: { ...contactId, property: { ...contactId.property, description: 'The call in which the message was left. The other filters are then ignored.' } },
	startTime: dateTime({ displayName: 'Start Time', description: 'Messages left from then on; by default the start of today' }),
	endTime: dateTime({ displayName: 'End Time', description: 'Messages left until then; by default now' }),
};

/** Source: ListVoicemails, api.aliyun.com/document/CCC/2020-07-01/ListVoicemails (times in milliseconds, durations in seconds). */
export const listVoicemails = pageAction({
	operation: 'listVoicemails',
	name: 'Get Many Voicemails',
	action: 'Get many voicemail recordings',
	description: "List the messages that customers left when nobody was available: today's, if no other time is set",
	fields: { instanceId },
	filters,
	short: {
		jobId: 'contactId',
		instanceId: 'instanceId',
		name: 'name',
		callerNumber: 'callerNumber',
		calleeNumber: 'calleeNumber',
		startedAt: time('startTime'),
		durationSeconds: 'duration',
	},
});
