import { locator, text } from '../../../common/action/fields';
import { users } from '../../fields/accountLists';
import { time } from '../kinds';

/** What narrows the recordings of a call. */
export const listFields = {
	agentId: locator({
		displayName: 'Agent',
		description: 'The agent whose part of the call it is, if several took part',
		example: 'agent@ccc-test',
		search: users,
	}),
	agentChannelId: text({
		displayName: 'Agent Channel ID',
		description: "The agent's leg of the call, if the agent took part more than once",
		example: 'ch:user:01089898989->13188888888:1609234221870:job-65735740600893440',
	}),
};

/** The duration is in milliseconds. Source: ListMonoRecordings, help.aliyun.com. */
export const shortRecording = {
	jobId: 'contactId',
	fileName: 'fileName',
	recordingUrl: 'fileUrl',
	agentId: 'agentId',
	agentName: 'agentName',
	skillGroupId: 'skillGroupId',
	startedAt: time('startTime'),
	durationMs: 'duration',
};
