import type { IDataObject, IN8nHttpFullResponse } from 'n8n-workflow';
import { VendorError, type Failure } from '../../common/vendor/errors';
import { parsedJson, quoteLongIntegers } from '../../common/vendor/json';
import { vendorId, vendorText } from '../../common/vendor/vendorText';
import type { Meaning, Meanings } from './meanings';

/** The server that was asked, and the secrets that must not be shown if it repeats them. */
export interface Asked {
	host: string;
	secrets: string[];
}

export interface AskedFor extends Asked {
	/** What the operation's result codes mean. */
	meanings: Meanings;
	/** Whether the request may have rung a phone or changed something. */
	mayAct: boolean;
	/** The result code of a query that found nothing. */
	emptyCode?: string;
	/** What else to try after a refusal of the values. */
	hint?: string;
}

const SUCCESS = '0';

/** Source: the status codes on the page of each operation, such as createCall (cec_07_1303). */
const STATUS: ReadonlyMap<number, string> = new Map([
	[400, 'Huawei did not accept the values (HTTP status 400). Check the fields of the node'],
	[401, 'Huawei did not authorize the request (HTTP status 401). Check that the tenant has bought this service, that its account is in good standing, and the app key in the credential'],
	[403, 'Huawei refused the request (HTTP status 403). Check the app key, and ask Huawei whether the IP address of the n8n server has to be admitted'],
	[404, 'Huawei does not know the path (HTTP status 404). Check the base URL in the credential, and that the API is published for the app key'],
	[429, 'Huawei is receiving too many requests (HTTP status 429). Lower "Requests per Second" in the options, or run fewer workflows at the same time'],
	[500, 'Huawei reports a failure (HTTP status 500). Check the fields of the node'],
]);

function objectIn(text: unknown): IDataObject | undefined {
	const value = typeof text === 'string' ? parsedJson(quoteLongIntegers(text)) : text;
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as IDataObject) : undefined;
}

function failureOf(status: number): Failure {
	if (status === 429) return 'throttled';
	return status >= 300 && status < 500 && status !== 408 ? 'refused' : 'noAnswer';
}

function retryAfterMs({ headers }: IN8nHttpFullResponse): number | undefined {
	const seconds = Number(headers['retry-after']);
	return seconds > 0 ? seconds * 1000 : undefined;
}

/** The first of some texts that says something. */
function firstText(values: unknown[]): string | undefined {
	return values.find((value): value is string => typeof value === 'string' && value !== '');
}

function saidIn(body: IDataObject, secrets: string[]): string | undefined {
	const { retMsg, resultMessage, description, message, resultDesc, error_msg } = body;
	const said = firstText([retMsg, resultMessage, description, message, resultDesc, error_msg]);
	return said === undefined ? undefined : vendorText(said, secrets);
}

/** The error for an answer whose status is not one of success; undefined for one that is. */
export function statusError(response: IN8nHttpFullResponse, { host, secrets }: Asked, hint = ''): VendorError | undefined {
	const { statusCode: status } = response;
	if (status >= 200 && status < 300) return undefined;
	const known = STATUS.get(status) ?? `The answer from ${host} has HTTP status ${status}. Check the base URL in the credential, and any proxy in between`;
	return new VendorError({
		failure: failureOf(status),
		code: `HTTP ${status}`,
		message: status === 400 ? known + hint : known,
		vendorMessage: saidIn(objectIn(response.body) ?? {}, secrets),
		httpStatus: status,
		retryAfterMs: retryAfterMs(response),
	});
}

/** The body of an answer, with long whole numbers as text. Throws a VendorError if it is not JSON. */
export function bodyOf({ body, statusCode }: IN8nHttpFullResponse, { host }: Asked): IDataObject {
	const found = objectIn(body);
	if (found) return found;
	const message = `The answer from ${host} does not come from Huawei's contact center. Check the base URL in the credential, and any proxy in between`;
	throw new VendorError({ failure: 'noAnswer', code: `HTTP ${statusCode}`, message, httpStatus: statusCode });
}

/** Each interface names its result code in its own way. */
export function codeIn({ retCode, returnCode, resultCode }: IDataObject): string | undefined {
	const code = [retCode, returnCode, resultCode].find((value) => typeof value === 'string' || typeof value === 'number');
	return code === undefined ? undefined : String(code);
}

const NOT_SHOWN = 'which does not show whether the request was carried out';

function undocumented(mayAct: boolean): Meaning {
	return mayAct ? ['unknown', `Huawei answered with a code that none of its pages explains, ${NOT_SHOWN}`] : ['refused', 'Huawei refused the request'];
}

const FAILURES: Record<Meaning[0], Failure> = { refused: 'refused', value: 'refused', throttled: 'throttled', unknown: 'noAnswer' };

function refusal(code: string, body: IDataObject, { meanings, mayAct, hint = '', secrets }: AskedFor): VendorError {
	const [kind, text] = meanings.get(code) ?? undocumented(mayAct);
	return new VendorError({
		failure: FAILURES[kind],
		code: vendorId(code, secrets),
		message: kind === 'value' ? text + hint : text,
		vendorMessage: saidIn(body, secrets),
	});
}

/** The body of an answer of success. Throws a VendorError for any other answer. */
export function answerOf(response: IN8nHttpFullResponse, asked: AskedFor): IDataObject {
	const failed = statusError(response, asked, asked.hint);
	if (failed) throw failed;
	const body = bodyOf(response, asked);
	const code = codeIn(body);
	if (code === SUCCESS || (code !== undefined && code === asked.emptyCode)) return body;
	if (code !== undefined) throw refusal(code, body, asked);
	const message = `The answer from ${asked.host} has no result code, ${NOT_SHOWN}`;
	throw new VendorError({ failure: 'noAnswer', code: 'NoCode', message });
}
