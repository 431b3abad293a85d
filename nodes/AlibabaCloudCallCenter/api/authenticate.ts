import { randomUUID } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import { endpointOf } from './endpoint';
import { canonicalQuery, signV3, type AccessKey } from './signature';

/** Headers that an earlier attempt or the sending library may have left behind. They are set anew. */
const OWN_HEADERS = new Set([
	'authorization',
	'host',
	'x-acs-content-sha256',
	'x-acs-date',
	'x-acs-signature-nonce',
	'x-acs-accesskey-id',
	'x-acs-security-token',
]);

/** The HTTP Request node has `uri` and `form` where other nodes have `url` and `body`. */
type Options = IHttpRequestOptions & { uri?: string; form?: IDataObject };

function accessKey(credentials: ICredentialDataDecryptedObject): AccessKey {
	return {
		accessKeyId: String(credentials.accessKeyId ?? '').trim(),
		accessKeySecret: String(credentials.accessKeySecret ?? '').trim(),
		securityToken: String(credentials.securityToken ?? '').trim() || undefined,
	};
}

function keptHeaders(headers: IDataObject | undefined): Record<string, string> {
	const kept: Record<string, string> = {};
	for (const [given, value] of Object.entries(headers ?? {})) {
		const name = given.toLowerCase();
		if (!OWN_HEADERS.has(name) && value !== undefined && value !== null) kept[name] = String(value);
	}
	return kept;
}

function scalar(value: unknown): string {
	return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

/** Adds the values to the parameters; a value replaces a parameter of the same name. */
function withValues(parameters: Map<string, string>, values: IDataObject | undefined): Map<string, string> {
	for (const [name, value] of Object.entries(values ?? {})) {
		if (value !== undefined && value !== null) parameters.set(name, scalar(value));
	}
	return parameters;
}

function formOf(values: IDataObject): string {
	return canonicalQuery(withValues(new Map(), values));
}

/** The query of the address and that of the options; the latter takes precedence. */
function parametersIn(url: URL, qs: IDataObject | undefined): Map<string, string> {
	return withValues(new Map(url.search === '' ? [] : url.searchParams), qs);
}

/** A path alone is relative to the call center's endpoint. */
function addressOf({ uri, url, baseURL }: Options, credentials: ICredentialDataDecryptedObject): URL {
	const given = uri ?? url;
	return /^https?:/i.test(given) ? new URL(given) : new URL(given, baseURL ?? endpointOf(credentials));
}

/** The body as it will be sent. The content type is set too, since both are signed. */
function bodyOf(options: Options, headers: Record<string, string>): string | Buffer {
	const { body, form } = options;
	if (form) {
		headers['content-type'] = 'application/x-www-form-urlencoded';
		return formOf(form);
	}
	if (typeof body === 'string' || Buffer.isBuffer(body)) return body;
	if (body instanceof URLSearchParams) {
		headers['content-type'] = 'application/x-www-form-urlencoded';
		return body.toString();
	}
	if (typeof body !== 'object' || body === null || Object.keys(body).length === 0) return '';
	if (headers['content-type']?.startsWith('application/x-www-form-urlencoded')) return formOf(body as IDataObject);
	headers['content-type'] = 'application/json';
	return JSON.stringify(body);
}

/** Signature V3 names the operation in headers, but users copy it from the vendor's pages as query parameters. */
function moveIntoHeader(parameters: Map<string, string>, name: string, headers: Record<string, string>): void {
	const value = parameters.get(name);
	parameters.delete(name);
	const header = `x-acs-${name.toLowerCase()}`;
	if (value !== undefined) headers[header] ??= value;
}

/**
 * Signs a request to Alibaba Cloud for n8n's credential, whether our own node or the HTTP Request node sends it. `Action` and
 * `Version` may be in the query or in the headers `x-acs-action` and `x-acs-version`. A request that was signed before is signed
 * again, with a fresh nonce and the current time. A path alone (`/`) is relative to the call center's endpoint.
 */
export async function authenticate(
	credentials: ICredentialDataDecryptedObject,
	requestOptions: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	const options: Options = requestOptions;
	const url = addressOf(options, credentials);
	const headers = keptHeaders(options.headers);
	const parameters = parametersIn(url, options.qs);
	moveIntoHeader(parameters, 'Action', headers);
	moveIntoHeader(parameters, 'Version', headers);
	headers.accept ??= 'application/json';
	const query = canonicalQuery(parameters);
	const search = query === '' ? '' : `?${query}`;
	const body = bodyOf(options, headers);
	if (body.length === 0) delete headers['content-type'];
	const method = options.method ?? 'GET';
	const unsigned = { method, url: { host: url.host, pathname: url.pathname, search }, headers, body };

	const { baseURL, form, qs, body: _unsigned, ...signed } = options;
	signed.method = method;
	signed.headers = signV3(unsigned, accessKey(credentials), Date.now(), randomUUID());
	signed[options.uri === undefined ? 'url' : 'uri'] = `${url.origin}${url.pathname}${search}`;
	return body.length > 0 ? { ...signed, body } : signed;
}
