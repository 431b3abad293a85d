import { text } from '../../callback/values';
import { companyId } from '../../fields';
import { listAction } from '../kinds';
import { GROUPS } from './fields';

/** Source: GET /company/blacklist/group/list, api.byrobot.cn/doc/v2/. */
export const getManyGroups = listAction({
	operation: 'getManyGroups',
	name: 'Get Many Groups',
	action: 'Get many blacklist groups',
	description: 'Get the groups that the numbers of the blacklist are in; -1 is the default group. Only the older API can do it.',
	sends: GROUPS,
	fields: { companyId },
	short: (row) => ({ groupId: text(row.blacklistInfoGroupId), name: text(row.name), remark: text(row.remark) }),
});
