import { optional } from '../../../common/action/fields';
import { instanceId, skillGroupIds, user } from '../../fields';
import { pageAction } from '../kinds';

/** Source: ListOutboundNumbersOfUser, api.aliyun.com/document/CCC/2020-07-01/ListOutboundNumbersOfUser. */
export const listOutboundNumbersOfUser = pageAction({
	operation: 'listOutboundNumbersOfUser',
	name: 'Get Outbound Numbers of User',
	action: 'Get outbound phone numbers of user',
	description: 'Get the numbers that an agent may call out with',
	fields: { instanceId, userId: optional(user('The agent who is to call; by default the agent who belongs to the access key')) },
	filters: { skillGroupIds: skillGroupIds('Only numbers of these skill groups, to which the agent must belong') },
});
