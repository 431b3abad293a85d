import type { JsonObject } from '../../common/vendor/tidyJson';
import { resultBy, type CallResult, type Result, type ResultRow, type TryAgain } from '../../common/vendor/callResult';
import { amount, text } from '../../common/vendor/values';

export type CallType = 'twoPartyCall' | 'voiceNotification';

const HANG_UP = 'cec_07_1319';
const RELEASE = 'cec_07_2805';
const FAIL_CODES = 'cec_07_1139';

function row(says: Record<string, string>, callResult: CallResult, source: string, tryAgain?: TryAgain): ResultRow {
	return { says, callResult, source, ...(tryAgain && { tryAgain }) };
}

/** `talked` is not Huawei's: it is `no` where the callback says that nobody talked. */
export const TWO_PARTY_RESULTS: ResultRow[] = [
	row({ releaseReason: '0', talked: 'no' }, 'rejected', `${HANG_UP}: the called party hung up, without a word on talking`),
	row({ releaseReason: '0' }, 'answered', `${HANG_UP}: the called party hung up`),
	row({ releaseReason: '1', talked: 'no' }, 'noAnswer', `${HANG_UP}: the calling party hung up, without a word on talking`),
	row({ releaseReason: '1' }, 'answered', `${HANG_UP}: the calling party hung up`),
	row({ releaseReason: '2' }, 'lineFault', `${HANG_UP}: the calling party could not be called, so the called party was not`),
	row({ releaseReason: '3' }, 'unreachable', `${HANG_UP}: the called party could not be called`),
	row({ releaseReason: '4' }, 'lineFault', `${HANG_UP}: the calling party did not answer, so the called party was not called`),
	row({ releaseReason: '5' }, 'noAnswer', `${HANG_UP}: the called party did not answer`),
];

export const NOTIFICATION_RESULTS: ResultRow[] = [
	row({ releaseReason: '0' }, 'answered', `${RELEASE}: answered, then the called party hung up`),
	row({ releaseReason: '1' }, 'answered', `${RELEASE}: answered and played to the end`),
	row({ releaseReason: '4' }, 'noAnswer', `${RELEASE}: rejected, or not answered in time`),
	row({ releaseReason: '6' }, 'unreachable', `${RELEASE}: failed before it rang`),
	row({ releaseReason: '8' }, 'lineFault', `${RELEASE}: no resources`),
	row({ releaseReason: '9' }, 'lineFault', `${RELEASE}: waited too long for resources`),
	row({ releaseReason: '10' }, 'blocked', `${RELEASE}: calls to it are restricted`),
	row({ releaseReason: '999' }, 'lineFault', `${RELEASE}: the conference for recording failed`),
];

function failed(failCode: string, callResult: CallResult, said: string, tryAgain?: TryAgain): ResultRow {
	return row({ callStatus: '5', failCode }, callResult, `${FAIL_CODES}: ${said}`, tryAgain);
}

export const CAMPAIGN_RESULTS: ResultRow[] = [
	row({ callStatus: '6' }, 'answered', 'cec_07_0788: succeeded'),
	failed('00129', 'invalidNumber', 'the number does not exist'),
	failed('00145', 'busy', 'the line is busy'),
	failed('00146', 'noAnswer', 'nobody answered'),
	failed('00147', 'noAnswer', 'nobody answered'),
	failed('00149', 'rejected', 'rejected'),
	failed('00208', 'poweredOff', 'the phone is turned off'),
	failed('00209', 'suspended', 'out of service'),
	failed('00531', 'rejected', 'the user hung up'),
	failed('00537', 'busy', 'the line is busy'),
	failed('00538', 'invalidNumber', 'the number does not exist or is wrong'),
	failed('00548', 'poweredOff', 'the phone is turned off'),
	failed('00549', 'unreachable', 'out of the service area'),
	failed('00551', 'rejected', 'the user hung up'),
	failed('00601', 'abandoned', 'the user hung up before somebody answered'),
	failed('00602', 'lineFault', 'no resources'),
	failed('00603', 'noAnswer', 'nobody answered'),
	failed('00604', 'rejected', 'rejected'),
	failed('00605', 'lineFault', 'no resources'),
	failed('00701', 'abandoned', 'the user left the queue'),
	failed('00702', 'abandoned', 'the time in the queue ran out'),
	failed('01040', 'noAnswer', 'it rang for too long'),
	failed('01043', 'lineFault', 'a fault of the platform'),
	failed('01046', 'lineFault', 'a fault of the platform'),
	failed('01048', 'lineFault', 'no resources'),
	failed('01049', 'lineFault', 'a fault of the platform'),
	failed('34601', 'lineFault', 'the platform has no such task'),
	failed('34605', 'invalidNumber', 'no number'),
	failed('34606', 'lineFault', 'too many calls at a time'),
	failed('34608', 'unknown', 'no result in time'),
	failed('34611', 'lineFault', 'a fault of the platform'),
];

/** Whether the callback says that nobody talked; one that says nothing about it leaves that open. */
function talked({ talkDuration, talkingTime }: JsonObject): string {
	return talkingTime === '' || (text(talkingTime) === null && amount(talkDuration) === 0) ? 'no' : 'yes';
}

/** The vendor's code as it is documented, also from a number. */
function said(body: JsonObject, name: string): string {
	return text(body[name])?.trim() ?? '';
}

export function resultOfCall(callType: CallType, body: JsonObject): Result {
	const rows = callType === 'twoPartyCall' ? TWO_PARTY_RESULTS : NOTIFICATION_RESULTS;
	return resultBy(rows, { releaseReason: said(body, 'releaseReason'), talked: talked(body) });
}

export function resultOfCampaignCall(entry: JsonObject): Result {
	return resultBy(CAMPAIGN_RESULTS, { callStatus: said(entry, 'callStatus'), failCode: said(entry, 'failCode').padStart(5, '0') });
}
