import { deviceId, instanceId, jobId, userId } from '../../fields';
import { callAction } from './callAction';

/** Source: CancelAttendedTransfer, api.aliyun.com/document/CCC/2020-07-01/CancelAttendedTransfer. */
export const cancelAttendedTransfer = callAction({
	operation: 'cancelAttendedTransfer',
	name: 'Cancel Attended Transfer',
	action: 'Cancel attended transfer of call',
	description: 'Hang up on the person who is being consulted, answered or not, and return the agent to the customer',
	fields: { instanceId, jobId },
	additionalFields: { deviceId, userId },
});
