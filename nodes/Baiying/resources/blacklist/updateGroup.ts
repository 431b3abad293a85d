import { companyId } from '../../fields';
import { commandAction } from '../kinds';
import { groupId, groupName, remark } from './fields';

/** Source: POST /company/blacklist/group/edit, api.byrobot.cn/doc/v2/. */
export const updateGroup = commandAction({
	operation: 'updateGroup',
	name: 'Update Group',
	action: 'Update blacklist group',
	description: 'Change the name and the remark of a group. Only the older API can do it.',
	sends: { hmac: '/company/blacklist/group/edit' },
	fields: { companyId, groupId, name: groupName },
	additionalFields: { remark },
});
