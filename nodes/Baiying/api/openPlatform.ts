import type { ICredentialDataDecryptedObject, IDataObject, IHttpRequestHelper, IHttpRequestOptions } from 'n8n-workflow';
import { parsedJson } from '../../common/vendor/json';
import { withAddress, type Options } from '../../common/vendor/requestAddress';
import { ensuredToken, tokenFor } from '../../common/vendor/tokenCredential';
import { objectOf, type Json } from '../callback/json';
import { accountOf } from './account';
import { requestToken } from './tokenRequest';
import { tokens } from './tokens';

const TOKEN = 'accessToken';
const FORM = 'application/x-www-form-urlencoded';

/**
 * Provides the token for the next request of the credential. n8n calls it before each one, because the field `renewal` is always empty.
 * What it returns is stored with the credential, so it returns nothing while the stored token is good.
 */
export async function ensureToken(credentials: ICredentialDataDecryptedObject, helpers: IHttpRequestHelper['helpers']): Promise<IDataObject> {
	const account = accountOf(credentials);
	return await ensuredToken(tokens, account, credentials, async () => await requestToken(helpers, account));
}

/** The fields of a body, however it was given; undefined for a body that isn't a form. */
function formOf({ form, body }: Options): Record<string, unknown> | undefined {
	if (form) return form;
	if (body === undefined || body === null || body === '') return {};
	if (body instanceof URLSearchParams) return Object.fromEntries(body);
	if (typeof body === 'string') return body.startsWith('{') ? objectOf(parsedJson(body) as Json | undefined) : Object.fromEntries(new URLSearchParams(body));
	return Buffer.isBuffer(body) || body instanceof FormData ? undefined : (body as Record<string, unknown>);
}

function written(fields: Record<string, unknown>): string {
	const entries = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
	const parameters = new URLSearchParams();
	for (const [name, value] of entries) parameters.append(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
	return parameters.toString();
}

/**
 * Adds the access token to a request for n8n's credential, whether our own node or the HTTP Request node sends it. The open platform
 * takes it as a parameter: in the query of a GET, and in the form of a POST. Source: https://open.byai.com/v2/auth.html.
 */
export async function authenticateOpenPlatform(credentials: ICredentialDataDecryptedObject, given: IHttpRequestOptions): Promise<IHttpRequestOptions> {
	const account = accountOf(credentials);
	const token = tokenFor(tokens, account, credentials);
	const { form: _form, body: _body, json: _json, ...options } = withAddress(given, account.baseUrl) as Options & { json?: boolean };
	const fields = (given.method ?? 'GET') === 'GET' ? undefined : formOf(given);
	if (!fields) return { ...withAddress(given, account.baseUrl), qs: { ...given.qs, [TOKEN]: token } };
	const headers = Object.fromEntries(Object.entries(given.headers ?? {}).filter(([name]) => name.toLowerCase() !== 'content-type'));
	return { ...options, headers: { ...headers, 'content-type': FORM }, body: written({ ...fields, [TOKEN]: token }) };
}
