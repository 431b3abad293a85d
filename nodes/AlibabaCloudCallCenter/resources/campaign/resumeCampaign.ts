import { campaignId, instanceId } from '../../fields';
import { commandAction } from '../kinds';

/** Source: ResumeCampaign, api.aliyun.com/document/CCC/2020-07-01/ResumeCampaign. */
export const resumeCampaign = commandAction({
	operation: 'resumeCampaign',
	name: 'Resume',
	action: 'Resume campaign',
	description: 'Let a paused campaign continue to call customers',
	findBy: { campaign: 'campaignId' },
	fields: { instanceId, campaignId },
});
