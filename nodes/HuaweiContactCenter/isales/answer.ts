import type { IDataObject } from 'n8n-workflow';
import { VendorError } from '../../common/vendor/errors';
import { parsedJson, quoteLongIntegers } from '../../common/vendor/json';
import type { SignedAnswer } from './send';
import { refusal, SUCCESS } from './vendorErrors';

export function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function bodyOf(text: string): IDataObject {
	const body = parsedJson(quoteLongIntegers(text));
	return isObject(body) ? body : {};
}

function firstText(values: unknown[]): string | undefined {
	const found = values.find((value) => (typeof value === 'string' && value !== '') || typeof value === 'number');
	return found === undefined ? undefined : String(found);
}

function failureOf(status: number): 'throttled' | 'refused' | 'noAnswer' {
	if (status === 429) return 'throttled';
	return status >= 300 && status < 500 && status !== 408 ? 'refused' : 'noAnswer';
}

const BY_STATUS = new Map([
	[401, 'The contact center did not accept the signature. Check the access key and the secret key in the credential, and the clock of the n8n server'],
	[429, 'The contact center is receiving too many requests. Lower "Requests per Second" in the options, or run fewer workflows at the same time'],
]);

function notTheVendor(status: number, host: string): VendorError {
	const message = BY_STATUS.get(status) ?? `The answer from ${host} is not from the contact center (HTTP status ${status}). Check the base URL in the credential, and any proxy in between`;
	return new VendorError({ failure: failureOf(status), code: `HTTP ${status}`, message, httpStatus: status });
}

/** Of the other interfaces with this signature; each has its own first digits. */
const OTHER_SUCCESS = /^0\d00000$/;

/** The body of an answer of any interface with this signature. One without a result code is returned as it is. Throws a VendorError. */
export function anyAnswerOf(answer: SignedAnswer): IDataObject {
	const body = bodyOf(answer.text);
	const code = firstText([body.resultCode, body.returnCode]);
	const isFine = answer.status >= 200 && answer.status < 300;
	return isFine && (code === undefined || OTHER_SUCCESS.test(code)) ? body : answerOf(answer);
}

/**
 * The body of an answer. Both pairs of names (`resultCode`, `returnCode`) may be there; the vendor's pages differ.
 *
 * @throws VendorError for any answer that doesn't explicitly report success
 */
export function answerOf({ status, text, host, secrets }: SignedAnswer): IDataObject {
	const body = bodyOf(text);
	const code = firstText([body.resultCode, body.returnCode]);
	if (code === undefined || status === 401 || status === 429) throw notTheVendor(status, host);
	if (code !== SUCCESS) throw refusal({ code, said: firstText([body.resultDesc, body.returnDesc]), status }, secrets);
	if (status >= 200 && status < 300) return body;
	const message = `The answer from ${host} contradicts itself: its code says success, but its HTTP status is ${status}`;
	throw new VendorError({ failure: 'noAnswer', code: `HTTP ${status}`, message, httpStatus: status });
}
