import { wholeNumber } from '../../../common/action/fields';
import { instanceId, phoneNumber, skillGroupIds } from '../../fields';
import { listAction, part } from '../kinds';

const count = wholeNumber({
	displayName: 'Count',
	description: 'How many numbers to choose',
	default: 1,
	min: 1,
	max: 100,
});

/** Source: PickOutboundNumbers, api.aliyun.com/document/CCC/2020-07-01/PickOutboundNumbers. */
export const pickOutboundNumbers = listAction({
	operation: 'pickOutboundNumbers',
	name: 'Pick Outbound Numbers',
	action: 'Pick outbound phone numbers',
	description: 'Let Alibaba Cloud choose the best numbers of the skill groups for a call to somebody; nobody is called yet',
	fields: {
		instanceId,
		calledNumber: phoneNumber('Called Number', 'The number that is to be called, for example that of a customer', '13720000000'),
		skillGroupIds: skillGroupIds('The skill groups to choose numbers from'),
	},
	additionalFields: { count },
	short: {
		callerNumber: part('callerNumber', 'number'),
		callerProvince: part('callerNumber', 'province'),
		callerCity: part('callerNumber', 'city'),
		calleeNumber: part('calleeNumber', 'number'),
		calleeProvince: part('calleeNumber', 'province'),
		calleeCity: part('calleeNumber', 'city'),
	},
});
