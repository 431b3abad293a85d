import type { IDataObject } from 'n8n-workflow';
import type { Result } from '../../../common/vendor/callResult';
import { instanceId } from '../../fields';
import { pageAction } from '../kinds';
import { endedResult } from './callResult';
import { recordFilters } from './filters';
import { simplifiedRecord } from './record';

const { calledNumber, callingNumber, endTime, number, startTime } = recordFilters;

/** These records have no release time. A disposition is the reason for which the call ended, so it has ended if there is one. */
function resultOf(record: IDataObject): Partial<Result> {
	return record.contactDisposition ? endedResult(record) : {};
}

/** Source: ListRecentCallDetailRecords, api.aliyun.com/document/CCC/2020-07-01/ListRecentCallDetailRecords. */
export const listRecentCallDetailRecords = pageAction({
	operation: 'listRecentCallDetailRecords',
	name: 'Get Many of Agent',
	action: 'Get many call records of own agent',
	description: 'Get the calls of the agent who belongs to the access key, at most 180 days back. Parts of phone numbers are found as well.',
	fields: { instanceId },
	filters: { calledNumber, callingNumber, endTime, phoneNumber: number, startTime },
	short: (record) => ({ ...simplifiedRecord(record), ...resultOf(record) }),
	full: (record) => ({ ...record, ...resultOf(record) }),
	sends({ calledNumber: called, callingNumber: calling, phoneNumber, ...values }) {
		const criteria = { phoneNumber, callingNumber: calling, calledNumber: called };
		const hasCriteria = Object.values(criteria).some((value) => value !== undefined);
		return { ...values, ...(hasCriteria ? { criteria } : {}) };
	},
});
