import { chinaTime, text } from '../../callback/values';
import { companyId } from '../../fields';
import { pageAction } from '../kinds';
import { groupId, NUMBERS, PAGE_SIZE } from './fields';

/** Source: GET /company/blacklist/info/page, api.byrobot.cn/doc/v2/. */
export const getManyNumbers = pageAction({
	operation: 'getManyNumbers',
	name: 'Get Many Numbers',
	action: 'Get many blacklist numbers',
	description: 'Get the numbers of one group of the blacklist. Only the older API can do it.',
	sends: NUMBERS,
	pageSize: { hmac: PAGE_SIZE },
	fields: { companyId, groupId },
	short: (row) => ({
		blacklistInfoId: text(row.blacklistInfoId),
		phone: text(row.mobile),
		name: text(row.name),
		remark: text(row.remark),
		createdAt: chinaTime(row.gmtCreate),
	}),
});
