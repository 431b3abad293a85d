import { optional } from '../../../common/action/fields';
import { InputError } from '../../../common/vendor/errors';
import { campaignId, instanceId } from '../../fields';
import { commandAction } from '../kinds';
import { instGroupId, numbers } from './fields';

/** Source: ModifyCampaignNumbers, api.aliyun.com/document/CCC/2020-07-01/ModifyCampaignNumbers. */
export const modifyCampaignNumbers = commandAction({
	operation: 'modifyCampaignNumbers',
	name: 'Change Caller Numbers',
	action: 'Change caller numbers of campaign',
	description: 'Replace the outbound numbers that the customers of a campaign see',
	fields: { instanceId, campaignId, numbers: optional(numbers) },
	additionalFields: { instGroupId },
	check(values) {
		if (values.numbers === undefined && values.instGroupId === undefined) {
			throw new InputError("'Caller Numbers' is empty: enter at least one number, or add a number group");
		}
	},
});
