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

const OUTCOMES: ReadonlyMap<number | null, string> = new Map(FINISH_STATUSES.map(({ code, outcome }) => [code, outcome]));

/** `unknown` for an undocumented number. */
export function outcomeOf(finishStatus: number | null): string {
	return OUTCOMES.get(finishStatus) ?? 'unknown';
}

/** The names since mid-2019; before, 3 was "scheduling" and 9 "account in arrears". */
const JOB_STATUSES: ReadonlyMap<number | null, string> = new Map([
	[0, 'notStarted'],
	[1, 'running'],
	[2, 'completed'],
	[3, 'runnable'],
	[4, 'pausedByUser'],
	[5, 'pausedBySystem'],
	[6, 'terminated'],
	[7, 'queued'],
	[8, 'aiExpired'],
	[9, 'lineInArrears'],
	[10, 'smsInArrears'],
]);

export function jobStatusName(status: number | null): string {
	return JOB_STATUSES.get(status) ?? 'unknown';
}

/** Null when the callback has no number, `unknown` when the number is undocumented. */
function nameOf(names: ReadonlyMap<number, string>, code: number | null): string | null {
	return code === null ? null : (names.get(code) ?? 'unknown');
}

const JOB_TYPES: ReadonlyMap<number, string> = new Map([
	[1, 'scheduled'],
	[2, 'manual'],
]);

export function jobTypeName(jobType: number | null): string | null {
	return nameOf(JOB_TYPES, jobType);
}

const TRANSFER_STATUSES: ReadonlyMap<number, string> = new Map([
	[0, 'none'],
	[1, 'succeeded'],
	[2, 'failed'],
]);

export function transferStatusName(status: number | null): string | null {
	return nameOf(TRANSFER_STATUSES, status);
}

const PARTIES: ReadonlyMap<number, string> = new Map([
	[0, 'robot'],
	[1, 'customer'],
]);

export function hungUpBy(hangUp: number | null): string | null {
	return nameOf(PARTIES, hangUp);
}

const SPEAKERS: ReadonlyMap<string, string> = new Map([
	['AI', 'robot'],
	['ME', 'customer'],
]);

/** An undocumented speaker keeps Baiying's name. */
export function speakerName(speaker: string | null): string | null {
	return speaker === null ? null : (SPEAKERS.get(speaker) ?? speaker);
}

/** Baiying documents A to F; integrations in production also take S, which ranks with A. */
export const INTENTION_GRADES = ['A', 'B', 'C', 'D', 'E', 'F', 'S'] as const;
