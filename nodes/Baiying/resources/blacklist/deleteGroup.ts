import { companyId } from '../../fields';
import { commandAction } from '../kinds';
import { groupId } from './fields';

/** Source: POST /company/blacklist/group/delete, api.byrobot.cn/doc/v2/. */
export const deleteGroup = commandAction({
	operation: 'deleteGroup',
	name: 'Delete Group',
	action: 'Delete blacklist group',
	description: 'Remove a group that holds no numbers anymore. Only the older API can do it.',
	sends: { hmac: '/company/blacklist/group/delete' },
	fields: { companyId, groupId },
});
