import type { Clock } from '../clock';
import { findInstance, type Account } from './account';
import type { PlacedCall } from './call';
import { invalidParameter, tooLarge } from './errors';
import type { Exchange } from './exchange';
import { page, positiveInteger, type Page } from './lists';
import { recordedAt, type Recordings } from './recordings';

type Params = Record<string, string>;

/** What the vendor keeps about a call that is over, as far as it applies to a double call. */
export interface CallRecord {
	ContactId: string;
	InstanceId: string;
	ContactType: string;
	ContactDisposition: string;
	StartTime: number;
	CallingNumber: string;
	CalledNumber: string;
	Broker: string;
	[more: string]: unknown;
}

interface Center {
	account: Account;
	exchange: Exchange;
	clock: Clock;
	recordings: Recordings;
}

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
export function listCallDetailRecordsV2({ account, exchange, clock, recordings }: Center, params: Params): Page<CallRecord> {
	const { id } = findInstance(account, params.InstanceId ?? '');
	if (positiveInteger('PageNumber', params.PageNumber) > LAST_PAGE) throw tooLarge('PageNumber', String(LAST_PAGE));
	const records = exchange
		.calls()
		.filter(({ instanceId, endedAt }) => instanceId === id && endedAt !== undefined)
		.map((call) => ({ ...recordOf(call), RecordingReady: (recordedAt(call, recordings.lagMs) ?? Infinity) <= clock.now() }))
		.filter(passes(params, clock.now()));
	const sorted = records.sort((a, b) => a.StartTime - b.StartTime);
	if (params.SortOrder !== 'ASC') sorted.reverse();
	const found = page(sorted, params);
	return { ...found, TotalCount: found.PageNumber === 1 ? found.TotalCount : 0 };
}

function recordOf(call: PlacedCall): CallRecord {
	const [user, customer] = call.channels;
	const endedAt = call.endedAt ?? call.placedAt;
	const seconds = (from: number | undefined) => (from === undefined ? 0 : Math.round((endedAt - from) / 1000));
	const unanswered = UNANSWERED[customer.releaseReason.slice(0, 3)] ?? { disposition: 'NoAnswer', earlyMedia: 'NotConnected' };
	const isAnswered = customer.answeredAt !== undefined;
	return {
		ContactId: call.jobId,
		InstanceId: call.instanceId,
		ContactType: 'BACK2BACK',
		MediaType: 'AUDIO',
		ContactDisposition: isAnswered ? 'Success' : unanswered.disposition,
		EarlyMediaState: isAnswered ? '' : unanswered.earlyMedia,
		CallingNumber: call.caller,
		CalledNumber: call.callee,
		Broker: call.broker,
		AdditionalBroker: call.additionalBroker,
		StartTime: call.placedAt,
		EstablishedTime: customer.answeredAt ?? '',
		ReleaseTime: endedAt,
		// Text, as in the vendor's types.
		CallDuration: String(seconds(user.answeredAt)),
		TalkTime: seconds(customer.answeredAt),
		ReleaseInitiator: customer.releaseInitiator === '' ? '' : 'customer',
		ReleaseReason: customer.releaseReason.replace(' - ', ':'),
		SatisfactionSurveyOffered: call.survey !== undefined,
		SatisfactionSurveyChannel: call.survey?.channel ?? '',
		SatisfactionDescription: '',
		AccessChannelType: '',
		AnalyticsReportReady: false,
	};
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
};

/** Filters that hold one value. */
const VALUES = ['Broker', 'CalledNumber', 'CallingNumber', 'SatisfactionSurveyChannel'];

function passes(params: Params, now: number): (record: CallRecord) => boolean {
	const midnight = Math.floor((now + BEIJING_MS) / DAY_MS) * DAY_MS - BEIJING_MS;
	const [start, end] = [milliseconds('StartTime', params) ?? midnight, milliseconds('EndTime', params) ?? now];
	const lists = Object.entries(LISTS).map(([name, field]) => ({ field, wanted: listOf(name, params) }));
	const values = VALUES.map((field) => ({ field, wanted: params[field] }));
	const reportReady = flag('AnalyticsReportReady', params);
	const { MediaType = 'AUDIO', Number: number, SearchPattern } = params;
	return (record) =>
		record.StartTime >= start &&
		record.StartTime <= end &&
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

function milliseconds(name: string, params: Params): number | undefined {
	const value = params[name];
	if (value !== undefined && !/^\d{13}$/.test(value)) throw invalidParameter(name);
	return value === undefined ? undefined : Number(value);
}

/** A list parameter: JSON inside a string. */
function listOf(name: string, params: Params): string[] | undefined {
	const value = params[name];
	if (value === undefined) return undefined;
	try {
		const list: unknown = JSON.parse(value);
		if (Array.isArray(list)) return list.map(String);
	} catch {
		// Answered below.
	}
	throw invalidParameter(name);
}
