import { optional } from '../../../common/action/fields';
import { deviceId, instanceId, jobId, userId } from '../../fields';
import { callAction } from './callAction';
import { agentsChannel } from './fields';

/** Source: UnmuteCall, api.aliyun.com/document/CCC/2020-07-01/UnmuteCall. */
export const unmuteCall = callAction({
	operation: 'unmuteCall',
	name: 'Unmute',
	action: 'Unmute call',
	description: 'Let the customer hear a muted agent again',
	fields: { instanceId, jobId: optional(jobId) },
	additionalFields: {
		channelId: agentsChannel,
		deviceId,
		userId,
	},
});
