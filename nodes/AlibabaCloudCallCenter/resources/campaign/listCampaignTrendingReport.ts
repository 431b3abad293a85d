import { dateTime } from '../../../common/action/dateTime';
import { isoTime } from '../../api/response';
import { campaignId, instanceId } from '../../fields';
import { listAction } from '../kinds';
import { inPeriod } from './period';

/** Source: ListCampaignTrendingReport, api.aliyun.com/document/CCC/2020-07-01/ListCampaignTrendingReport. */
export const listCampaignTrendingReport = listAction({
	operation: 'listCampaignTrendingReport',
	name: 'Get Trend',
	action: 'Get trend of campaign',
	description: 'Get how the numbers of agents and of simultaneous calls developed while a campaign ran',
	fields: { instanceId, campaignId },
	filters: {
		endTime: dateTime({ displayName: 'End Time', description: 'Until when; by default until the campaign ends' }),
		startTime: dateTime({ displayName: 'Start Time', description: 'Since when; by default since the campaign began' }),
	},
	sends: inPeriod,
	short: {
		at: ({ statsTime, datetime }) => isoTime(statsTime) ?? isoTime(datetime),
		concurrency: 'concurrency',
		loggedInAgents: 'loggedInAgents',
		readyAgents: 'readyAgents',
		talkingAgents: 'talkingAgents',
		workingAgents: 'workingAgents',
		breakingAgents: 'breakingAgents',
	},
});
