import { channelId, deviceId, dtmf, instanceId, jobId, userId } from '../../fields';
import { callAction } from './callAction';

/** Source: SendDtmfSignaling, api.aliyun.com/document/CCC/2020-07-01/SendDtmfSignaling. */
export const sendDtmfSignaling = callAction({
	operation: 'sendDtmfSignaling',
	name: 'Send DTMF Signaling',
	action: 'Send DTMF keys to call',
	description: 'Press keys in a call, for example to get through a voice menu',
	fields: { instanceId, jobId, channelId, dtmf },
	additionalFields: { deviceId, userId },
});
