import { HuaweiAiccApi } from '../../../../credentials/HuaweiAiccApi.credentials';
import { callbackSignature, signedFields } from '../../../../nodes/HuaweiContactCenter/callback/signature';
import { HuaweiContactCenterCallbackTrigger } from '../../../../nodes/HuaweiContactCenter/HuaweiContactCenterCallbackTrigger.node';
import type { JsonObject } from '../../../../nodes/common/vendor/tidyJson';
import { startWebhook, type RunningTrigger, type TriggerSetup, type TriggerUnderTest } from '../../../support/webhook';

export const TOKEN = 'sandbox-callback-token';
export const KEY = 'sandbox-callback-key';
export const SECRETS = { callbackToken: TOKEN, callbackKey: KEY };

export function huawei(): TriggerUnderTest {
	return {
		type: new HuaweiContactCenterCallbackTrigger(),
		credential: new HuaweiAiccApi(),
		empty: { baseUrl: 'http://127.0.0.1:1', appKey: '', appSecret: '', callbackToken: '', callbackKey: '' },
	};
}

export async function startCallbacks(setup: TriggerSetup = {}): Promise<RunningTrigger> {
	return await startWebhook(huawei(), setup);
}

export const answered = (): JsonObject => ({ callSerialNo: '1166113640020119558', serviceNo: '62', called: '13720000000', callData: 'order=4711' });

/** Cec_07_1319, with values in the form of the release callback's sample. */
export const hungUp = (change: JsonObject = {}): JsonObject => ({
	callSerialNo: '1166113640020119558',
	serviceNo: '62',
	called: '13720000000',
	caller: '13918140000',
	callerPresent: '02160000000',
	callData: 'order=4711',
	createCallTime: '2022/02/17,13:10:06:836',
	alertingTime: '2022/02/17,13:10:12:101',
	talkingTime: '2022/02/17,13:10:20:500',
	releaseTime: '2022/02/17,13:10:47:012',
	talkDuration: '27',
	recordfile: 'y:/1/0/20220217/120/1310488.V3',
	locationId: '0',
	releaseReason: '0',
	...change,
});

/** Cec_07_2805. */
export const notified = (change: JsonObject = {}): JsonObject => ({
	callSerialNo: '1166113640020119559',
	called: '13720000000',
	callerPresent: '02160000000',
	createCallTime: '2022/02/17,13:10:06:836',
	alertingTime: '2022/02/17,13:10:12:101',
	talkingTime: '2022/02/17,13:10:20:500',
	releaseTime: '2022/02/17,13:10:47:012',
	talkDuration: 27,
	recordfile: '',
	locationId: '',
	releaseReason: 1,
	...change,
});

/** Cec_07_0788. */
export const campaignCall = (change: JsonObject = {}): JsonObject => ({
	campaignId: '1405893',
	sessionId: 'customer-1',
	called: '13720000000',
	callTimeStr: '2022-02-17 13:10:06',
	callStatus: '6',
	failCode: '00000',
	vdnId: '1',
	callId: '1645074606-1',
	customField: 'gold',
	recordPath: 'https://obs.example.com/1.wav?Signature=1',
	...change,
});

/** The body with Huawei's signature. */
export function signed(body: JsonObject, key = KEY): JsonObject {
	const [timestamp, nonce] = ['1645074647012', 'a1b2c3'];
	return { ...body, timestamp, nonce, signature: callbackSignature(key, timestamp, nonce, signedFields(body)) };
}
