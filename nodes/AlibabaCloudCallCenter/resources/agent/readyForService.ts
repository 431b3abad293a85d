import { deviceId, instanceId } from '../../fields';
import { objectAction } from '../kinds';
import { outboundScenario, userId } from './fields';
import { agentState } from './state';

/** Source: ReadyForService, api.aliyun.com/document/CCC/2020-07-01/ReadyForService. */
export const readyForService = objectAction({
	operation: 'readyForService',
	name: 'Set Ready',
	action: 'Set agent ready',
	description: 'Let an agent who is signed in take calls, for example after a break',
	fields: { instanceId, userId },
	additionalFields: { deviceId, outboundScenario },
	short: agentState,
});
