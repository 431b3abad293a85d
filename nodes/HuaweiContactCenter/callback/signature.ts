import { createHmac } from 'node:crypto';
import { isSame } from '../../common/trigger/isSame';
import type { Refusal } from '../../common/trigger/refusal';
import { jsonText } from '../../common/vendor/json';
import { isObject, type Json, type JsonObject } from '../../common/vendor/tidyJson';
import { text } from '../../common/vendor/values';

const OF_THE_SIGNATURE = new Set(['timestamp', 'nonce', 'signature']);

/** A value as Java prints it: Huawei's sample signs the text of a map. */
function printed(value: Json | undefined): string {
	return typeof value === 'object' && value !== null ? (jsonText(value) ?? '') : String(value ?? null);
}

/** The signed fields, `a=1,b=2`, by name and without blanks. */
export function signedFields(body: JsonObject): string {
	const names = Object.keys(body).filter((name) => !OF_THE_SIGNATURE.has(name)).sort();
	return names.map((name) => `${name}=${printed(body[name])}`).join(',').replace(/\s/g, '');
}

/**
 * Base64(HMAC-SHA256(key, key_timestamp_nonce_fields)). Source: "Signature verification of callbacks" (cec_07_2804), whose sample in
 * Java decides where the text is unclear.
 */
export function callbackSignature(sharedKey: string, timestamp: string, nonce: string, fields: string): string {
	return createHmac('sha256', sharedKey).update(`${sharedKey}_${timestamp}_${nonce}_${fields}`, 'utf8').digest('base64');
}

/** The text of a Java map stands in braces; the page leaves open whether they are signed. */
function isSigned(body: JsonObject, sharedKey: string, { timestamp, nonce, signature }: Record<string, string>): boolean {
	const fields = signedFields(body);
	return [fields, `{${fields}}`].some((form) => isSame(signature ?? '', callbackSignature(sharedKey, timestamp ?? '', nonce ?? '', form)));
}

export function refuseSignature(body: Json, sharedKey: string): Refusal | undefined {
	const given = isObject(body) ? body : {};
	const [timestamp, nonce, signature] = [text(given.timestamp), text(given.nonce), text(given.signature)];
	if (timestamp === null || nonce === null || signature === null) {
		return {
			status: 401,
			reason: 'The callback has no signature. Huawei signs only the hang-up callbacks of calls that were created with a callback URL',
		};
	}
	return isSigned(given, sharedKey, { timestamp, nonce, signature }) ? undefined : { status: 401, reason: 'The signature of the callback is wrong' };
}
