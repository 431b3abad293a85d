import { STATUS } from '../../session/setup';
import { isIdle } from './agentState';
import { alreadyIf, stateCommand } from './stateCommand';

/** Source: the page of the event AgentState_Ready (cec_07_1345), which this causes. */
export const setReady = stateCommand({
	operation: 'setReady',
	name: 'Set Ready',
	action: 'Set agent ready',
	description: 'Let the call center give the agent calls; during a call, this takes back a busy state that was to follow',
	request: () => ({ method: 'POST', path: 'sayfree' }),
	already: alreadyIf(isIdle),
	remember: ({ setup }) => (setup.status = STATUS.idle),
});
