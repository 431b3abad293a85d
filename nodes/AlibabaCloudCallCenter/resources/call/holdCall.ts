import { text } from '../../../common/action/fields';
import { channel, deviceId, instanceId, jobId, userId } from '../../fields';
import { callAction } from './callAction';

const music = text({
	displayName: 'Music',
	description: 'The name of the music on hold',
	example: 'waiting-melody',
});

/** Source: HoldCall, api.aliyun.com/document/CCC/2020-07-01/HoldCall. */
export const holdCall = callAction({
	operation: 'holdCall',
	name: 'Hold',
	action: 'Hold call',
	description: 'Put one person in the call on hold, who then hears music until the call is retrieved',
	fields: {
		instanceId,
		jobId,
		channelId: channel('The leg of the call to put on hold, from the channels in the output of the node that started the call'),
	},
	additionalFields: { deviceId, music, userId },
});
