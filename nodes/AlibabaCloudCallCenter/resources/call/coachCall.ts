import { instanceId, jobId } from '../../fields';
import { callAction } from './callAction';
import { agent, supervisorFields } from './fields';

/** Source: CoachCall, api.aliyun.com/document/CCC/2020-07-01/CoachCall. */
export const coachCall = callAction({
	operation: 'coachCall',
	name: 'Coach',
	action: 'Coach agent in call',
	description: 'Let a supervisor talk to the agent during the call; the agent hears the supervisor, but the customer does not',
	fields: { instanceId, jobId, coachedUserId: agent('Coached Agent', 'The agent who hears the supervisor') },
	additionalFields: supervisorFields,
});
