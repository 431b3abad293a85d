import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { fullRecord, simplifiedRecord } from '../resources/callRecord/record';
import type { EventName, Settings } from './settings';

/** Something that happened to a call, and the record that says so. */
export interface CallEvent {
	event: EventName;
	/** The same each time the vendor reports it, and different from that of all other events. */
	key: string;
	record: IDataObject;
	/** Milliseconds since 1970. */
	begunAt: number;
	/** Milliseconds since 1970; 0 if the record doesn't say it. */
	endedAt: number;
}

function timeOf(value: unknown): number {
	return typeof value === 'number' ? value : 0;
}

/** A record may exist before its call is over. One without any time of release has at least a result. */
function hasEnded({ releaseTime, contactDisposition }: IDataObject): boolean {
	if (typeof releaseTime === 'number') return releaseTime > 0;
	return typeof contactDisposition === 'string' && contactDisposition !== '';
}

const HAPPENED: Record<EventName, (record: IDataObject) => boolean> = {
	callEnded: hasEnded,
	recordingReady: ({ recordingReady }) => recordingReady === true,
};

function callOf({ contactId, startTime, callingNumber, calledNumber }: IDataObject): string {
	return String(contactId ?? [startTime, callingNumber, calledNumber].map(String).join(' '));
}

/**
 * The events of some records, in the order in which the calls ended.
 *
 * @param records rows of ListCallDetailRecordsV2, after `normalize`
 */
export function eventsOf(records: IDataObject[], { events, values }: Pick<Settings, 'events' | 'values'>): CallEvent[] {
	const happened = records.flatMap((record) =>
		events
			.filter((event) => HAPPENED[event](record))
			.map((event) => ({
				event,
				key: `${String(values.instanceId)}/${callOf(record)}/${event}`,
				record,
				begunAt: timeOf(record.startTime),
				endedAt: timeOf(record.releaseTime),
			})),
	);
	return happened.sort((a, b) => a.endedAt - b.endedAt);
}

/** A call has one next attempt, so only its end names it. */
function attemptAfter({ event, record }: CallEvent, { retryPlan }: Pick<Settings, 'retryPlan'>): IDataObject {
	const { callResult } = fullRecord(record);
	if (!retryPlan || event !== 'callEnded' || typeof callResult !== 'string') return {};
	return { nextAttempt: retryPlan.next(callResult, undefined) as IDataObject | null };
}

export function itemOf(happened: CallEvent, settings: Pick<Settings, 'simplify' | 'retryPlan'>): INodeExecutionData {
	const { event, record } = happened;
	return { json: { event, ...(settings.simplify ? simplifiedRecord(record) : fullRecord(record)), ...attemptAfter(happened, settings) } };
}
