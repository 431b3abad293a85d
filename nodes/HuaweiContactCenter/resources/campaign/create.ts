import { createAction } from '../../isales/kinds';
import { versionOf } from '../../isales/fields';
import { campaignBody, checkCampaign } from './body';
import { campaignAdditionalFields, campaignFields, campaignShown } from './fields';

/** Nobody is called before numbers are added. Source: "Creating an Outbound Call Task" (cec_07_0721, cec_07_0722). */
export const create = createAction({
	operation: 'create',
	name: 'Create',
	action: 'Create campaign',
	description: 'Set up a campaign, which starts by itself at its begin time and calls the numbers that are added to it',
	effect: 'change',
	findBy: { campaign: 'campaignId' },
	result: 'campaignId',
	fields: campaignFields,
	additionalFields: campaignAdditionalFields,
	showOnlyFor: campaignShown,
	check: checkCampaign,
	sends: (values, settings) => ({ version: versionOf(values.apiVersion), method: 'POST', path: '', body: campaignBody(values, settings) }),
});
