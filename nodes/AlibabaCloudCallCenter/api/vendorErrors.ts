import { VendorError, type Failure } from '../../common/vendor/errors';
import { vendorId, vendorText } from '../../common/vendor/vendorText';

/** What the vendor says when it refuses or fails, from either of its two envelopes. */
export interface Refusal {
	code: string;
	message?: string;
	/** The values for each `%s` in the message. */
	params: string[];
	requestId?: string;
	httpStatus: number;
	retryAfterMs?: number;
	/** Another product than the call center. */
	isOtherProduct?: boolean;
}

/**
 * Codes and what to do about them; the first match counts. Sources: the error tables of the operations' pages, the common error
 * table of Alibaba Cloud's API gateway, and its page on signature V3.
 */
const EXPLANATIONS: Array<[RegExp, string]> = [
	[/^NotExists\.InstanceId$/, 'This call center instance does not exist for the access key. Choose the instance from the list, or check its ID and the region in the credential'],
	[/^NotExists\.JobId$/, 'This call does not exist, or has already ended. Use the job ID that the start of the call returned'],
	[/^NotExists\.ChannelId$/, 'This call has no such channel. Use a channel ID from the output of the node that started the call, while the call is in progress'],
	[/^NotExists\.Number$/, 'The broker number does not belong to this instance. Choose a number from the list'],
	[/^NotExists\.(UserId|RamId)$/, 'The user is not a member of this instance. Add the RAM user of the access key to the instance as an agent or administrator, or check the user ID'],
	[/^NotExists\./, 'Something that the request refers to does not exist at Alibaba Cloud. Check the IDs in the fields'],
	[/^Parameter\.Blank$/, 'A field that Alibaba Cloud requires is empty. Fill it in'],
	[/^(Parameter\.|Missing|Invalid(Parameter|Argument))/, 'Alibaba Cloud did not accept the value of a field. The description names the field; correct its value'],
	[/^OutboundCallRestricted/, 'The number may not be called: it is on the do-not-call list, or not on the list of allowed numbers. Check the outbound call policy of the instance'],
	[/^InternalService\./, 'A service inside Alibaba Cloud Call Center failed. Try again later; if it keeps happening, send the request ID to Alibaba Cloud support'],
	[/^InvalidAccessKeyId/, 'The access key ID does not exist or is disabled. Check it in the credential and in the RAM console'],
	[/^(SignatureDoesNotMatch|IncompleteSignature|InvalidSignature)/, 'The signature was not accepted. Check the access key secret in the credential'],
	[/^InvalidSecurityToken|SecurityTokenExpired/, 'The security token is not valid or has expired. Get a new temporary access key and put all three values into the credential'],
	[/^InvalidTimeStamp/, "The clock of the n8n server differs from Alibaba Cloud's by more than 15 minutes. Correct the server's clock"],
	[/^SignatureNonceUsed/, 'Alibaba Cloud has already received this request'],
	[/^(Forbidden|NoPermission|NotAuthorized|Unauthorized)/, 'The access key is not allowed to do this. Grant its RAM user the policy AliyunCCCFullAccess and make the user a member of the instance'],
	[/^InvalidApi\.NotFound$/, 'This operation does not exist at the endpoint. Check the region and the endpoint in the credential'],
	[/Throttling/, 'Alibaba Cloud is receiving too many requests. Lower "Requests per Second" in the options, or run fewer workflows at the same time'],
	[/^(ServiceUnavailable|InternalError)/, 'Alibaba Cloud could not process the request at the moment'],
];

/** What is different for other products. */
const OF_OTHER_PRODUCTS: typeof EXPLANATIONS = [
	[/^(Forbidden|NoPermission|NotAuthorized|Unauthorized)/, 'The access key is not allowed to do this. Grant its RAM user a policy for this product'],
	[/^InvalidApi\.NotFound$/, "This action does not exist at the endpoint. Check its name and the fields 'Product', 'Version' and 'Endpoint'"],
];

function explanationOf({ code, isOtherProduct }: Refusal): string | undefined {
	const known = isOtherProduct ? [...OF_OTHER_PRODUCTS, ...EXPLANATIONS] : EXPLANATIONS;
	return known.find(([pattern]) => pattern.test(code))?.[1];
}

/** Whether a gateway gave up on the service behind it (408), or lost its client (499). */
export function gaveUp(status: number): boolean {
	return status === 408 || status === 499;
}

/** Families of codes that say that nothing was done. */
const REFUSED =
	/^(NotExists|AlreadyExists|LimitExceed|Parameter\.|Missing|Invalid|IncompleteSignature|SignatureDoesNotMatch|SecurityTokenExpired|Forbidden|NoPermission|NotAuthorized|Unauthorized|OutboundCallRestricted)/;

/** Codes under which the request may have been carried out, whatever the HTTP status. */
const UNCERTAIN = /^(SignatureNonceUsed|ServiceUnavailable|Internal|System|Unknown)|Timed?-?out/i;

/**
 * Only what is known to be a refusal counts as one. With a status of 4xx, an unknown code is a refusal, because HTTP itself says so;
 * with 2xx, it proves nothing.
 */
function failureOf({ code, httpStatus }: Refusal): Failure {
	if (code.includes('Throttling') || httpStatus === 429) return 'throttled';
	if (httpStatus >= 500 || gaveUp(httpStatus)) return 'noAnswer';
	if (REFUSED.test(code)) return 'refused';
	return UNCERTAIN.test(code) || httpStatus < 300 ? 'noAnswer' : 'refused';
}

function filled(message: string | undefined, params: string[]): string | undefined {
	const rest = [...params];
	return message?.replace(/%s/g, (placeholder) => rest.shift() ?? placeholder);
}

/**
 * The error for what the vendor said.
 *
 * @param secrets what must not be shown if the vendor repeats it
 */
export function vendorError(refusal: Refusal, secrets: string[]): VendorError {
	const { code, params, requestId, httpStatus, retryAfterMs } = refusal;
	const message = filled(refusal.message, params);
	const vendorMessage = message && vendorText(message, secrets);
	const shownCode = vendorId(code, secrets);
	const failure = failureOf(refusal);
	const verdict = failure === 'refused' ? 'refused the request' : 'answered with an unknown code';
	return new VendorError({
		failure,
		message: explanationOf(refusal) ?? `Alibaba Cloud ${verdict}: ${vendorMessage ?? shownCode}`,
		code: shownCode,
		vendorMessage,
		requestId: requestId && vendorId(requestId, secrets),
		httpStatus,
		retryAfterMs,
	});
}
