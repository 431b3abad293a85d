import type { ICredentialDataDecryptedObject, IDataObject, IExecuteFunctions, ILoadOptionsFunctions, IN8nHttpFullResponse } from 'n8n-workflow';
import { VendorError } from '../common/errors';
import { networkError } from '../common/network';
import { endpointOf } from './endpoint';
import { canonicalQuery } from './signature';
import { vendorError } from './vendorErrors';

export const CREDENTIAL = 'alibabaCloudAccessKeyApi';
const VERSION = '2020-07-01';
const DEFAULT_TIMEOUT_MS = 30_000;

/** The operation under `Action`, and its parameters by the vendor's names; undefined ones are not sent. */
export type CccRequest = { Action: string } & Record<string, string | number | undefined>;

export interface CccAnswer {
	/** The vendor's `Data`, as it came. */
	data: unknown;
	requestId?: string;
}

/** Sends one request of the API 2020-07-01 and returns its data. */
export type CccClient = (request: CccRequest) => Promise<CccAnswer>;

type Context = IExecuteFunctions | ILoadOptionsFunctions;

function textOf(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;
}

/** A gateway in between may answer in XML whatever was asked for. */
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
	const redirected = status >= 300 && status < 400;
	const refused = redirected || (status >= 400 && status < 500 && status !== 408);
	return new VendorError({
		failure: status === 429 ? 'throttled' : refused ? 'refused' : 'noAnswer',
		code: `HTTP ${status}`,
		message: `What came back from ${host} is not an answer of Alibaba Cloud Call Center (HTTP status ${status}). Check the endpoint in the credential, and whether a proxy stands in between`,
		httpStatus: status,
	});
}

/** Who is asked, and what must not be shown of what it answers. */
interface Vendor {
	host: string;
	secrets: string[];
}

/** What the vendor may repeat of the credential; as it is signed with, and as it was entered. */
function secretsOf({ accessKeyId, accessKeySecret, securityToken }: ICredentialDataDecryptedObject): string[] {
	return [accessKeyId, accessKeySecret, securityToken].flatMap((value) => [String(value ?? '').trim(), String(value ?? '')]);
}

/** Success is only what says so itself: an answer with HTTP 200 and another `Code` is a refusal. */
function answerOf(response: IN8nHttpFullResponse, { host, secrets }: Vendor): CccAnswer {
	const body = bodyOf(response);
	const code = textOf(body.Code ?? body.code);
	const requestId = textOf(body.RequestId ?? body.requestId);
	const isOk = response.statusCode >= 200 && response.statusCode < 300;
	if (isOk && code === 'OK') return { data: body.Data, requestId };
	if (code === undefined || code === 'OK') throw notTheVendor(response.statusCode, host);
	const params = Array.isArray(body.Params) ? body.Params.map(String) : [];
	const message = textOf(body.Message ?? body.message);
	const httpStatus = isOk ? Number(body.HttpStatusCode ?? response.statusCode) : response.statusCode;
	throw vendorError({ code, message, params, requestId, httpStatus, retryAfterMs: retryAfterMs(response) }, secrets);
}

function parametersOf(request: CccRequest): Array<[string, string]> {
	return Object.entries(request).flatMap(([name, value]) =>
		name === 'Action' || value === undefined ? [] : [[name, String(value)] as [string, string]],
	);
}

async function send(context: Context, endpoint: URL, request: CccRequest, timeout: number): Promise<IN8nHttpFullResponse | VendorError> {
	const url = new URL(endpoint);
	url.search = canonicalQuery(parametersOf(request));
	try {
		return (await context.helpers.httpRequestWithAuthentication.call(context, CREDENTIAL, {
			method: 'POST',
			url: url.href,
			headers: { 'x-acs-action': request.Action, 'x-acs-version': VERSION },
			timeout,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		})) as IN8nHttpFullResponse;
	} catch (error) {
		return networkError(error, endpoint.host);
	}
}

function parsedEndpoint(endpoint: string): URL {
	if (URL.canParse(endpoint)) return new URL(endpoint);
	throw new VendorError({
		failure: 'refused',
		code: 'InvalidEndpoint',
		message: "The endpoint in the credential is not a URL. Give one such as https://ccc.cn-shanghai.aliyuncs.com, or leave it empty",
	});
}

/**
 * The way to the call center for one node run: sent as the official SDK sends it (POST, parameters in the query, empty body).
 * Errors are VendorErrors.
 *
 * @param timeoutMs how long one request may take
 */
export async function connectCcc(context: Context, timeoutMs = DEFAULT_TIMEOUT_MS): Promise<CccClient> {
	const credentials = await context.getCredentials(CREDENTIAL);
	const endpoint = endpointOf(credentials);
	const secrets = secretsOf(credentials);
	return async (request) => {
		const url = parsedEndpoint(endpoint);
		const response = await send(context, url, request, timeoutMs);
		if (response instanceof VendorError) throw response;
		return answerOf(response, { host: url.host, secrets });
	};
}
