import type { ICredentialDataDecryptedObject, IExecuteFunctions, ILoadOptionsFunctions, IN8nHttpFullResponse, ITriggerFunctions } from 'n8n-workflow';
import { VendorError } from '../../common/vendor/errors';
import { networkError } from '../../common/vendor/network';
import { answerOf, type CccAnswer } from './answer';
import { knownAction, parametersOf } from './catalogue';
import { endpointFor, endpointOf, type Product } from './endpoint';

export const CREDENTIAL = 'alibabaCloudAccessKeyApi';
/** Of the call center's API. */
export const VERSION = '2020-07-01';
const DEFAULT_TIMEOUT_MS = 30_000;

/**
 * Sends one request of the API 2020-07-01 and returns its data.
 *
 * @param action the vendor's name of the action, such as `HoldCall`
 * @param values the parameters, under the names of our fields or the vendor's in lower camel case; undefined ones are not sent
 * @param secrets those of the values that no message may show
 */
export type CccClient = (action: string, values: object, secrets?: string[]) => Promise<CccAnswer>;

/** A request of any product of Alibaba Cloud, its parameters as they are written on the wire. */
export interface RpcRequest {
	action: string;
	version: string;
	method: 'GET' | 'POST';
	query: Array<[string, string]>;
	form: Array<[string, string]>;
	/** Left out for the call center. */
	product?: Product;
}

/** Sends a request of any product and returns its data. Errors are VendorErrors, or an InputError for an address that isn't allowed. */
export type RpcClient = (request: RpcRequest, secrets?: string[]) => Promise<CccAnswer>;

type Context = IExecuteFunctions | ILoadOptionsFunctions | ITriggerFunctions;

/** The parts of the credential that the vendor may repeat, as they are used for signing and as they were entered. */
function secretsOf({ accessKeyId, accessKeySecret, securityToken }: ICredentialDataDecryptedObject): string[] {
	return [accessKeyId, accessKeySecret, securityToken].flatMap((value) => [String(value ?? '').trim(), String(value ?? '')]);
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

async function send(context: Context, endpoint: URL, { action, version, method, query, form }: RpcRequest, timeout: number): Promise<IN8nHttpFullResponse | VendorError> {
	try {
		return (await context.helpers.httpRequestWithAuthentication.call(context, CREDENTIAL, {
			method,
			url: endpoint.href,
			qs: Object.fromEntries(query),
			headers: { 'x-acs-action': action, 'x-acs-version': version, ...(form.length > 0 ? FORM : {}) },
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
 * The connection to Alibaba Cloud for one run of the node. Requests are sent as the official SDK sends them: mostly by POST with the
 * parameters in the query and an empty body.
 *
 * @param timeoutMs how long one request may take
 */
export async function connectRpc(context: Context, timeoutMs = DEFAULT_TIMEOUT_MS): Promise<RpcClient> {
	const credentials = await context.getCredentials(CREDENTIAL);
	const endpoint = endpointOf(credentials);
	const own = secretsOf(credentials);
	return async (request, entered = []) => {
		const { product } = request;
		const url = product ? endpointFor(product, credentials) : parsedEndpoint(endpoint);
		const response = await send(context, url, request, timeoutMs);
		if (response instanceof VendorError) throw response;
		return answerOf(response, { host: url.host, secrets: [...own, ...entered], isOtherProduct: product?.name !== undefined });
	};
}

/** As `connectRpc`, for the actions of the call center's API. */
export async function connectCcc(context: Context, timeoutMs = DEFAULT_TIMEOUT_MS): Promise<CccClient> {
	const send = await connectRpc(context, timeoutMs);
	return async (name, values, secrets) => {
		const action = knownAction(name);
		return await send({ action: name, version: VERSION, method: action.method, ...parametersOf(action, values) }, secrets);
	};
}
