import { optional, wholeNumber } from '../../../common/action/fields';
import { InputError } from '../../../common/vendor/errors';
import { STATUS } from '../../session/setup';
import { stateAfterCallCommand } from './stateCommand';

const FIRST_REASON = 200;
const LAST_REASON = 250;
const NO_REASON = 0;

const reason = optional(
	wholeNumber({
		displayName: 'Reason',
		description: 'The code of a busy reason that is set up in the call center, 200 to 250, or 0 for none',
		default: NO_REASON,
		min: NO_REASON,
		max: LAST_REASON,
	}),
);

/** Source: "Setting Busy" (cec_07_1211). An agent who is busy can be set busy again only with both parameters, so both are always sent. */
export const setBusy = stateAfterCallCommand({
	operation: 'setBusy',
	name: 'Set Busy',
	action: 'Set agent busy',
	description: 'Keep calls away from the agent; during a call, this takes effect when the call has ended',
	fields: { reason },
	check({ reason: code = NO_REASON }) {
		if (code !== NO_REASON && code < FIRST_REASON) throw new InputError(`'Reason' is ${code}: use ${FIRST_REASON} to ${LAST_REASON}, or 0 for none`);
	},
	request: ({ reason: code = NO_REASON }) => ({ method: 'POST', path: `saybusy?reason=${code}&prolong=true` }),
	remember: ({ setup }) => (setup.status = STATUS.busy),
});
