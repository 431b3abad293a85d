import { callInstanceId, companyId } from '../../fields';
import { objectAction } from '../kinds';
import { fullCall } from './record';

/** Sources: byai.openapi.callinstance.detail.get; GET /task/phoneLogInfo, api.byrobot.cn/doc/v2/. */
export const get = objectAction({
	operation: 'get',
	name: 'Get',
	action: 'Get call record',
	description: 'Get one call with its transcript and what the robot concluded, as the Baiying Trigger returns it',
	sends: { openPlatform: 'byai.openapi.callinstance.detail.get', hmac: '/task/phoneLogInfo' },
	fields: { companyId, callInstanceId },
	short: fullCall,
});
