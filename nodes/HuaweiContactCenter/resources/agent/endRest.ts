import { STATUS } from '../../session/setup';
import { isResting } from './agentState';
import { alreadyIf, stateCommand } from './stateCommand';

/** Source: "Canceling Rest" (cec_07_13492). */
export const endRest = stateCommand({
	operation: 'endRest',
	name: 'End Rest',
	action: 'End rest of agent',
	description: 'End the break before its time is up',
	request: () => ({ method: 'POST', path: 'cancelrest' }),
	already: alreadyIf((state) => !isResting(state)),
	remember: ({ setup }) => (setup.status = STATUS.idle),
});
