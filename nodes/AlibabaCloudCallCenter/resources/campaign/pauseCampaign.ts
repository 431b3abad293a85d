import { campaignId, instanceId } from '../../fields';
import { commandAction } from '../kinds';

/** Source: PauseCampaign, api.aliyun.com/document/CCC/2020-07-01/PauseCampaign. */
export const pauseCampaign = commandAction({
	operation: 'pauseCampaign',
	name: 'Pause',
	action: 'Pause campaign',
	description: 'Call no more customers until you resume the campaign',
	fields: { instanceId, campaignId },
});
