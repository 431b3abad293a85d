import type { IDataObject } from 'n8n-workflow';
import { resultBy, type CallResult, type ResultRow } from '../../common/vendor/callResult';
import { textOf } from './rows';

const CODES = 'cec_07_1139';

function failed(failCode: string, callResult: CallResult, said: string): ResultRow {
	return { says: { failCode }, callResult, source: `${CODES}: ${said}` };
}

/**
 * What CC-iSales says about the end of a call; the first line that fits counts. It says of 00531 and 00551 that the customer hung up,
 * but not whether that was before the call was answered, so they stay unknown. So do codes whose meaning is not published.
 *
 * Source: the failure codes of outbound calls (cec_07_1139) and the result push (cec_07_0788), support.huaweicloud.com/api-ccfs-cec.
 */
export const RESULTS: ResultRow[] = [
	{ says: { callStatus: '6' }, callResult: 'answered', source: 'cec_07_0788: the call succeeded' },
	failed('00000', 'answered', 'the call succeeded'),
	failed('00129', 'invalidNumber', 'the number does not exist'),
	failed('00145', 'busy', 'the customer is busy'),
	failed('00146', 'noAnswer', 'the customer did not answer'),
	failed('00147', 'noAnswer', 'the customer did not answer'),
	failed('00149', 'rejected', 'the customer rejected the call'),
	failed('00208', 'poweredOff', 'the phone is turned off'),
	failed('00209', 'suspended', 'the number is out of service'),
	failed('00537', 'busy', 'the customer is busy'),
	failed('00538', 'invalidNumber', 'the number does not exist or is wrong'),
	failed('00548', 'poweredOff', 'the phone is turned off'),
	failed('00549', 'unreachable', 'the phone is out of the service area'),
	failed('00601', 'rejected', 'the customer hung up before the answer'),
	failed('00603', 'noAnswer', 'the customer did not answer'),
	failed('00604', 'rejected', 'the customer rejected the call'),
	failed('00701', 'abandoned', 'the customer left the queue'),
	failed('00702', 'abandoned', 'the time in the queue ran out'),
	failed('00602', 'lineFault', 'no resource was free'),
	failed('00605', 'lineFault', 'no resource was free'),
	failed('01048', 'lineFault', 'no resource was free'),
	failed('01040', 'noAnswer', 'the phone rang until the time ran out'),
	failed('34601', 'lineFault', 'the platform has no such task'),
	failed('34605', 'invalidNumber', 'the number does not exist'),
	failed('34606', 'lineFault', 'the call was not placed, because too many calls were going on'),
	failed('34611', 'lineFault', 'a system fault'),
];

/** Where the signature of a storage address begins. */
const SIGNATURE = /\?.*$/;

/** The address of a recording without its signature, which opens the recording to anybody. */
export function unsigned(recordPath: string): string {
	return recordPath.replace(SIGNATURE, '');
}

/** A result whose recording's address is not signed. */
export function withoutSignature(row: IDataObject): IDataObject {
	return typeof row.recordPath === 'string' ? { ...row, recordPath: unsigned(row.recordPath) } : row;
}

/** A result of a campaign as the node and the trigger return it, in the vendor's names and the common words. */
export function campaignResult(row: IDataObject): IDataObject {
	const { callStatus, failCode } = row;
	return {
		campaignId: textOf(row.campaignId),
		sessionId: textOf(row.sessionId),
		called: textOf(row.called),
		calledAt: textOf(row.callTimeStr),
		...resultBy(RESULTS, { callStatus, failCode }),
		failCode: textOf(failCode),
		resultCode: textOf(row.resultCode),
		callId: textOf(row.callId),
		customField: textOf(row.customField),
		hasRecording: textOf(row.recordPath) !== undefined,
	};
}
