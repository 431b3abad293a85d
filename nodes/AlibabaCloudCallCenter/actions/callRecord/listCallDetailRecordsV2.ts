import { defineAction, type Part, type Settings } from '../../../common/action';
import { epochMs } from '../../../common/dateTime';
import { InputError } from '../../../common/errors';
import type { Values } from '../../../common/fields';
import { limit, returnAll } from '../../../common/paging';
import { instanceId } from '../../fields';
import { simplifiedRecord } from '../../record';
import { recordFilters } from '../../recordFilters';
import { readRecords, type Place } from '../../recordPages';
import type { CccClient } from '../../transport';

const fields = { instanceId, returnAll, limit };

type Given = Values<typeof fields> & Partial<Values<typeof recordFilters>>;

async function readPage(send: CccClient, values: Given, { simplify, timeZone }: Settings, from?: Place): Promise<Part<Place>> {
	const { startTime, endTime } = values;
	const span = {
		start: startTime && epochMs(startTime, timeZone),
		end: endTime && epochMs(endTime, timeZone),
	};
	if (span.start !== undefined && span.end !== undefined && span.start >= span.end) {
		throw new InputError("'End Time' is not after 'Start Time': enter a later one, or remove it");
	}
	const reading = {
		request: {
			Action: 'ListCallDetailRecordsV2',
			InstanceId: values.instanceId,
			AccessChannelTypeList: values.accessChannelTypeList,
			AgentId: values.agentId,
			AnalyticsReportReady: values.analyticsReportReady,
			Broker: values.broker,
			CalledNumber: values.calledNumber,
			CallingNumber: values.callingNumber,
			ContactDispositionList: values.contactDispositionList,
			ContactIdList: values.contactIdList,
			ContactTypeList: values.contactTypeList,
			EarlyMediaStateList: values.earlyMediaStateList,
			FirstAgentId: values.firstAgentId,
			MediaType: values.mediaType,
			Number: values.number,
			ReleaseInitiatorList: values.releaseInitiatorList,
			ReleaseReasonList: values.releaseReasonList,
			SatisfactionDescriptionList: values.satisfactionDescriptionList,
			SatisfactionRateList: values.satisfactionRateList,
			SatisfactionSurveyChannel: values.satisfactionSurveyChannel,
			SearchPattern: values.searchPattern,
			SkillGroupIdList: values.skillGroupIdList,
		},
		span,
		order: values.sortOrder ?? 'DESC',
		limit: values.returnAll ? Infinity : values.limit,
	};
	const { results, next } = await readRecords(send, reading, from);
	return { results: simplify ? results.map(simplifiedRecord) : results, next };
}

/** Source: ListCallDetailRecordsV2, api.aliyun.com/document/CCC/2020-07-01/ListCallDetailRecordsV2. */
export const listCallDetailRecordsV2 = defineAction<CccClient>()({
	resource: { name: 'Call Record', value: 'callRecord' },
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
