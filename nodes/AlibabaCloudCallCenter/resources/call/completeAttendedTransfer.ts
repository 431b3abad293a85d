import { deviceId, instanceId, jobId, userId } from '../../fields';
import { callAction } from './callAction';

/** Source: CompleteAttendedTransfer, api.aliyun.com/document/CCC/2020-07-01/CompleteAttendedTransfer. */
export const completeAttendedTransfer = callAction({
	operation: 'completeAttendedTransfer',
	name: 'Complete Attended Transfer',
	action: 'Complete attended transfer of call',
	description: 'Connect the customer with the person who was consulted; the agent who started the transfer leaves the call',
	fields: { instanceId, jobId },
	additionalFields: { deviceId, userId },
});
