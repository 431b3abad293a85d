import { amount, chinaTime, text } from '../../callback/values';
import { callJobId } from '../../fields';
import { pageAction } from '../kinds';

/** Source: POST /task/notDialedCustomerList, api.byrobot.cn/doc/v2/. */
export const getManyNotDialled = pageAction({
	operation: 'getManyNotDialled',
	name: 'Get Many Not Dialed',
	action: 'Get many customers not dialed',
	description: 'Get the customers of a job whom the robot has not called yet. Only the older API can do it.',
	sends: { hmac: '/task/notDialedCustomerList' },
	pageSize: { hmac: 50 },
	fields: { callJobId },
	short: (row) => ({
		callId: text(row.callInstanceId),
		phone: text(row.customerTelephone),
		name: text(row.customerName),
		status: amount(row.status),
		timesCalled: amount(row.calledTimes),
		lastCalledAt: chinaTime(row.startTime),
	}),
});
