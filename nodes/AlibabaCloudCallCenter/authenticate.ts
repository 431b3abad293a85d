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
	const named = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const);
	const kept = named.filter(([name, value]) => !OWN_HEADERS.has(name) && value !== undefined && value !== null);
	return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}

function scalar(value: unknown): string {
	return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

function parametersOf(values: IDataObject | undefined): Array<[string, string]> {
	return Object.entries(values ?? {})
		.filter(([, value]) => value !== undefined && value !== null)
		.map(([name, value]) => [name, scalar(value)]);
}

/** Body and content type as they will be sent, since both are signed. */
function bodyOf(options: Options, headers: Record<string, string>): string | Buffer {
	const { body, form } = options;
	if (form) {
		headers['content-type'] = 'application/x-www-form-urlencoded';
		return canonicalQuery(parametersOf(form));
	}
	if (typeof body === 'string' || Buffer.isBuffer(body)) return body;
	if (body instanceof URLSearchParams) {
		headers['content-type'] = 'application/x-www-form-urlencoded';
		return body.toString();
	}
	if (typeof body !== 'object' || body === null || Object.keys(body).length === 0) return '';
	if (headers['content-type']?.startsWith('application/x-www-form-urlencoded')) return canonicalQuery(parametersOf(body as IDataObject));
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
	const options: Options = { ...requestOptions };
	const url = new URL(options.uri ?? options.url, options.baseURL ?? endpointOf(credentials));
	const headers = keptHeaders(options.headers);
	const parameters = new Map([...url.searchParams, ...parametersOf(options.qs)]);
	moveIntoHeader(parameters, 'Action', headers);
	moveIntoHeader(parameters, 'Version', headers);
	headers.accept ??= 'application/json';
	url.search = canonicalQuery(parameters);
	const body = bodyOf(options, headers);
	if (body.length === 0) delete headers['content-type'];
	const method = options.method ?? 'GET';
	const signed = signV3({ method, url, headers, body }, accessKey(credentials), Date.now(), randomUUID().replaceAll('-', ''));
	const { uri, ...rest } = options;
	for (const workedIn of ['baseURL', 'form', 'qs', 'body'] as const) delete rest[workedIn];
	// The HTTP Request node's own helper reads `uri`; its type is not the one that n8n declares for this function.
	const target = uri === undefined ? { url: url.href } : ({ uri: url.href } as unknown as { url: string });
	return { ...rest, ...target, method, headers: signed, ...(body.length > 0 ? { body } : {}) };
}
