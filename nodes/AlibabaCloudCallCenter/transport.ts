import type { ICredentialDataDecryptedObject, IExecuteFunctions, ILoadOptionsFunctions, IN8nHttpFullResponse } from 'n8n-workflow';
import { VendorError } from '../common/errors';
import { networkError } from '../common/network';
import { answerOf, type CccAnswer } from './answer';
import { endpointOf } from './endpoint';
import { canonicalQuery } from './signature';

export const CREDENTIAL = 'alibabaCloudAccessKeyApi';
const VERSION = '2020-07-01';
const DEFAULT_TIMEOUT_MS = 30_000;

/** The operation under `Action`, and its parameters by the vendor's names; undefined ones are not sent. */
export type CccRequest = { Action: string } & Record<string, string | number | boolean | undefined>;

/** Sends one request of the API 2020-07-01 and returns its data. */
export type CccClient = (request: CccRequest) => Promise<CccAnswer>;

type Context = IExecuteFunctions | ILoadOptionsFunctions;

/** What the vendor may repeat of the credential; as it is signed with, and as it was entered. */
function secretsOf({ accessKeyId, accessKeySecret, securityToken }: ICredentialDataDecryptedObject): string[] {
	return [accessKeyId, accessKeySecret, securityToken].flatMap((value) => [String(value ?? '').trim(), String(value ?? '')]);
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
		message: "The endpoint in the credential is not a URL. Enter one such as https://ccc.cn-shanghai.aliyuncs.com, or leave it empty",
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
