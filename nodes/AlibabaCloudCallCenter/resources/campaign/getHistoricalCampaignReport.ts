import { campaignId, instanceId } from '../../fields';
import { objectAction } from '../kinds';

/** Source: GetHistoricalCampaignReport, api.aliyun.com/document/CCC/2020-07-01/GetHistoricalCampaignReport. */
export const getHistoricalCampaignReport = objectAction({
	operation: 'getHistoricalCampaignReport',
	name: 'Get Report',
	action: 'Get report of campaign',
	description: 'Get how many calls a campaign has made so far, and the shares that were answered and abandoned',
	fields: { instanceId, campaignId },
});
