import { instanceId, jobId } from '../../fields';
import { callAction } from './callAction';
import { agent, supervisorFields } from './fields';

/** Source: InterceptCall, api.aliyun.com/document/CCC/2020-07-01/InterceptCall. */
export const interceptCall = callAction({
	operation: 'interceptCall',
	name: 'Intercept',
	action: 'Intercept call',
	description: 'Hang up on the agent and let the supervisor, who must be monitoring the call, talk to the customer instead',
	fields: { instanceId, jobId, interceptedUserId: agent('Intercepted Agent', 'The agent who loses the call') },
	additionalFields: supervisorFields,
});
