import { instanceId, jobId } from '../../fields';
import { callAction } from './callAction';
import { agent, supervisorFields } from './fields';

/** Source: BargeInCall, api.aliyun.com/document/CCC/2020-07-01/BargeInCall. */
export const bargeInCall = callAction({
	operation: 'bargeInCall',
	name: 'Barge In',
	action: 'Barge into call',
	description: 'Bring a supervisor into the conversation; the agent and the customer both hear the supervisor',
	fields: { instanceId, jobId, bargedUserId: agent('Barged Agent', 'The agent whose conversation the supervisor joins') },
	additionalFields: supervisorFields,
});
