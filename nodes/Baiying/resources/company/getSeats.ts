import { SEATS } from '../../api/operationNames';
import { amount } from '../../callback/values';
import { companyId } from '../../fields';
import { objectAction } from '../kinds';

/** Sources: byai.openapi.seatinfo.get; GET /company/seat/statistics, api.byrobot.cn/doc/v2/. */
export const getSeats = objectAction({
	operation: 'getSeats',
	name: 'Get Seats',
	action: 'Get company seats',
	description: 'Get how many AI seats the company has, and how many are calling now; a job waits if none is free',
	sends: SEATS,
	fields: { companyId },
	short(row) {
		const [all, inUse] = [amount(row.companyAllCallSeat), amount(row.companyUsingCallSeat)];
		return { seats: all, inUse, free: all === null || inUse === null ? null : Math.max(0, all - inUse) };
	},
});
