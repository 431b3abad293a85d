import type { IDataObject } from 'n8n-workflow';
import { resultBy, type CallResult, type Result, type ResultRow } from '../../../common/vendor/callResult';

const RECORD = 'GetCallDetailRecord';
const LIST = 'ListCallDetailRecordsV2';
const SIP = 'RFC 3261';

function disposition(contactDisposition: string, callResult: CallResult, said: string): ResultRow {
	return { says: { contactDisposition }, callResult, source: `${RECORD}: ${said}` };
}

/** In a predictive call, the flow begins when the customer has answered. */
function inFlow(contactDisposition: string, said: string): ResultRow {
	return { says: { contactType: 'PREDICTIVE', contactDisposition }, callResult: 'answered', source: `${RECORD}: ${said}` };
}

function announced(earlyMediaState: string, callResult: CallResult, said: string): ResultRow {
	return { says: { earlyMediaState }, callResult, source: `${LIST}: ${said}` };
}

function sip(releaseReason: string, callResult: CallResult, said: string): ResultRow {
	return { says: { releaseReason }, callResult, source: `${SIP}: ${said}` };
}

/**
 * What the records of Alibaba Cloud Call Center say about the end of a call; the first line that fits counts. A disposition that says
 * more than that nobody answered comes first. Then comes what the network announced, then the SIP code of the release reason, to
 * which the vendor's page refers.
 *
 * Source: GetCallDetailRecord and ListCallDetailRecordsV2, api.aliyun.com/document/CCC/2020-07-01; RFC 3261, section 21.
 */
export const RESULTS: ResultRow[] = [
	disposition('Success', 'answered', 'ended normally'),
	disposition('Reject', 'rejected', 'the customer rejected the call'),
	inFlow('AbandonedInIVR', 'ended in the IVR, which is also the default for a flow that never transfers to an agent'),
	inFlow('AbandonedInVoiceNavigator', 'the customer hung up in the intelligent navigation'),
	inFlow('ForwardToOutsideNumber', 'forwarded to an outside number'),
	disposition('AbandonedInIVR', 'abandoned', 'the customer hung up in the IVR'),
	disposition('AbandonedInVoiceNavigator', 'abandoned', 'the customer hung up in the intelligent navigation'),
	disposition('AbandonedInQueue', 'abandoned', 'the customer hung up in the queue'),
	disposition('AbandonedInRing', 'abandoned', "the customer hung up while the agent's phone rang"),
	disposition('QueuingTimeout', 'abandoned', 'the time in the queue ran out'),
	disposition('QueuingFailed', 'abandoned', 'the transfer to an agent failed'),
	disposition('QueuingOverflow', 'abandoned', 'the queue was full'),
	disposition('IVRException', 'lineFault', 'the IVR failed'),
	disposition('Voicemail', 'unknown', 'transferred to the voicemail, without a word on whether anything was said'),
	disposition('ForwardToOutsideNumber', 'unknown', 'forwarded to an outside number, without a word on whether anybody answered there'),
	announced('Busy', 'busy', 'the line is busy'),
	announced('NoAnswer', 'noAnswer', 'nobody answered'),
	announced('NotConnected', 'unreachable', 'cannot be connected'),
	announced('NotExist', 'invalidNumber', 'the number does not exist'),
	announced('OutOfService', 'suspended', 'out of service'),
	announced('PowerOff', 'poweredOff', 'the phone is turned off'),
	announced('Restricted', 'blocked', 'calls to it are restricted'),
	sip('404', 'invalidNumber', 'Not Found'),
	sip('410', 'invalidNumber', 'Gone, without a new address'),
	sip('480', 'unreachable', 'Temporarily Unavailable'),
	sip('484', 'invalidNumber', 'Address Incomplete'),
	sip('486', 'busy', 'Busy Here'),
	sip('500', 'lineFault', 'Server Internal Error'),
	sip('502', 'lineFault', 'Bad Gateway'),
	sip('503', 'lineFault', 'Service Unavailable'),
	sip('504', 'lineFault', 'Server Time-out'),
	sip('600', 'busy', 'Busy Everywhere'),
	sip('603', 'rejected', 'Decline'),
	sip('604', 'invalidNumber', 'Does Not Exist Anywhere'),
	disposition('NoAnswer', 'noAnswer', 'the customer did not answer'),
];

/** `486:USER_BUSY` -> `486`. */
function sipCode(releaseReason: unknown): string | undefined {
	return /^\d{3}(?!\d)/.exec(String(releaseReason ?? ''))?.[0];
}

/** The result of a call that is known to be over. */
export function endedResult(record: IDataObject): Result {
	return resultBy(RESULTS, { ...record, releaseReason: sipCode(record.releaseReason) });
}

/** Whether the call of a record is over: the vendor then knows when it ended. */
export function isEnded({ releaseTime }: IDataObject): boolean {
	return Number(releaseTime) > 0;
}

/** The result of a record's call; nothing as long as the call lasts. */
export function callResultOf(record: IDataObject): Partial<Result> {
	return isEnded(record) ? endedResult(record) : {};
}
