import { VendorError, type Failure } from '../../common/vendor/errors';
import { vendorId, vendorText } from '../../common/vendor/vendorText';
import type { Api } from './catalogue';

/** What Baiying says when it refuses or fails. */
export interface Refusal {
	api: Api;
	code: string;
	message?: string;
	requestId?: string;
	httpStatus: number;
	retryAfterMs?: number;
	/** The time on the vendor's clock, in milliseconds since 1970. */
	vendorTime?: number;
}

/** The code with which the open platform refuses a token. */
export const TOKEN_REFUSED = '40000010';

/** The older API's code for a date that is more than 3 minutes off. Source: the vendor's list of errors since 2019-01-08. */
const CLOCK_WRONG = '408';

/** Source: https://open.byai.com/v2/ as its integrators restate it. No full list is published. */
const OPEN_PLATFORM: ReadonlyArray<[RegExp, string]> = [
	[/^40000010$/, 'Baiying did not accept the access token, not even a new one. Check the app key, the app secret and the company ID in the credential'],
	[/^41000000$/, 'Baiying did not accept the value of a field. Its message says which; correct the value'],
	[/^10000401$/, "The name of the job is longer than 50 characters. Shorten 'Job Name'"],
];

/** Source: https://api.byrobot.cn/doc/v2/, its list of errors. */
const HMAC: ReadonlyArray<[RegExp, string]> = [
	[/^401$/, 'Baiying did not accept the signature. Check the app key and the app secret in the credential'],
	[/^403$/, 'The app key is not allowed to do this. Ask Baiying to bind the company to the app key, or check the company ID'],
	[/^404$/, 'Baiying does not know what the request refers to. Check the IDs in the fields'],
	[/^412$/, 'Baiying did not accept the value of a field. Its message says which; correct the value'],
	[/^500$/, 'Baiying failed for a reason it does not name'],
];

/** Of both APIs; some are known by their words alone. */
const COMMON: ReadonlyArray<[RegExp, string]> = [
	[/^429$/, 'Baiying is receiving too many requests. Lower "Requests per Second" in the options, or run fewer workflows at the same time'],
];

const BY_WORDS: ReadonlyArray<[RegExp, string]> = [
	[/线路已欠费/, 'The line of the job is in arrears, so the job cannot start. Top up the line at Baiying'],
];

function minutes(ms: number): string {
	const whole = Math.max(1, Math.round(Math.abs(ms) / 60_000));
	return `${whole} ${whole === 1 ? 'minute' : 'minutes'}`;
}

function clockText({ vendorTime }: Refusal): string {
	const off = vendorTime === undefined ? 0 : Date.now() - vendorTime;
	const how = Math.abs(off) < 60_000 ? '' : ` It is ${minutes(off)} ${off > 0 ? 'fast' : 'slow'}.`;
	return `The clock of the n8n server differs from Baiying's by more than 3 minutes.${how} Correct the server's clock, for example with NTP`;
}

function explanation(refusal: Refusal): string | undefined {
	const { api, code, message = '' } = refusal;
	if (api === 'hmac' && code === CLOCK_WRONG) return clockText(refusal);
	const byWords = BY_WORDS.find(([pattern]) => pattern.test(message));
	const own = api === 'hmac' ? HMAC : OPEN_PLATFORM;
	return (byWords ?? [...own, ...COMMON].find(([pattern]) => pattern.test(code)))?.[1];
}

/** Errors come with HTTP 200. These families of codes say that nothing was done; any other code proves nothing. */
const REFUSED = /^(4\d\d|[14]\d{7})$/;

function failureOf({ code, httpStatus }: Refusal): Failure {
	if (code === '429' || httpStatus === 429) return 'throttled';
	if (httpStatus >= 500) return 'noAnswer';
	return REFUSED.test(code) ? 'refused' : 'noAnswer';
}

/**
 * The error for what the vendor said.
 *
 * @param secrets what must not be shown if the vendor repeats it
 */
export function vendorError(refusal: Refusal, secrets: string[]): VendorError {
	const { code, message, requestId, httpStatus, retryAfterMs } = refusal;
	const vendorMessage = message && vendorText(message, secrets);
	const shownCode = vendorId(code, secrets);
	const failure = failureOf(refusal);
	const verdict = failure === 'refused' ? 'refused the request' : 'answered with an unknown code';
	return new VendorError({
		failure,
		message: explanation(refusal) ?? `Baiying ${verdict}: ${vendorMessage ?? shownCode}`,
		code: shownCode,
		vendorMessage,
		requestId: requestId && vendorId(requestId, secrets),
		httpStatus,
		retryAfterMs,
	});
}
