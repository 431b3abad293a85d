import { deviceId, instanceId } from '../../fields';
import { objectAction } from '../kinds';
import { userId } from './fields';
import { agentState } from './state';

/** Source: ResetAgentState, api.aliyun.com/document/CCC/2020-07-01/ResetAgentState. */
export const resetAgentState = objectAction({
	operation: 'resetAgentState',
	name: 'Reset State',
	action: 'Reset state of agent',
	description: 'Clear the state of an agent that got stuck; the output says what state they are in then',
	fields: { instanceId, userId },
	additionalFields: { deviceId },
	short: agentState,
});
