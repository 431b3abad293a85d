import type { ICredentialDataDecryptedObject, IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import { keysOf, rootOf } from './account';
import { authorization, canonicalQuery } from './signature';

/** The HTTP Request node has `uri` and `form` where other nodes have `url` and `body`. */
type Options = IHttpRequestOptions & { uri?: string; form?: IDataObject };

const JSON_TYPE = 'application/json;charset=UTF-8';

/** Headers of an earlier attempt, and those that are set here. */
const OWN_HEADERS = new Set(['authorization', 'host', 'content-type']);

function textOf(value: unknown): string {
	return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

/** A path alone is relative to the base URL. */
function addressOf({ uri, url, baseURL }: Options, credentials: ICredentialDataDecryptedObject): URL {
	const given = uri ?? url;
	if (/^https?:/i.test(given)) return new URL(given);
	return new URL(`${(baseURL ?? rootOf(credentials)).replace(/\/+$/, '')}/${given.replace(/^\/+/, '')}`);
}

function queryOf(url: URL, { qs }: Options): Array<[string, string]> {
	const parameters = new Map(url.searchParams);
	for (const [name, value] of Object.entries(qs ?? {})) {
		if (value !== undefined && value !== null) parameters.set(name, textOf(value));
	}
	return [...parameters];
}

/** The body as text, because the vendor compares the signature with the very bytes that arrive. */
function bodyOf({ body, form }: Options): string {
	const given: unknown = form ?? body;
	if (given === undefined || given === null) return '';
	if (typeof given === 'string') return given.trim();
	if (Buffer.isBuffer(given)) return given.toString('utf8');
	return typeof given === 'object' && Object.keys(given).length === 0 ? '' : JSON.stringify(given);
}

function kept(headers: IDataObject | undefined): IDataObject {
	return Object.fromEntries(Object.entries(headers ?? {}).filter(([name]) => !OWN_HEADERS.has(name.toLowerCase())));
}

/**
 * Signs a request for n8n's credential, whether our own node or the HTTP Request node sends it. Only the host is among the signed
 * headers, as in the vendor's demo client: others may change on their way.
 */
export async function authenticate(credentials: ICredentialDataDecryptedObject, requestOptions: IHttpRequestOptions): Promise<IHttpRequestOptions> {
	const options: Options = requestOptions;
	const url = addressOf(options, credentials);
	const query = queryOf(url, options);
	const body = bodyOf(options);
	const method = options.method ?? 'GET';
	const signature = authorization({ method, path: url.pathname, query, headers: { host: url.host }, body }, keysOf(credentials), Date.now());
	const { baseURL, form, qs, body: _unsigned, ...rest } = options;
	const search = query.length > 0 ? `?${canonicalQuery(query)}` : '';
	return {
		...rest,
		method,
		[options.uri === undefined ? 'url' : 'uri']: `${url.origin}${url.pathname}${search}`,
		headers: { ...kept(options.headers), ...(body === '' ? {} : { 'content-type': JSON_TYPE }), authorization: signature },
		...(body === '' ? {} : { body }),
		...(credentials.allowUnauthorizedCerts === true ? { skipSslCertificateValidation: true } : {}),
	};
}
