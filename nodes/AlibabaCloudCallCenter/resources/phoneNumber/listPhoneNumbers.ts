import { choice } from '../../../common/action/fields';
import { instanceId } from '../../fields';
import { allOf, pageAction, time } from '../kinds';
import { active, numberPattern } from './fields';

const usage = choice({
	displayName: 'Usage',
	description: 'Only numbers with this usage',
	default: 'Bidirection',
	choices: [
		{ name: 'Inbound and Outbound', value: 'Bidirection' },
		{ name: 'Inbound Only', value: 'Inbound' },
		{ name: 'Outbound Only', value: 'Outbound' },
	],
});

/** Source: ListPhoneNumbers, api.aliyun.com/document/CCC/2020-07-01/ListPhoneNumbers. */
export const listPhoneNumbers = pageAction({
	operation: 'listPhoneNumbers',
	name: 'Get Many',
	action: 'Get many phone numbers',
	description: 'Get the phone numbers of the instance, each with its usage, its city and its skill groups',
	fields: { instanceId },
	filters: { active, searchPattern: numberPattern, usage },
	short: {
		number: 'number',
		usage: 'usage',
		active: 'active',
		province: 'province',
		city: 'city',
		provider: 'provider',
		contactFlowId: 'contactFlowId',
		skillGroupIds: allOf('skillGroups', 'skillGroupId'),
		userId: 'userId',
		createdAt: time('createTime'),
	},
});
