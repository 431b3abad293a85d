import { dateTime } from '../../../common/action/dateTime';
import { jsonObject, locator, text } from '../../../common/action/fields';
import { campaignId, instanceId } from '../../fields';
import { skillGroups, users } from '../../fields/accountLists';
import { pageAction, time } from '../kinds';
import { inPeriod } from './period';

const caseId = text({
	displayName: 'Case ID',
	description: 'The customer in the campaign, from the output of Get Many Cases',
	example: '60ecb1a2-4480-4d01-bede-c5b7655bfadf',
	toFill: 'use the ID of a case of the campaign, for example {{ $json.caseId }}',
});

const filters = {
	agentId: locator({ displayName: 'Agent', description: 'Only calls that reached this agent', example: 'agent@ccc-test', search: users }),
	attemptId: text({ displayName: 'Attempt ID', description: 'Only this attempt; its ID is that of the call', example: 'job-65735740600893440' }),
	callee: text({ displayName: 'Callee', description: 'Only calls to this number', example: '13720000000' }),
	caller: text({ displayName: 'Caller', description: 'Only calls from this number', example: '01021570000' }),
	contactId: text({ displayName: 'Job ID', description: 'Only the attempt with this call', example: 'job-65735740600893440' }),
	criteria: jsonObject({
		displayName: 'Criteria',
		description: 'Further conditions as a JSON object. Alibaba Cloud knows caseIds, a list of cases.',
		example: '{ "caseIds": ["964f05a7-fc15-4a05-93a6-cd7421c4459e"] }',
	}),
	endTime: dateTime({ displayName: 'End Time', description: 'Only calls until this time; by default until the campaign ends' }),
	queueId: locator({ displayName: 'Skill Group', description: 'Only calls that went to this skill group', example: 'skillgroup@ccc-test', search: skillGroups }),
	startTime: dateTime({ displayName: 'Start Time', description: 'Only calls from this time on; by default since the campaign began' }),
};

/** Source: ListAttempts, api.aliyun.com/document/CCC/2020-07-01/ListAttempts. */
export const listAttempts = pageAction({
	operation: 'listAttempts',
	name: 'Get Many Attempts',
	action: 'Get many attempts of campaign',
	description: 'Get the calls to one customer of a campaign: when each was dialed and answered, and which agent took it',
	fields: { instanceId, campaignId, caseId },
	filters,
	sends: inPeriod,
	short: {
		attemptId: 'attemptId',
		caseId: 'caseId',
		callerNumber: 'callerNumber',
		calleeNumber: 'calleeNumber',
		agentId: 'agentId',
		dialedAt: time('dialTime'),
		customerAnsweredAt: time('customerEstablishedTime'),
		agentAnsweredAt: time('agentEstablishedTime'),
		releasedAt: time('customerReleasedTime'),
		queueDuration: 'queueDuration',
	},
});
