import { instanceId, jobId, userId } from '../../fields';
import { callAction } from './callAction';

/** Source: EndConference, api.aliyun.com/document/CCC/2020-07-01/EndConference. */
export const endConference = callAction({
	operation: 'endConference',
	name: 'Leave Conference',
	action: 'Leave conference call',
	description: 'Disconnect one agent from a conference; Alibaba Cloud calls this EndConference',
	fields: { instanceId, jobId },
	additionalFields: { userId },
});
