import { deviceId, instanceId, jobId, userId } from '../../fields';
import { callAction } from './callAction';

/** Source: SwitchToConference, api.aliyun.com/document/CCC/2020-07-01/SwitchToConference. */
export const switchToConference = callAction({
	operation: 'switchToConference',
	name: 'Switch to Conference',
	action: 'Switch call to conference',
	description: 'Connect customer, agent and the consulted person in one conversation, in which all three hear each other',
	fields: { instanceId, jobId },
	additionalFields: { deviceId, userId },
});
