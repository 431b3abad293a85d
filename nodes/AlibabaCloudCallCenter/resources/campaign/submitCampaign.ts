import { campaignId, instanceId } from '../../fields';
import { commandAction } from '../kinds';

/** Source: SubmitCampaign, api.aliyun.com/document/CCC/2020-07-01/SubmitCampaign. */
export const submitCampaign = commandAction({
	operation: 'submitCampaign',
	name: 'Submit',
	action: 'Submit campaign',
	description: 'Start a draft: its customers are called between its start and end times, within the callable time',
	findBy: { campaign: 'campaignId' },
	fields: { instanceId, campaignId },
});
