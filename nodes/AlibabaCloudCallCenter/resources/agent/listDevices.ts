import { instanceId } from '../../fields';
import { listAction, time } from '../kinds';
import { userId } from './fields';

/** Source: ListDevices, api.aliyun.com/document/CCC/2020-07-01/ListDevices. */
export const listDevices = listAction({
	operation: 'listDevices',
	name: 'Get Many Devices',
	action: 'Get many devices of agent',
	description: 'Get the softphones and phones that an agent has online, such as the one to sign in with',
	fields: { instanceId, userId },
	short: {
		deviceId: 'deviceId',
		deviceType: 'deviceType',
		userId: 'userId',
		extension: 'extension',
		contact: 'contact',
		expiresAt: time('expires'),
	},
});
