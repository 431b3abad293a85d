import { instanceId } from '../../fields';
import { objectAction } from '../kinds';
import { queueId } from './fields';

/** Source: GetRealtimeCampaignStats, api.aliyun.com/document/CCC/2020-07-01/GetRealtimeCampaignStats. */
export const getRealtimeCampaignStats = objectAction({
	operation: 'getRealtimeCampaignStats',
	name: 'Get Live Statistics',
	action: 'Get live statistics of campaign',
	description: 'Get how many agents of the skill group of a campaign are ready, talking or on a break right now',
	fields: { instanceId, queueId },
});
