import { optional } from '../../../common/action/fields';
import { channel, deviceId, instanceId, jobId, userId } from '../../fields';
import { callAction } from './callAction';

/** Source: UnmuteCall, api.aliyun.com/document/CCC/2020-07-01/UnmuteCall. */
export const unmuteCall = callAction({
	operation: 'unmuteCall',
	name: 'Unmute',
	action: 'Unmute call',
	description: 'Let the customer hear a muted agent again',
	fields: { instanceId, jobId: optional(jobId) },
	additionalFields: {
		channelId: channel('The leg of the call to unmute; by default that of the agent'),
		deviceId,
		userId,
	},
});
