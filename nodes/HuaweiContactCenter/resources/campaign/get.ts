import { campaignId } from '../../isales/fields';
import { objectAction } from '../../isales/kinds';
import { campaignView } from './view';

/** Source: "Querying Outbound Call Task Details" (cec_07_0726). */
export const get = objectAction({
	operation: 'get',
	name: 'Get',
	action: 'Get campaign',
	description: 'Look up the settings and the state of a campaign; the state "active" also stands for one that has not begun',
	effect: 'read',
	fields: { campaignId },
	short: campaignView,
	sends: (values) => ({ method: 'GET', path: `/${values.campaignId}` }),
});
