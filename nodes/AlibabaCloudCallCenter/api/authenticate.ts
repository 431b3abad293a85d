import { randomUUID } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import { endpointOf } from './endpoint';
import { canonicalQuery, signV3, type AccessKey } from './signature';

/** What an earlier attempt or the sending library may have left behind, and what is worked out anew. */
const OWN_HEADERS = new Set([
	'authorization',
	'host',
	'x-acs-content-sha256',
	'x-acs-date',
	'x-acs-signature-nonce',
	'x-acs-accesskey-id',
	'x-acs-security-token',
]);

/** The HTTP Request node names its address `uri` and its form `form`, where nodes have `url` and `body`. */
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

/** Parameters from an object, added to those that are there or replacing them. */
function withValues(parameters: Map<string, string>, values: IDataObject | undefined): Map<string, string> {
	for (const [name, value] of Object.entries(values ?? {})) {
		if (value !== undefined && value !== null) parameters.set(name, scalar(value));
	}
	return parameters;
}

function formOf(values: IDataObject): string {
	return canonicalQuery(withValues(new Map(), values));
}

/** The query of the address and that of the options; the latter prevails. */
function parametersIn(url: URL, qs: IDataObject | undefined): Map<string, string> {
	return withValues(new Map(url.search === '' ? [] : url.searchParams), qs);
}

/** A path alone means the call center's endpoint. */
function addressOf({ uri, url, baseURL }: Options, credentials: ICredentialDataDecryptedObject): URL {
	const given = uri ?? url;
	return /^https?:/i.test(given) ? new URL(given) : new URL(given, baseURL ?? endpointOf(credentials));
}

/** Body and content type as they will be sent, since both are signed. */
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

/** Under signature V3 the operation is named in headers; people copy it from the vendor's page as query parameters. */
function moveIntoHeader(parameters: Map<string, string>, name: string, headers: Record<string, string>): void {
	const value = parameters.get(name);
	parameters.delete(name);
	const header = `x-acs-${name.toLowerCase()}`;
	if (value !== undefined) headers[header] ??= value;
}

/**
 * Signs a request to Alibaba Cloud for n8n's credential: of our own nodes and of the HTTP Request node. `Action` and `Version`
 * may stand in the query or in the headers `x-acs-action` and `x-acs-version`. A request that was signed before is signed anew,
 * with a fresh nonce and the time of now. A path alone (`/`) means the call center's endpoint.
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
