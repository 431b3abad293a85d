import { STATUS } from '../../session/setup';
import { isBusy } from './agentState';
import { alreadyIf, stateCommand } from './stateCommand';

/** Source: "Canceling the Busy State" (cec_07_1212). */
export const cancelBusy = stateCommand({
	operation: 'cancelBusy',
	name: 'Cancel Busy',
	action: 'Cancel busy state of agent',
	description: 'End the busy state; unlike Set Ready, this leaves a rest or wrap-up as it is',
	request: () => ({ method: 'POST', path: 'cancelbusy' }),
	already: alreadyIf((state) => !isBusy(state)),
	remember: ({ setup }) => (setup.status = STATUS.idle),
});
