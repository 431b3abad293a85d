import { campaignId, instanceId } from '../../fields';
import { commandAction } from '../kinds';

/** Source: AbortCampaign, api.aliyun.com/document/CCC/2020-07-01/AbortCampaign. */
export const abortCampaign = commandAction({
	operation: 'abortCampaign',
	name: 'Abort',
	action: 'Abort campaign',
	description: 'End a campaign before it has called everybody. To stop only for a while, pause it instead.',
	fields: { instanceId, campaignId },
});
