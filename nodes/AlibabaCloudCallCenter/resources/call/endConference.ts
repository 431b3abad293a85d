import { instanceId, jobId } from '../../fields';
import { callAction } from './callAction';
import { agent } from './fields';

/** Source: EndConference, api.aliyun.com/document/CCC/2020-07-01/EndConference. */
export const endConference = callAction({
	operation: 'endConference',
	name: 'Leave Conference',
	action: 'Leave conference call',
	description: 'Disconnect one agent from a conference; Alibaba Cloud calls this EndConference',
	fields: { instanceId, jobId },
	additionalFields: { userId: agent('User', 'The agent who leaves; by default the agent who belongs to the access key') },
});
