import { choice } from '../../../common/action/fields';
import { chinaTime, text } from '../../callback/values';
import { companyId } from '../../fields';
import { pageAction } from '../kinds';

const status = choice({
	displayName: 'Status',
	description: 'Return only the templates whose review has come this far',
	default: 2,
	choices: [
		{ name: 'Approved', value: 2 },
		{ name: 'In Review', value: 1 },
		{ name: 'Rejected', value: 3 },
	],
});

/** Source: GET /sms/template/list, api.byrobot.cn/doc/v2/. */
export const getMany = pageAction({
	operation: 'getMany',
	name: 'Get Many',
	action: 'Get many SMS templates',
	description: 'Get the texts that a job can send when a call ends. Only the older API has them.',
	sends: { hmac: '/sms/template/list' },
	pageSize: { hmac: 50 },
	fields: { companyId },
	filters: { status },
	short: (row) => ({
		smsTemplateId: text(row.smsTemplateId),
		name: text(row.name),
		content: text(row.content),
		signature: text(row.smsTemplateSignName),
		type: row.type,
		status: row.status,
		failReason: text(row.failReason),
		createdAt: chinaTime(row.gmtCreate),
	}),
});
