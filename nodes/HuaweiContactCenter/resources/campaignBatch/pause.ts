import { campaignId } from '../../isales/fields';
import { commandAction } from '../../isales/kinds';
import { id } from './fields';

/** Source: "Suspending an Outbound Call Batch" (cec_07_0771). */
export const pause = commandAction({
	operation: 'pause',
	name: 'Pause',
	action: 'Pause campaign batch',
	description: 'Stop calling the numbers of one batch while the rest of the campaign continues',
	effect: 'change',
	fields: { campaignId, id },
	sends: (values) => ({ method: 'POST', path: `/callbatch/${values.campaignId}/pause`, body: { id: values.id } }),
});
