import type { IN8nHttpFullResponse } from 'n8n-workflow';
import { VendorError } from '../../common/vendor/errors';
import { objectOf, tidy, type Json, type JsonObject } from '../callback/json';
import { firstText } from '../callback/values';
import type { Api } from './catalogue';
import { vendorError } from './vendorErrors';

export interface BaiyingAnswer {
	/** The vendor's `data`, with JSON in strings parsed. */
	data: Json;
	requestId?: string;
}

/** The server that was asked, and the secrets that must not be shown if it repeats them. */
export interface Asked {
	api: Api;
	host: string;
	secrets: string[];
}

/** The envelope of an answer: both APIs have the same, apart from the name of the message. */
export function envelopeOf({ body }: IN8nHttpFullResponse): JsonObject {
	const json = body as unknown as Json;
	return objectOf(typeof json === 'object' ? json : undefined);
}

export function codeOf(body: JsonObject): string | undefined {
	return firstText([body.code]) ?? undefined;
}

function notTheVendor(status: number, host: string): VendorError {
	const refused = status >= 300 && status < 500 && status !== 408;
	return new VendorError({
		failure: status === 429 ? 'throttled' : refused ? 'refused' : 'noAnswer',
		code: `HTTP ${status}`,
		message: `The answer from ${host} is not from Baiying (HTTP status ${status}). Check the base URL in the credential, and any proxy in between`,
		httpStatus: status,
	});
}

function contradiction(status: number, host: string): VendorError {
	const message = `The answer from ${host} contradicts itself: its code says success, but its HTTP status is ${status}`;
	return new VendorError({ failure: 'noAnswer', code: `HTTP ${status}`, message, httpStatus: status });
}

function vendorTime({ headers }: IN8nHttpFullResponse): number | undefined {
	const time = Date.parse(String(headers.date ?? ''));
	return Number.isNaN(time) ? undefined : time;
}

function retryAfterMs({ headers }: IN8nHttpFullResponse): number | undefined {
	const seconds = Number(headers['retry-after']);
	return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined;
}

/** The data of an answer. Throws a VendorError for any answer that doesn't explicitly report success. */
export function answerOf(response: IN8nHttpFullResponse, { api, host, secrets }: Asked): BaiyingAnswer {
	const { statusCode } = response;
	const body = envelopeOf(response);
	const code = codeOf(body);
	const requestId = firstText([body.requestId]) ?? undefined;
	if (code === undefined) throw notTheVendor(statusCode, host);
	if (code === '200') {
		if (statusCode < 200 || statusCode >= 300) throw contradiction(statusCode, host);
		return { data: tidy(body.data ?? null), requestId };
	}
	const message = firstText([body.resultMsg, body.message, body.msg]) ?? undefined;
	const refusal = { api, code, message, requestId, httpStatus: statusCode };
	throw vendorError({ ...refusal, retryAfterMs: retryAfterMs(response), vendorTime: vendorTime(response) }, secrets);
}
