import { instanceId } from '../../fields';
import { callAction } from './callAction';
import { agent, supervisorFields } from './fields';

/** Source: MonitorCall, api.aliyun.com/document/CCC/2020-07-01/MonitorCall. */
export const monitorCall = callAction({
	operation: 'monitorCall',
	name: 'Monitor',
	action: 'Monitor call',
	description: "Let a supervisor listen to an agent's call; neither the agent nor the customer hears the supervisor",
	fields: { instanceId, monitoredUserId: agent('Monitored Agent', 'The agent to listen to, who must be talking to a customer') },
	additionalFields: supervisorFields,
});
