import { LINES } from '../../api/operationNames';
import { amount, chinaTime, flag, text } from '../../callback/values';
import { companyId } from '../../fields';
import { listAction } from '../kinds';

/** Sources: byai.openapi.phone.list; GET /company/getPhones, api.byrobot.cn/doc/v2/. */
export const getMany = listAction({
	operation: 'getMany',
	name: 'Get Many',
	action: 'Get many lines',
	description: 'Get the lines that the company can call from, whose IDs a new job needs',
	sends: LINES,
	fields: { companyId },
	short: (row) => ({
		userPhoneId: text(row.userPhoneId),
		phoneName: text(row.phoneName),
		phone: text(row.phone),
		phoneType: amount(row.phoneType),
		usable: flag(row.useAvailable),
		mostCalls: amount(row.totalConcurrencyQuota),
		callsNow: amount(row.usedConcurrencyQuota),
		lineAmount: amount(row.lineAmount),
		validFrom: chinaTime(row.validityBegin),
		validUntil: chinaTime(row.validityEnd),
	}),
});
