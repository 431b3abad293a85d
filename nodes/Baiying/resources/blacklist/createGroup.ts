import { text } from '../../callback/values';
import { companyId } from '../../fields';
import { valueAction } from '../kinds';
import { groupName, remark } from './fields';

/** Source: POST /company/blacklist/group/add, api.byrobot.cn/doc/v2/. */
export const createGroup = valueAction({
	operation: 'createGroup',
	name: 'Create Group',
	action: 'Create blacklist group',
	description: 'Add an empty group to the blacklist. Only the older API can do it.',
	sends: { hmac: '/company/blacklist/group/add' },
	fields: { companyId, name: groupName },
	additionalFields: { remark },
	output: (data, given) => ({ groupId: text(data), name: given.name }),
});
