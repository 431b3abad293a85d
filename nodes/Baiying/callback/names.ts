/**
 * Names for Baiying's numbers. Sources: https://api.byrobot.cn/doc/v2/ (call record and job status callbacks) and, for 12, 23 and 25,
 * https://open.byai.com/v2/event-callbacks/call-instance.html.
 */

export interface FinishStatus {
	/** `finishStatus` in the callback. */
	code: number;
	/** `outcome` in the output. */
	outcome: string;
	/** How the editor shows it. */
	label: string;
}

export const FINISH_STATUSES: readonly FinishStatus[] = [
	{ code: 0, outcome: 'answered', label: 'Answered' },
	{ code: 1, outcome: 'rejected', label: 'Rejected' },
	{ code: 2, outcome: 'unreachable', label: 'Unreachable' },
	{ code: 3, outcome: 'callerNumberUnavailable', label: 'Caller Number Unavailable' },
	{ code: 4, outcome: 'emptyNumber', label: 'Empty Number' },
	{ code: 5, outcome: 'poweredOff', label: 'Powered Off' },
	{ code: 6, outcome: 'busy', label: 'Busy' },
	{ code: 7, outcome: 'suspended', label: 'Suspended' },
	{ code: 8, outcome: 'noAnswer', label: 'No Answer' },
	{ code: 9, outcome: 'callerInArrears', label: 'Caller in Arrears' },
	{ code: 10, outcome: 'callLoss', label: 'Call Loss' },
	{ code: 11, outcome: 'blacklisted', label: 'Blacklisted' },
	{ code: 12, outcome: 'riskIntercepted', label: 'Intercepted by Risk Control' },
	{ code: 22, outcome: 'lineBlindSpot', label: 'Line Blind Spot' },
	{ code: 23, outcome: 'outboundIntercepted', label: 'Outbound Call Intercepted' },
	{ code: 25, outcome: 'noAvailableLine', label: 'No Line Available' },
];

/** `unknown` for a number that nobody documents. */
export function outcomeOf(finishStatus: number | null): string {
	return FINISH_STATUSES.find(({ code }) => code === finishStatus)?.outcome ?? 'unknown';
}

/** The list as it stands since mid-2019; the older one calls 3 "scheduling" and 9 "account in arrears". */
const JOB_STATUS_NAMES = [
	'notStarted',
	'running',
	'completed',
	'runnable',
	'pausedByUser',
	'pausedBySystem',
	'terminated',
	'queued',
	'aiExpired',
	'lineInArrears',
	'smsInArrears',
];

export function jobStatusName(status: number | null): string {
	return JOB_STATUS_NAMES[status ?? -1] ?? 'unknown';
}

export function jobTypeName(jobType: number | null): string | null {
	if (jobType === null) return null;
	return { 1: 'scheduled', 2: 'manual' }[jobType] ?? 'unknown';
}

export function transferStatusName(status: number | null): string | null {
	if (status === null) return null;
	return ['none', 'succeeded', 'failed'][status] ?? 'unknown';
}

export function hungUpBy(hangUp: number | null): string | null {
	if (hangUp === null) return null;
	return ['robot', 'customer'][hangUp] ?? 'unknown';
}

const SPEAKERS: ReadonlyMap<string, string> = new Map([
	['AI', 'robot'],
	['ME', 'customer'],
]);

/** A speaker that nobody documents keeps Baiying's word for it. */
export function speakerName(speaker: string | null): string | null {
	return speaker === null ? null : (SPEAKERS.get(speaker) ?? speaker);
}

export const INTENTION_GRADES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
