import { campaignId } from '../../isales/fields';
import { commandAction } from '../../isales/kinds';

/** Source: "Suspending an Outbound Call Task" (cec_07_0728). */
export const pause = commandAction({
	operation: 'pause',
	name: 'Pause',
	action: 'Pause campaign',
	description: 'Stop a running campaign from placing further calls until it is resumed',
	effect: 'change',
	fields: { campaignId },
	sends: (values) => ({ method: 'PUT', path: `/${values.campaignId}/pause` }),
});
