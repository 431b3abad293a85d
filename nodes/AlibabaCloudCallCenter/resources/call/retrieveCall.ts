import { channel, deviceId, instanceId, jobId, userId } from '../../fields';
import { callAction } from './callAction';

/** Source: RetrieveCall, api.aliyun.com/document/CCC/2020-07-01/RetrieveCall. */
export const retrieveCall = callAction({
	operation: 'retrieveCall',
	name: 'Retrieve',
	action: 'Retrieve held call',
	description: 'Bring one person in the call back from hold, so that both sides hear each other again',
	fields: {
		instanceId,
		jobId,
		channelId: channel('The leg of the call that is on hold, from the channels in the output of the node that held it'),
	},
	additionalFields: { deviceId, userId },
});
