import { optional, wholeNumber } from '../../../common/action/fields';
import { STATUS } from '../../session/setup';
import { stateAfterCallCommand } from './stateCommand';

const MOST_MINUTES = 1439;
const NO_CAUSE = 0;

const minutes = wholeNumber({
	displayName: 'Minutes',
	description: 'How long the agent rests; after that, the call center reports that the time is up',
	default: 15,
	min: 1,
	max: MOST_MINUTES,
	unit: 'minutes',
});

const restCause = optional(
	wholeNumber({
		displayName: 'Rest Cause',
		description: 'The code of a rest reason that is set up in the call center, or 0 for none',
		default: NO_CAUSE,
		min: NO_CAUSE,
		max: 255,
	}),
);

/**
 * Source: "Applying for Rest" (cec_07_1213); the vendor counts in seconds. An agent who rests can be told to rest again only with
 * `prolong`, so it is always sent.
 */
export const startRest = stateAfterCallCommand({
	operation: 'startRest',
	name: 'Start Rest',
	action: 'Start rest of agent',
	description: 'Give the agent a break; during a call, this takes effect when the call has ended',
	fields: { minutes, restCause },
	request: ({ minutes: length, restCause: cause = NO_CAUSE }) => ({ method: 'POST', path: `rest/${length * 60}/${cause}?prolong=true` }),
	// A session that is restored cannot begin with a rest, and the agent must not get calls then.
	remember: ({ setup }) => (setup.status = STATUS.busy),
});
