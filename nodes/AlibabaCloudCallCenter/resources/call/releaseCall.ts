import { deviceId, instanceId, jobId, userId } from '../../fields';
import { callAction } from './callAction';
import { agentsChannel } from './fields';

/** Source: ReleaseCall, api.aliyun.com/document/CCC/2020-07-01/ReleaseCall. */
export const releaseCall = callAction({
	operation: 'releaseCall',
	name: 'Hang Up',
	action: 'Hang up call',
	description: 'Hang up for an agent who is in the call; a call between two people ends then',
	fields: { instanceId, jobId },
	additionalFields: {
		channelId: agentsChannel,
		deviceId,
		userId,
	},
});
