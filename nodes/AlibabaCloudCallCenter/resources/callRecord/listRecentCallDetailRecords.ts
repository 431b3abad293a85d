import { instanceId } from '../../fields';
import { pageAction } from '../kinds';
import { recordFilters } from './filters';
import { simplifiedRecord } from './record';

const { calledNumber, callingNumber, endTime, number, startTime } = recordFilters;

/** Source: ListRecentCallDetailRecords, api.aliyun.com/document/CCC/2020-07-01/ListRecentCallDetailRecords. */
export const listRecentCallDetailRecords = pageAction({
	operation: 'listRecentCallDetailRecords',
	name: 'Get Many of Agent',
	action: 'Get many call records of own agent',
	description: 'Get the calls of the agent who belongs to the access key, at most 180 days back. Parts of phone numbers are found as well.',
	fields: { instanceId },
	filters: { calledNumber, callingNumber, endTime, phoneNumber: number, startTime },
	short: simplifiedRecord,
	sends({ calledNumber: called, callingNumber: calling, phoneNumber, ...values }) {
		const criteria = { phoneNumber, callingNumber: calling, calledNumber: called };
		const hasCriteria = Object.values(criteria).some((value) => value !== undefined);
		return { ...values, ...(hasCriteria ? { criteria } : {}) };
	},
});
