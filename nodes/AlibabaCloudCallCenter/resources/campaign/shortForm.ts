import { time, type ShortForm } from '../kinds';

/** What matters of a campaign. */
export const shortCampaign: ShortForm = {
	campaignId: 'campaignId',
	name: 'name',
	state: 'state',
	totalCases: 'totalCases',
	casesConnected: 'casesConnected',
	casesUncompleted: 'casesUncompleted',
	casesAborted: 'casesAborted',
	completionRate: 'completionRate',
	plannedStartAt: time('planedStartTime'),
	plannedEndAt: time('planedEndTime'),
};
