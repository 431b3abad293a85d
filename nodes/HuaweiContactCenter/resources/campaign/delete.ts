import { yesNo } from '../../../common/action/fields';
import { campaignId } from '../../isales/fields';
import { commandAction } from '../../isales/kinds';

const archiveHistory = yesNo({ displayName: 'Archive History', description: 'Whether the contact center keeps the history of the campaign', default: true });

/** Source: "Deleting an Outbound Call Task" (cec_07_0725). */
export const deleteCampaign = commandAction({
	operation: 'delete',
	name: 'Delete',
	action: 'Delete campaign',
	description: 'Remove a campaign for good; pause it first if it is running',
	effect: 'change',
	fields: { campaignId },
	additionalFields: { archiveHistory },
	sends: (values) => ({ method: 'DELETE', path: `/${values.campaignId}`, body: { archiveHistory: values.archiveHistory } }),
});
