import { contactFlowVariables, deviceId, instanceId, jobId, userId } from '../../fields';
import { callAction } from './callAction';
import { flow } from './fields';

/** Source: LaunchAuthentication, api.aliyun.com/document/CCC/2020-07-01/LaunchAuthentication. */
export const launchAuthentication = callAction({
	operation: 'launchAuthentication',
	name: 'Launch Authentication',
	action: 'Launch authentication in call',
	description: 'Send the customer through a contact flow and then back to the agent, for example to check who they are',
	fields: { instanceId, jobId, contactFlowId: flow('The flow (IVR) that the customer hears, for example one that asks for a PIN') },
	additionalFields: { contactFlowVariables, deviceId, userId },
});
