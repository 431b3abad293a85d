import { STATUS } from '../../session/setup';
import { isInWrapUp } from './agentState';
import { alreadyIf, stateCommand } from './stateCommand';

/** Source: the events AgentState_SetWork_Success and AgentState_Work (devg-agentlite cec_05_1317, cec_07_1344). */
export const startWrapUp = stateCommand({
	operation: 'startWrapUp',
	name: 'Start Wrap-Up',
	action: 'Start wrap up of agent',
	description: 'Give the agent time for the work after a call, without new calls',
	request: () => ({ method: 'POST', path: 'work' }),
	already: alreadyIf(isInWrapUp),
	remember: ({ setup }) => (setup.status = STATUS.wrapUp),
});
