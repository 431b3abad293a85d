import type { JsonObject } from '../../common/vendor/tidyJson';
import { amount, text } from '../../common/vendor/values';
import { unsigned } from '../isales/results';
import { resultOfCampaignCall } from './callResult';
import { callTime } from './callTime';

/** One call of a campaign. Source: pushing outbound call results (cec_07_0788). */
export function campaignResult(entry: JsonObject): JsonObject {
	const recordPath = text(entry.recordPath);
	return {
		campaignId: text(entry.campaignId),
		sessionId: text(entry.sessionId),
		callId: text(entry.callId),
		called: text(entry.called),
		...resultOfCampaignCall(entry),
		callStatus: amount(entry.callStatus),
		failCode: text(entry.failCode),
		calledAt: callTime(entry.callTimeStr),
		vdnId: text(entry.vdnId),
		customField: text(entry.customField),
		recordPath: recordPath === null ? null : unsigned(recordPath),
	};
}
