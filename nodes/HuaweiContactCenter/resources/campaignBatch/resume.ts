import { campaignId } from '../../isales/fields';
import { commandAction } from '../../isales/kinds';
import { id } from './fields';

/** Source: "Resuming an Outbound Call Batch" (cec_07_0772). */
export const resume = commandAction({
	operation: 'resume',
	name: 'Resume',
	action: 'Resume campaign batch',
	description: 'Call the numbers of a batch again, at once if the campaign is running',
	effect: 'dial',
	findBy: { campaign: 'campaignId' },
	fields: { campaignId, id },
	sends: (values) => ({ method: 'POST', path: `/callbatch/${values.campaignId}/resume`, body: { id: values.id } }),
});
