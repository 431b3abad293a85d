import { instanceId, user } from '../../fields';
import { pageAction } from '../kinds';
import { isMember, numberPattern } from './fields';

/** Source: ListPersonalNumbersOfUser, api.aliyun.com/document/CCC/2020-07-01/ListPersonalNumbersOfUser. */
export const listPersonalNumbersOfUser = pageAction({
	operation: 'listPersonalNumbersOfUser',
	name: 'Get Personal Numbers of User',
	action: 'Get personal phone numbers of user',
	description: 'Get the outbound numbers that only this agent uses, or those that the agent could get',
	fields: {
		instanceId,
		userId: user('The agent whose personal numbers to get'),
		isMember: isMember(
			'Whether to return the numbers that the agent has, or those that the agent could get, which are never numbers of skill groups',
		),
	},
	filters: { searchPattern: numberPattern },
});
