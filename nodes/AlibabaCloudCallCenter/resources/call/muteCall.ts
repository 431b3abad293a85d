import { deviceId, instanceId, jobId, userId } from '../../fields';
import { callAction } from './callAction';
import { agentsChannel } from './fields';

/** Source: MuteCall, api.aliyun.com/document/CCC/2020-07-01/MuteCall. */
export const muteCall = callAction({
	operation: 'muteCall',
	name: 'Mute',
	action: 'Mute call',
	description: 'Stop the customer from hearing an agent who is in the call',
	fields: { instanceId, jobId },
	additionalFields: {
		channelId: agentsChannel,
		deviceId,
		userId,
	},
});
