import { callCommand } from './callCommand';

/** Source: "Canceling a Transfer" (cec_07_1243). */
export const cancelTransfer = callCommand({
	operation: 'cancelTransfer',
	name: 'Cancel Transfer',
	action: 'Cancel transfer of call',
	description: 'Take the call back; only for transfers to an external number in the modes Talk First and Three-Party',
	request: () => ({ method: 'POST', path: 'canceltransfer' }),
});
