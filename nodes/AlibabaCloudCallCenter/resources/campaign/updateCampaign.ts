import { InputError } from '../../../common/vendor/errors';
import { campaignId, instanceId } from '../../fields';
import { commandAction } from '../kinds';
import { callableTime } from './callableTime';
import { contactFlowId, endTime, name, startTime } from './fields';
import { inPeriod } from './period';
import { strategyChange, strategyFields, strategyFieldsShown, withStrategy } from './strategy';

/** Source: UpdateCampaign, api.aliyun.com/document/CCC/2020-07-01/UpdateCampaign. */
export const updateCampaign = commandAction({
	operation: 'updateCampaign',
	name: 'Update',
	action: 'Update campaign',
	description: 'Change the schedule, the contact flow or the strategy of a campaign; what you leave empty stays as it is',
	fields: { instanceId, campaignId, strategyType: strategyChange, ...strategyFields },
	additionalFields: { callableTime, contactFlowId, endTime, name, startTime },
	showOnlyFor: strategyFieldsShown,
	check({ strategyType, ...values }) {
		const given = [values.callableTime, values.contactFlowId, values.endTime, values.name, values.startTime];
		if (strategyType === 'unchanged' && given.every((value) => value === undefined)) {
			throw new InputError('There is nothing to change: choose a strategy, or add a field with its new value');
		}
	},
	sends: (values, settings) => withStrategy(inPeriod(values, settings)),
});
