import { campaignId, instanceId } from '../../fields';
import { objectAction } from '../kinds';
import { shortCampaign } from './shortForm';

/** Source: GetCampaign, api.aliyun.com/document/CCC/2020-07-01/GetCampaign. */
export const getCampaign = objectAction({
	operation: 'getCampaign',
	name: 'Get',
	action: 'Get campaign',
	description: 'Get the state of a campaign and how many customers it has reached',
	fields: { instanceId, campaignId },
	short: shortCampaign,
});
