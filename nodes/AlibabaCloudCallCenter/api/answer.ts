import type { IDataObject, IN8nHttpFullResponse } from 'n8n-workflow';
import { VendorError } from '../../common/vendor/errors';
import { gaveUp, vendorError } from './vendorErrors';

export interface CccAnswer {
	/** The vendor's `Data`, as it came. Of an answer without it: what stands beside the envelope, if anything does. */
	data: unknown;
	requestId?: string;
}

/** The server that was asked, and the secrets that must not be shown if it repeats them. */
export interface Vendor {
	host: string;
	secrets: string[];
	/** Another product than the call center; many of those answer a success without a code. */
	isOtherProduct?: boolean;
}

function textOf(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;
}

/** A gateway in between may answer in XML, whatever format was requested. */
function xmlValue(xml: string, name: string): string | undefined {
	return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
}

function bodyOf(response: IN8nHttpFullResponse): IDataObject {
	const body: unknown = response.body;
	if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as IDataObject;
	if (typeof body !== 'string') return {};
	const [Code, Message, RequestId] = ['Code', 'Message', 'RequestId'].map((name) => xmlValue(body, name));
	return { Code, Message, RequestId };
}

function retryAfterMs({ headers }: IN8nHttpFullResponse): number | undefined {
	const value = Number(headers['x-acs-retry-after']);
	return Number.isFinite(value) && value > 0 ? value : undefined;
}

function notTheVendor(status: number, host: string): VendorError {
	const refused = status >= 300 && status < 500 && !gaveUp(status);
	return new VendorError({
		failure: status === 429 ? 'throttled' : refused ? 'refused' : 'noAnswer',
		code: `HTTP ${status}`,
		message: `The answer from ${host} is not from Alibaba Cloud Call Center (HTTP status ${status}). Check the endpoint in the credential, and any proxy in between`,
		httpStatus: status,
	});
}

function contradiction(status: number, host: string): VendorError {
	const message = `The answer from ${host} contradicts itself: its code says success, but its HTTP status is ${status}`;
	return new VendorError({ failure: 'noAnswer', code: `HTTP ${status}`, message, httpStatus: status });
}

/**
 * Whether an answer says that the request was carried out. Source: the operations' pages ("OK"), and the codes that the vendor's
 * own client (@alicloud/pop-core) treats as success.
 */
function saysSuccess(code: string | undefined, { Success }: IDataObject): boolean {
	return code === undefined ? String(Success) === 'true' : /^(ok|200|success)$/i.test(code);
}

/** The vendor may answer with HTTP 200 and put the real status in the body. */
function statusOf({ statusCode }: IN8nHttpFullResponse, { HttpStatusCode }: IDataObject): number {
	const inBody = Number(HttpStatusCode);
	return statusCode < 300 && inBody >= 100 && inBody < 600 ? inBody : statusCode;
}

const ENVELOPE = new Set(['code', 'httpstatuscode', 'message', 'params', 'requestid', 'success']);

/** A few actions have no `Data`, such as GetConversationDetail with its `Phrases`. */
function dataOf(body: IDataObject): unknown {
	if (body.Data !== undefined) return body.Data;
	const own = Object.entries(body).filter(([name]) => !ENVELOPE.has(name.toLowerCase()));
	return own.length > 0 ? Object.fromEntries(own) : undefined;
}

/** The data of an answer. Throws a VendorError for any answer that doesn't explicitly report success. */
export function answerOf(response: IN8nHttpFullResponse, { host, secrets, isOtherProduct }: Vendor): CccAnswer {
	const { statusCode } = response;
	const body = bodyOf(response);
	const code = textOf(body.Code ?? body.code);
	const requestId = textOf(body.RequestId ?? body.requestId);
	const isPlainSuccess = isOtherProduct && code === undefined && body.Success === undefined && requestId !== undefined && statusCode === 200;
	if (isPlainSuccess || saysSuccess(code, body)) {
		if (statusCode < 200 || statusCode >= 300) throw contradiction(statusCode, host);
		return { data: dataOf(body), requestId };
	}
	if (code === undefined) throw notTheVendor(statusCode, host);
	const params = Array.isArray(body.Params) ? body.Params.map(String) : [];
	const message = textOf(body.Message ?? body.message);
	const refusal = { code, message, params, requestId, httpStatus: statusOf(response, body), retryAfterMs: retryAfterMs(response), isOtherProduct };
	throw vendorError(refusal, secrets);
}
