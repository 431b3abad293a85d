import type { JsonObject } from '../../common/vendor/tidyJson';
import { amount, text } from '../../common/vendor/values';
import { resultOfCall, type CallType } from './callResult';
import { callTime } from './callTime';

/** Fields that a two-party call has and a voice notification, with only one party, lacks. */
const OF_TWO_PARTIES = ['serviceNo', 'caller', 'agentAlertingTime', 'agentTalkingTime', 'agentReleaseTime', 'agentTalkDuration'];

function callTypeOf(body: JsonObject): CallType {
	return OF_TWO_PARTIES.some((name) => name in body) ? 'twoPartyCall' : 'voiceNotification';
}

/**
 * A two-party call or a voice notification that has ended. Sources: the hang-up callback of two-party calls (cec_07_1319) and the
 * release callback of voice notifications (cec_07_2805).
 */
export function callEnded(body: JsonObject): JsonObject {
	const callType = callTypeOf(body);
	return {
		callSerialNo: text(body.callSerialNo),
		callType,
		serviceNo: text(body.serviceNo),
		called: text(body.called),
		callerNumber: text(body.caller),
		callerPresent: text(body.callerPresent),
		...resultOfCall(callType, body),
		releaseReason: amount(body.releaseReason),
		durationSeconds: amount(body.talkDuration),
		createdAt: callTime(body.createCallTime),
		ringingAt: callTime(body.alertingTime),
		answeredAt: callTime(body.talkingTime),
		endedAt: callTime(body.releaseTime),
		recordingFile: text(body.recordfile),
		callData: text(body.callData),
	};
}
