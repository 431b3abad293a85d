import type { ICredentialDataDecryptedObject, IDataObject, IExecuteFunctions, IHttpRequestMethods, ILoadOptionsFunctions, IN8nHttpFullResponse } from 'n8n-workflow';
import { vendorErrorIn } from '../../common/vendor/errors';
import { networkError } from '../../common/vendor/network';
import { CREDENTIAL, keysOf, rootOf } from './account';

/** A request below the base URL, e.g. `/rest/isales/v1/openapi/campaigns/1`. */
export interface SignedRequest {
	method: IHttpRequestMethods;
	path: string;
	query?: IDataObject;
	/** Sent as JSON; text that is JSON already is sent as it is. */
	body?: object | string;
	/** Besides those of the signature. */
	headers?: Record<string, string>;
	timeoutMs: number;
}

export interface SignedAnswer {
	status: number;
	/** As it came, so that long numbers keep their digits. */
	text: string;
	host: string;
	/** What must not be shown if the answer repeats it. */
	secrets: string[];
}

type Context = IExecuteFunctions | ILoadOptionsFunctions;

/** One list for each credential that was read: its pattern is built only once. */
const secretLists = new WeakMap<ICredentialDataDecryptedObject, string[]>();

function secretsOf(credentials: ICredentialDataDecryptedObject): string[] {
	const { accessKey, secretKey } = keysOf(credentials);
	const list = secretLists.get(credentials) ?? [secretKey, accessKey];
	secretLists.set(credentials, list);
	return list;
}

/**
 * Sends a request with the signature of the credential `huaweiCcApi`, and returns the answer whatever its status. Any interface of the
 * contact center that takes this signature can be asked.
 *
 * @throws VendorError when no answer came, or when the credential cannot be used
 */
export async function sendSigned(context: Context, credentials: ICredentialDataDecryptedObject, request: SignedRequest): Promise<SignedAnswer> {
	const root = rootOf(credentials);
	const { host } = new URL(root);
	const { method, path, query, body, headers, timeoutMs } = request;
	try {
		const answer = (await context.helpers.httpRequestWithAuthentication.call(context, CREDENTIAL, {
			method,
			url: `${root}${path}`,
			headers: { accept: 'application/json', ...headers },
			...(query ? { qs: query } : {}),
			...(body ? { body } : {}),
			encoding: 'text',
			timeout: timeoutMs,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		})) as IN8nHttpFullResponse;
		const text = typeof answer.body === 'string' ? answer.body : (JSON.stringify(answer.body) ?? '');
		return { status: answer.statusCode, text, host, secrets: secretsOf(credentials) };
	} catch (error) {
		throw vendorErrorIn(error) ?? networkError(error, host);
	}
}
