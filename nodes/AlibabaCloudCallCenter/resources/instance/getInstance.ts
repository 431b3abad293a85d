import { instanceId } from '../../fields';
import { objectAction } from '../kinds';
import { instanceShort } from './instanceShort';

/** Source: GetInstance, api.aliyun.com/document/CCC/2020-07-01/GetInstance. */
export const getInstance = objectAction({
	operation: 'getInstance',
	name: 'Get',
	action: 'Get instance',
	description: 'Look up the status, the administrators and the phone numbers of the instance',
	fields: { instanceId },
	short: instanceShort,
});
