import type { IDataObject } from 'n8n-workflow';
import { defineAction, type Given, type Part, type Settings } from '../../../common/action/action';
import { inEpochMs } from '../../../common/action/dateTime';
import { limit, returnAll } from '../../../common/action/paging';
import { InputError } from '../../../common/vendor/errors';
import type { CccClient } from '../../api/transport';
import { instanceId } from '../../fields';
import { recordFilters } from './filters';
import { readRecords, type Place } from './pages';
import { fullRecord, simplifiedRecord } from './record';

const fields = { instanceId, returnAll, limit };

async function readPage(send: CccClient, values: Given<typeof fields, typeof recordFilters>, { simplify, timeZone }: Settings, from?: Place): Promise<Part<Place>> {
	const { startTime: start, endTime: end, sortOrder: order = 'DESC', returnAll: isAll, limit: most, ...filters } = inEpochMs(values, timeZone);
	if (start !== undefined && end !== undefined && start >= end) {
		throw new InputError("'End Time' is not after 'Start Time': enter a later one, or remove it");
	}
	const reading = { values: filters as IDataObject, span: { start, end }, order, limit: isAll ? Infinity : most };
	const { results, next } = await readRecords(send, reading, from);
	return { results: results.map(simplify ? simplifiedRecord : fullRecord), next };
}

/** Source: ListCallDetailRecordsV2, api.aliyun.com/document/CCC/2020-07-01/ListCallDetailRecordsV2. */
export const listCallDetailRecordsV2 = defineAction<CccClient>()({
	operation: 'listCallDetailRecordsV2',
	name: 'Get Many',
	action: 'Get many call records',
	description: 'Get the records of past calls: who, when, how long and how each one ended',
	effect: 'read',
	fields,
	additionalFields: recordFilters,
	showOnlyFor: { limit: { returnAll: [false] } },
	perform: readPage,
	follow: readPage,
});
