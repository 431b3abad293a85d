/**
 * What a result code means: nothing was done (`refused`; `value` if that is because of a value), nothing was done and it may be done
 * later (`throttled`), or it does not show what was done (`unknown`).
 */
export type Meaning = readonly [kind: 'refused' | 'value' | 'throttled' | 'unknown', text: string];

export type Meanings = ReadonlyMap<string, Meaning>;

/** Of queries; whatever fails, nothing was done. */
export const QUERY: Meanings = new Map();

/** Source: createCall V1 and V3 (cec_07_1303, cec_07_0053), tables 3 and 4; the codes with eight digits are those of ITA calls. */
export const TWO_PARTY_CALL: Meanings = new Map<string, Meaning>([
	['1', ['unknown', 'Huawei already has such a call, perhaps because the request arrived twice, so the phones may ring']],
	['2', ['value', "Huawei did not accept 'Call Data'. Shorten it to 1024 characters"]],
	['3', ['unknown', 'Huawei found no serial number for the call, which does not show whether the phones ring']],
	['5', ['value', "Huawei did not accept the format of a number. Check 'Caller', 'Called' and 'Displayed Number'"]],
	['6', ['refused', 'The virtual call center (VDN) of the tenant is not available. Ask Huawei to enable it']],
	['8', ['refused', "'Caller' or 'Softphone Number' is not one of the softphone numbers of the tenant's mobile agents. Enter one of those"]],
	['16', ['refused', "The tenant is on trial, and the agent's number is not on its list of admitted numbers"]],
	['21', ['refused', 'The tenant is on trial and has made its 10 two-party calls of the day']],
	['90100100', ['value', 'Huawei did not accept the values. ITA calls know neither Call Data nor displayed numbers: remove those']],
	['90100200', ['refused', 'The carrier did not accept the signature of the tenant. Ask Huawei about the settings for two-party calls']],
	['90100300', ['value', 'The carrier did not accept the request. Check the numbers']],
	['90100400', ['refused', 'The carrier does not know what the request refers to. Ask Huawei about the settings for two-party calls']],
	['90100600', ['unknown', 'The carrier reports an internal error, which does not show whether the phones ring']],
	['90102001', ['refused', "The tenant's balance is used up. Top it up"]],
	['90102002', ['refused', 'The carrier limits the calls of the tenant. Try again later, or ask Huawei']],
	['90104001', ['refused', 'The tenant may not make this call. Ask Huawei about its rights']],
	['90104003', ['refused', 'The carrier forbids this call. Ask Huawei why']],
	['90104004', ['refused', 'The carrier does not offer this kind of call. Ask Huawei about the settings for two-party calls']],
	['90104008', ['unknown', 'The carrier did not finish in time or failed, which does not show whether the phones ring']],
	['90104029', ['throttled', 'The carrier is receiving too many requests. Lower "Requests per Second" in the options']],
	['90106001', ['unknown', 'The two numbers are already bound to each other, perhaps because the request arrived twice, so the phones may ring']],
	['90106002', ['refused', 'The two numbers are not bound to each other. Ask Huawei about the privacy numbers of the tenant']],
	['90106003', ['refused', 'No privacy number is free. Try again later, or ask Huawei for more']],
	['90106004', ['refused', 'No privacy number fits the call. Ask Huawei about the privacy numbers of the tenant']],
	['90106005', ['refused', 'The privacy number is bound to other numbers. Ask Huawei about the privacy numbers of the tenant']],
	['90106006', ['unknown', 'The privacy number caused an error that Huawei does not name, which does not show whether the phones ring']],
	['90106010', ['refused', 'A policy of the carrier forbids this call']],
	['90106011', ['refused', 'The caller is not allowed to make this call']],
	['90106012', ['refused', 'The called number must not be called']],
]);

/** Source: createVoiceNotification V1 and V2 (cec_07_2801, cec_07_2802), the tables of result codes. */
export const NOTIFICATION: Meanings = new Map<string, Meaning>([
	['1', ['unknown', 'Huawei has not finished an earlier notification, perhaps because the request arrived twice, so the phone may ring']],
	['2', ['value', 'Huawei did not accept the call data']],
	['3', ['unknown', 'Huawei found no serial number for the notification, which does not show whether the phone rings']],
	['4', ['value', 'Huawei did not accept the softphone number']],
	['5', ['value', "Huawei did not accept the called number. Check 'Called'"]],
	['6', ['refused', 'The virtual call center (VDN) of the tenant is not enabled. Ask Huawei to enable it']],
	['7', ['value', "Huawei did not accept 'Displayed Number'. Choose one of the tenant's access codes"]],
	['8', ['value', "Huawei did not accept what is to be played. Check the voices or 'Text', which may have 1000 characters"]],
	['9', ['value', "Huawei did not accept 'Callback URL'. Its host must be on the tenant's list of admitted hosts"]],
	['10', ['value', "Huawei did not accept 'Play Times'. Use 1 to 5"]],
	['11', ['value', 'Huawei wants 1 to 5 voices']],
	['12', ['value', 'Huawei got neither a voice nor a template']],
	['13', ['value', "A value in 'Template Parameters' is longer than 32 bytes. Shorten it"]],
	['14', ['value', "A value in 'Template Parameters' has one of the characters $ { }. Remove it"]],
	['15', ['value', "Huawei wants 1 to 10 values in 'Template Parameters'"]],
	['16', ['refused', 'The tenant is on trial, and the called number is not on its list of admitted numbers']],
	['17', ['refused', 'The voice or the template does not exist. Choose another one']],
	['18', ['refused', 'The voice or the template is not meant for voice notifications. Choose another one']],
	['19', ['refused', 'The voice or the template has not been submitted for review']],
	['20', ['refused', 'The voice or the template is still under review. Try again later']],
	['21', ['refused', 'The voice or the template did not pass the review. Choose another one']],
	['22', ['refused', "'Template' is a recording. Choose a text template, or play it as a voice"]],
	['23', ['refused', "One of the voices is a text template. Choose a recording, or play it as a template"]],
	['36', ['value', "Huawei did not accept 'Priority'. Use 1 to 9"]],
]);

/** Source: queryCallState (cec_07_1306). */
export const CALL_STATE: Meanings = new Map<string, Meaning>([
	['1', ['unknown', 'Huawei could not look the state of the call up']],
	['3', ['value', "Huawei did not accept 'Call Serial Number'. Enter the one that Create returned"]],
]);

/** Source: queryCallDetailRecord (productsdesc-bms_85413ed9a895bfd5dc761f6ccf0d6dcesupport1). */
export const CALL_RECORDS: Meanings = new Map<string, Meaning>([
	['2', ['value', "Huawei did not accept 'Start Date' or 'End Date'"]],
	['4', ['value', 'Huawei did not accept the place in the list']],
	['12', ['value', "Huawei did not accept 'Caller'"]],
]);
