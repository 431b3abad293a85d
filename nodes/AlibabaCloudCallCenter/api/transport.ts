import type { ICredentialDataDecryptedObject, IExecuteFunctions, ILoadOptionsFunctions, IN8nHttpFullResponse, ITriggerFunctions } from 'n8n-workflow';
import { VendorError } from '../../common/vendor/errors';
import { networkError } from '../../common/vendor/network';
import { answerOf, type CccAnswer } from './answer';
import { knownAction, parametersOf, type VendorAction } from './catalogue';
import { endpointOf } from './endpoint';

export const CREDENTIAL = 'alibabaCloudAccessKeyApi';
const VERSION = '2020-07-01';
const DEFAULT_TIMEOUT_MS = 30_000;

/**
 * Sends one request of the API 2020-07-01 and returns its data.
 *
 * @param action the vendor's name of the action, such as `HoldCall`
 * @param values the parameters, under the names of our fields or the vendor's in lower camel case; undefined ones are not sent
 */
export type CccClient = (action: string, values: object) => Promise<CccAnswer>;

type Context = IExecuteFunctions | ILoadOptionsFunctions | ITriggerFunctions;

/** The parts of the credential that the vendor may repeat, as they are used for signing and as they were entered. */
function secretsOf({ accessKeyId, accessKeySecret, securityToken }: ICredentialDataDecryptedObject): string[] {
	return [accessKeyId, accessKeySecret, securityToken].flatMap((value) => [String(value ?? '').trim(), String(value ?? '')]);
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

async function send(context: Context, endpoint: URL, action: VendorAction, values: object, timeout: number): Promise<IN8nHttpFullResponse | VendorError> {
	const { query, form } = parametersOf(action, values);
	try {
		return (await context.helpers.httpRequestWithAuthentication.call(context, CREDENTIAL, {
			method: action.method,
			url: endpoint.href,
			qs: Object.fromEntries(query),
			headers: { 'x-acs-action': action.name, 'x-acs-version': VERSION, ...(form.length > 0 ? FORM : {}) },
			...(form.length > 0 ? { body: Object.fromEntries(form) } : {}),
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
 * The connection to the call center for one run of the node. Requests are sent as the official SDK sends them: mostly by POST with the parameters
 * in the query and an empty body. Errors are VendorErrors.
 *
 * @param timeoutMs how long one request may take
 */
export async function connectCcc(context: Context, timeoutMs = DEFAULT_TIMEOUT_MS): Promise<CccClient> {
	const credentials = await context.getCredentials(CREDENTIAL);
	const endpoint = endpointOf(credentials);
	const secrets = secretsOf(credentials);
	return async (name, values) => {
		const url = parsedEndpoint(endpoint);
		const response = await send(context, url, knownAction(name), values, timeoutMs);
		if (response instanceof VendorError) throw response;
		return answerOf(response, { host: url.host, secrets });
	};
}
