import { campaignId, versionOf } from '../../isales/fields';
import { commandAction } from '../../isales/kinds';
import { campaignBody, checkCampaign } from './body';
import { campaignAdditionalFields, campaignFields, campaignShown } from './fields';

/**
 * A later end, or begin times that have passed, can make a campaign call at once, so it counts as something that can ring phones.
 * Source: "Modifying an Outbound Call Task" (cec_07_0723, cec_07_0724).
 */
export const update = commandAction({
	operation: 'update',
	name: 'Update',
	action: 'Update campaign',
	description: 'Replace the settings of a campaign that has not ended. All of them are needed again, and the device type cannot change.',
	effect: 'dial',
	findBy: { campaign: 'campaignId' },
	fields: { campaignId, ...campaignFields },
	additionalFields: campaignAdditionalFields,
	showOnlyFor: campaignShown,
	check: checkCampaign,
	sends: (values, settings) => ({ version: versionOf(values.apiVersion), method: 'PUT', path: `/${values.campaignId}`, body: campaignBody(values, settings) }),
});
