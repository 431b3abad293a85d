import type { IDataObject, ITriggerFunctions } from 'n8n-workflow';
import { readAdditional } from '../../common/action/action';
import { readField, wholeNumber, yesNo } from '../../common/action/fields';
import { retryPlanOf, type TriggerPlan } from '../../common/trigger/retryPlan';
import { InputError } from '../../common/vendor/errors';
import { instanceId } from '../fields';
import { recordFilters } from '../resources/callRecord/filters';
import { fileFields } from '../resources/recording/fields';

export const EVENTS = ['callEnded', 'recordingReady'] as const;

export type EventName = (typeof EVENTS)[number];

const { agentId, broker, calledNumber, callingNumber, contactDispositionList, contactTypeList, earlyMediaStateList } = recordFilters;
const { firstAgentId, mediaType, number, releaseInitiatorList, releaseReasonList, skillGroupIdList } = recordFilters;

/** The filters that a record passes for good when its call ends. A rating or an analytics report comes later. */
export const filters = {
	agentId,
	broker,
	calledNumber,
	callingNumber,
	contactDispositionList,
	contactTypeList,
	earlyMediaStateList,
	firstAgentId,
	mediaType,
	number,
	releaseInitiatorList,
	releaseReasonList,
	skillGroupIdList,
};

export const options = {
	downloadRecording: yesNo({
		displayName: 'Download Recording',
		description:
			"Whether to download the recording into the binary field 'recording' when the event is Recording Ready. A download may take up to 60 seconds and 50 MB. If it fails, the workflow starts without the recording, and the field 'recordingError' says why. Call Ended never comes with a recording, because it is not ready yet then.",
		default: false,
	}),
	fetchMissed: yesNo({
		displayName: 'Fetch Missed Calls',
		description:
			'Whether to report the calls that ended while the workflow was switched off once it is switched on again. Calls that ended while n8n was down are always reported.',
		default: true,
	}),
	longestCallMinutes: wholeNumber({
		displayName: 'Longest Call (Minutes)',
		description:
			'How many minutes before its end a call may have begun. The trigger reads the records of this time and of one more hour with each poll, because the vendor only filters by the start of calls. A longer call is not reported. Lower it if you have thousands of calls per hour.',
		default: 180,
		min: 1,
		max: 1440,
		unit: 'minutes',
	}),
	recordingHosts: fileFields.recordingHosts,
};

/** The parameters of the trigger. n8n can evaluate expressions only while it activates the workflow, so they are read once. */
export interface Settings {
	events: EventName[];
	simplify: boolean;
	/** What every request asks for: the instance and the filters. */
	values: IDataObject;
	fetchMissed: boolean;
	longestCallMs: number;
	downloadRecording: boolean;
	recordingHosts: string[];
	retryPlan?: TriggerPlan;
}

function readEvents(raw: unknown): EventName[] {
	const chosen = EVENTS.filter((event) => Array.isArray(raw) && raw.includes(event));
	if (chosen.length > 0) return chosen;
	throw new InputError("'Trigger On' is empty: choose at least one event");
}

/** Only one event has a recording. */
function readDownload(wanted: boolean, events: EventName[]): boolean {
	if (!wanted || events.includes('recordingReady')) return wanted;
	throw new InputError("'Download Recording' needs the event Recording Ready: add it to 'Trigger On', or remove the option");
}

/** Throws an InputError that names the field. */
export function readSettings(context: Pick<ITriggerFunctions, 'getNode' | 'getNodeParameter' | 'getTimezone'>): Settings {
	const given = readAdditional(options, context.getNodeParameter('options', {}) as IDataObject);
	const instance = readField(instanceId, context.getNodeParameter('instanceId'));
	const events = readEvents(context.getNodeParameter('events'));
	return {
		events,
		simplify: context.getNodeParameter('simplify', true) !== false,
		values: { ...readAdditional(filters, context.getNodeParameter('filters', {}) as IDataObject), instanceId: instance },
		fetchMissed: given.fetchMissed !== false,
		downloadRecording: readDownload(given.downloadRecording === true, events),
		recordingHosts: (given.recordingHosts ?? []) as string[],
		retryPlan: retryPlanOf(context),
		longestCallMs: Number(given.longestCallMinutes ?? options.longestCallMinutes.property.default) * 60_000,
	};
}
