import { dateTime } from '../../../common/action/dateTime';
import { choice } from '../../../common/action/fields';
import { chinaTime, text } from '../../callback/values';
import { callJobId, companyId } from '../../fields';
import { chinaDate } from '../../fields/dates';
import { pageAction } from '../kinds';

const DIRECTIONS = { outbound: 0, inbound: 1 };

const direction = choice<keyof typeof DIRECTIONS>({
	displayName: 'Direction',
	description: 'Who called',
	default: 'outbound',
	choices: [
		{ name: 'Inbound', value: 'inbound', description: 'The customer called' },
		{ name: 'Outbound', value: 'outbound', description: 'The robot called' },
	],
});

const startDate = dateTime({ displayName: 'Start Date', description: 'The first day of the calls, in China' });
const endDate = dateTime({ displayName: 'End Date', description: 'The last day of the calls, in China' });

/** Source: GET /callBack/queryUnCallBack, api.byrobot.cn/doc/v2/. */
export const getManyUndelivered = pageAction({
	operation: 'getManyUndelivered',
	name: 'Get Many Undelivered',
	action: 'Get many undelivered call records',
	description: 'Get the calls whose callback reached nobody, to fetch each of them later. Only the older API has this list.',
	sends: { hmac: '/callBack/queryUnCallBack' },
	pageSize: { hmac: 500 },
	fields: { companyId, direction, startDate, endDate },
	filters: { callJobId },
	values: (given) => ({
		...given,
		direction: DIRECTIONS[given.direction],
		startDate: chinaDate(given.startDate),
		endDate: chinaDate(given.endDate),
	}),
	short: (row) => ({
		callId: text(row.callInstanceId),
		jobId: text(row.callJobId),
		phone: text(row.customerTelephone),
		calledAt: chinaTime(row.callerTime),
	}),
});
