import { STATUS } from '../../session/setup';
import { isInWrapUp } from './agentState';
import { alreadyIf, stateCommand } from './stateCommand';

/** Source: the event AgentState_CancelWork_Success (devg-agentlite cec_05_1317). */
export const endWrapUp = stateCommand({
	operation: 'endWrapUp',
	name: 'End Wrap-Up',
	action: 'End wrap up of agent',
	description: 'End the work after a call, so that the agent gets calls again',
	request: () => ({ method: 'POST', path: 'cancelwork' }),
	already: alreadyIf((state) => !isInWrapUp(state)),
	remember: ({ setup }) => (setup.status = STATUS.idle),
});
