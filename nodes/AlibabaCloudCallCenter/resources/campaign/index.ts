import type { Resource } from '../../../common/action/resource';
import { connect } from '../../api/connect';
import type { CccClient } from '../../api/transport';
import { doNotCallList } from '../doNotCallList';
import { abortCampaign } from './abortCampaign';
import { appendCases } from './appendCases';
import { createCampaign } from './createCampaign';
import { getCampaign } from './getCampaign';
import { getHistoricalCampaignReport } from './getHistoricalCampaignReport';
import { getRealtimeCampaignStats } from './getRealtimeCampaignStats';
import { listAttempts } from './listAttempts';
import { listCampaigns } from './listCampaigns';
import { listCampaignTrendingReport } from './listCampaignTrendingReport';
import { listCases } from './listCases';
import { modifyCampaignNumbers } from './modifyCampaignNumbers';
import { pauseCampaign } from './pauseCampaign';
import { resumeCampaign } from './resumeCampaign';
import { submitCampaign } from './submitCampaign';
import { updateCampaign } from './updateCampaign';

export const campaign: Resource<CccClient> = {
	name: 'Campaign',
	value: 'campaign',
	defaultOperation: 'createCampaign',
	async connect(context) {
		const connection = await connect(context);
		return { ...connection, doNotCallList: doNotCallList(connection.client) };
	},
	actions: [
		createCampaign,
		updateCampaign,
		appendCases,
		submitCampaign,
		pauseCampaign,
		resumeCampaign,
		abortCampaign,
		modifyCampaignNumbers,
		getCampaign,
		listCampaigns,
		listCases,
		listAttempts,
		getHistoricalCampaignReport,
		getRealtimeCampaignStats,
		listCampaignTrendingReport,
	],
};
