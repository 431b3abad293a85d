import type { JsonObject } from '../../common/vendor/tidyJson';
import { resultBy, type CallResult, type Result, type ResultRow, type TryAgain } from '../../common/vendor/callResult';
import { amount, text } from '../../common/vendor/values';
import { RESULTS as CAMPAIGN_RESULTS } from '../isales/results';

export type CallType = 'twoPartyCall' | 'voiceNotification';

const HANG_UP = 'cec_07_1319';
const RELEASE = 'cec_07_2805';

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
	row({ releaseReason: '4' }, 'noAnswer', `${HANG_UP}: the calling party did not answer, so the called party was not called`, 'soon'),
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

/** A code that came as a number has lost its leading zeros. */
function codeOf(written: string): string {
	return written === '' ? '' : written.padStart(5, '0');
}

export function resultOfCampaignCall(entry: JsonObject): Result {
	return resultBy(CAMPAIGN_RESULTS, { callStatus: said(entry, 'callStatus'), failCode: codeOf(said(entry, 'failCode')) });
}
