import { commandAction } from '../../isales/kinds';
import { blocklistNo } from './fields';

/** Campaigns may call the number from then on. Source: "Deleting from the Block List" (cec_07_0745). */
export const removeNumber = commandAction({
	operation: 'remove',
	name: 'Remove',
	action: 'Remove blocklist number',
	description: 'Allow campaigns to call a number again',
	effect: 'change',
	fields: { blocklistNo },
	sends: (values) => ({ method: 'POST', path: '/blocklist/delete', body: { blocklistNo: values.blocklistNo } }),
});
