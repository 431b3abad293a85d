import { companyId } from '../../fields';
import { commandAction } from '../kinds';
import { groupId, phone } from './fields';

/** Source: POST /company/blacklist/info/delete, api.byrobot.cn/doc/v2/. */
export const removeNumber = commandAction({
	operation: 'removeNumber',
	name: 'Remove Number',
	action: 'Remove blacklist number',
	description: 'Allow jobs to call a number again. Only the older API can do it.',
	sends: { hmac: '/company/blacklist/info/delete' },
	fields: { companyId, groupId, phone },
});
