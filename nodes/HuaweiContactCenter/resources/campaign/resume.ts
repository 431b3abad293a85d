import { campaignId } from '../../isales/fields';
import { commandAction } from '../../isales/kinds';

/** Source: "Resuming an Outbound Call Task" (cec_07_0729). */
export const resume = commandAction({
	operation: 'resume',
	name: 'Resume',
	action: 'Resume campaign',
	description: 'Let a paused campaign call again, at once if it is within its times',
	effect: 'dial',
	findBy: { campaign: 'campaignId' },
	fields: { campaignId },
	sends: (values) => ({ method: 'PUT', path: `/${values.campaignId}/resume` }),
});
