import { findInstance } from './account';
import type { Channel, PlacedCall } from './call';
import type { CallRecord } from './callRecord';
import type { Behavior, CallCenter } from './center';
import { invalidParameter, tooLarge, unknownContact } from './errors';
import { page, type Page } from './lists';
import { listOf, milliseconds, positiveInteger, type Params } from './parameters';
import { recordedAt } from './recordings';
import { customerOf, firstAnswer, talkStart } from './talk';

const LAST_PAGE = 100;
const BEIJING_MS = 8 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** How the customer's leg ended, by its SIP code, in the vendor's words. */
const UNANSWERED: Record<string, { disposition: string; earlyMedia: string }> = {
	'404': { disposition: 'NoAnswer', earlyMedia: 'NotExist' },
	'408': { disposition: 'NoAnswer', earlyMedia: 'NoAnswer' },
	'486': { disposition: 'NoAnswer', earlyMedia: 'Busy' },
	'603': { disposition: 'Reject', earlyMedia: '' },
};

/** The records of the calls that are over, newest first by default; only page 1 says how many exist. */
function listCallDetailRecordsV2(center: CallCenter, params: Params): Page<CallRecord> {
	const { id } = findInstance(center.account, params.InstanceId ?? '');
	if (positiveInteger('PageNumber', params.PageNumber) > LAST_PAGE) throw tooLarge('PageNumber', String(LAST_PAGE));
	const records = recordsOf(center, id).filter(passes(params, center.clock.now()));
	if (params.SortOrder === 'ASC') records.reverse();
	const found = page(records, params);
	return { ...found, TotalCount: found.PageNumber === 1 ? found.TotalCount : 0 };
}

/** Throws `NotExists.ContactId` as long as the record doesn't exist. */
const getCallDetailRecord: Behavior = (center, params) => {
	const { InstanceId = '', ContactId = '' } = params;
	const { id } = findInstance(center.account, InstanceId);
	const record = recordsOf(center, id).find((one) => one.ContactId === ContactId);
	if (!record) throw unknownContact(ContactId);
	return { ...record, CallDuration: Number(record.CallDuration) };
};

/** `phoneNumber` in the criteria matches a part of either number. */
const listRecentCallDetailRecords: Behavior = (center, params) => {
	const { id } = findInstance(center.account, params.InstanceId ?? '');
	const { phoneNumber = '', callingNumber, calledNumber } = JSON.parse(params.Criteria ?? '{}') as Record<string, string>;
	const [start, end] = [milliseconds('StartTime', params) ?? 0, milliseconds('EndTime', params) ?? center.clock.now()];
	const records = recordsOf(center, id).filter(
		({ StartTime, CallingNumber, CalledNumber }) =>
			StartTime >= start &&
			StartTime <= end &&
			(callingNumber === undefined || CallingNumber === callingNumber) &&
			(calledNumber === undefined || CalledNumber === calledNumber) &&
			[CallingNumber, CalledNumber].some((number) => number.includes(phoneNumber)),
	);
	return page(records, params);
};

export const recordActions: Array<[string, Behavior]> = [
	['ListCallDetailRecordsV2', listCallDetailRecordsV2],
	['GetCallDetailRecord', getCallDetailRecord],
	['ListRecentCallDetailRecords', listRecentCallDetailRecords],
];

/** Newest first. */
function recordsOf({ exchange, clock, recordLagMs, recordings, added }: CallCenter, id: string): CallRecord[] {
	const isRecorded = (call: PlacedCall) => (recordedAt(call, recordings.lagMs) ?? Infinity) <= clock.now();
	const record = (call: PlacedCall) => ({ ...recordOf(call), RecordingReady: isRecorded(call) });
	const isWritten = ({ endedAt = Infinity }: PlacedCall) => endedAt + recordLagMs <= clock.now();
	return [...exchange.calls().filter(isWritten).map(record), ...added]
		.filter(({ InstanceId }) => InstanceId === id)
		.sort((a, b) => a.StartTime - b.StartTime)
		.reverse();
}

function recordOf(call: PlacedCall): CallRecord {
	const customer = customerOf(call);
	const agents = call.channels.filter(({ userId }) => userId !== '');
	const talkedFrom = talkStart(call);
	const endedAt = call.endedAt ?? call.placedAt;
	const seconds = (from: number | undefined) => (from === undefined ? 0 : Math.round((endedAt - from) / 1000));
	const agentIds = [...new Set(agents.map(({ userId }) => userId))].join();
	return {
		ContactId: call.jobId,
		InstanceId: call.instanceId,
		ContactType: call.type,
		MediaType: 'AUDIO',
		...outcomeOf(call, customer),
		CallingNumber: call.caller,
		CalledNumber: call.callee,
		Broker: call.broker,
		AdditionalBroker: call.additionalBroker,
		StartTime: call.placedAt,
		EstablishedTime: customer?.answeredAt ?? '',
		ReleaseTime: endedAt,
		// Text, as in the vendor's types.
		CallDuration: String(seconds(firstAnswer(call.channels))),
		Duration: seconds(firstAnswer(call.channels)),
		TalkTime: seconds(talkedFrom),
		ReleaseInitiator: releasedBy(customer),
		ReleaseReason: customer?.releaseReason.replace(' - ', ':') ?? '',
		AgentIds: agentIds,
		AgentNames: agentIds,
		SkillGroupIds: call.skillGroupId,
		SkillGroupNames: call.skillGroupId,
		SatisfactionSurveyOffered: call.survey !== undefined,
		SatisfactionSurveyChannel: call.survey?.channel ?? '',
		SatisfactionDescription: '',
		AccessChannelType: '',
		AnalyticsReportReady: false,
	};
}

function outcomeOf({ disposition }: PlacedCall, customer: Channel | undefined) {
	if (customer?.answeredAt !== undefined) return { ContactDisposition: disposition || 'Success', EarlyMediaState: '' };
	const unanswered = UNANSWERED[customer?.releaseReason.slice(0, 3) ?? ''] ?? { disposition: 'NoAnswer', earlyMedia: 'NotConnected' };
	return { ContactDisposition: unanswered.disposition, EarlyMediaState: unanswered.earlyMedia };
}

function releasedBy(customer: Channel | undefined): string {
	if (!customer || customer.releaseInitiator === '') return '';
	return customer.releaseInitiator === customer.destination ? 'customer' : 'agent';
}

/** Filters that hold a list: a record passes with any of its values. */
const LISTS: Record<string, string> = {
	AccessChannelTypeList: 'AccessChannelType',
	ContactDispositionList: 'ContactDisposition',
	ContactIdList: 'ContactId',
	ContactTypeList: 'ContactType',
	EarlyMediaStateList: 'EarlyMediaState',
	ReleaseInitiatorList: 'ReleaseInitiator',
	ReleaseReasonList: 'ReleaseReason',
	SatisfactionDescriptionList: 'SatisfactionDescription',
	SkillGroupIdList: 'SkillGroupIds',
};

/** Filters that hold one value. */
const VALUES = ['Broker', 'CalledNumber', 'CallingNumber', 'SatisfactionSurveyChannel'];

function passes(params: Params, now: number): (record: CallRecord) => boolean {
	const midnight = Math.floor((now + BEIJING_MS) / DAY_MS) * DAY_MS - BEIJING_MS;
	const [start, end] = [milliseconds('StartTime', params) ?? midnight, milliseconds('EndTime', params) ?? now];
	const lists = Object.entries(LISTS).map(([name, field]) => ({ field, wanted: listOf(name, params) }));
	const values = VALUES.map((field) => ({ field, wanted: params[field] }));
	const reportReady = flag('AnalyticsReportReady', params);
	const { AgentId, FirstAgentId, MediaType = 'AUDIO', Number: number, SearchPattern } = params;
	return (record) =>
		record.StartTime >= start &&
		record.StartTime <= end &&
		(AgentId === undefined || String(record.AgentIds).split(',').includes(AgentId)) &&
		(FirstAgentId === undefined || String(record.AgentIds).split(',')[0] === FirstAgentId) &&
		lists.every(({ field, wanted }) => wanted?.includes(String(record[field])) ?? true) &&
		values.every(({ field, wanted }) => wanted === undefined || record[field] === wanted) &&
		(MediaType === 'ALL' || record.MediaType === MediaType) &&
		(reportReady === undefined || record.AnalyticsReportReady === reportReady) &&
		// It searches the visitors and texts of chats, which no call has.
		SearchPattern === undefined &&
		(number === undefined || [record.CallingNumber, record.CalledNumber].includes(number));
}

function flag(name: string, params: Params): boolean | undefined {
	const value = params[name];
	if (value !== undefined && value !== 'true' && value !== 'false') throw invalidParameter(name);
	return value === undefined ? undefined : value === 'true';
}
