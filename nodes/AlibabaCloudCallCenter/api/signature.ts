import { createHmac, hash } from 'node:crypto';

const ALGORITHM = 'ACS3-HMAC-SHA256';

type Headers = Record<string, string>;

/** A request as it goes over the wire, apart from its signature. */
export interface UnsignedRequest {
	method: string;
	/** The query is signed as it stands here: in its canonical form. */
	url: Pick<URL, 'host' | 'pathname' | 'search'>;
	/** Names in lower case. */
	headers: Headers;
	body: string | Buffer;
}

export interface AccessKey {
	accessKeyId: string;
	accessKeySecret: string;
	/** Of a temporary (STS) access key. */
	securityToken?: string;
}

const UNRESERVED = /^[\w.~-]*$/;

/** RFC 3986 percent-encoding of UTF-8: only letters, digits and `-_.~` stay as they are. */
export function percentEncode(text: string): string {
	if (UNRESERVED.test(text)) return text;
	return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** A query in the form that is signed, and sent: sorted by name, percent-encoded. */
export function canonicalQuery(parameters: Iterable<[string, string]>): string {
	const sorted = [...parameters].sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
	let query = '';
	for (const [name, value] of sorted) query += `${query === '' ? '' : '&'}${percentEncode(name)}=${percentEncode(value)}`;
	return query;
}

const HASH_OF_NOTHING = hash('sha256', '');

function isoSeconds(now: number): string {
	return `${new Date(now).toISOString().slice(0, 19)}Z`;
}

function isSigned(name: string): boolean {
	return name.startsWith('x-acs-') || name === 'host' || name === 'content-type';
}

/** The headers in the canonical request, and their names. */
function signedHeaders(headers: Headers): { names: string; lines: string } {
	const signed = Object.keys(headers).filter(isSigned).sort();
	return { names: signed.join(';'), lines: signed.map((name) => `${name}:${headers[name]?.trim()}\n`).join('') };
}

/**
 * The headers that sign a request, to be added to those it has: Alibaba Cloud's signature V3 (ACS3-HMAC-SHA256). The headers
 * `x-acs-action` and `x-acs-version` say which operation is meant.
 *
 * Source: "Request syntax and signature method V3", Alibaba Cloud SDK documentation.
 *
 * @param now epoch milliseconds; the vendor accepts 15 minutes of difference
 * @param nonce never used before, also not for another attempt of the same request
 */
export function signV3(request: UnsignedRequest, key: AccessKey, now: number, nonce: string): Headers {
	const { method, url, headers, body } = request;
	headers.host = url.host;
	headers['x-acs-content-sha256'] = body.length === 0 ? HASH_OF_NOTHING : hash('sha256', body);
	headers['x-acs-date'] = isoSeconds(now);
	headers['x-acs-signature-nonce'] = nonce;
	if (key.securityToken) {
		headers['x-acs-accesskey-id'] = key.accessKeyId;
		headers['x-acs-security-token'] = key.securityToken;
	}
	const { names, lines } = signedHeaders(headers);
	const canonicalRequest = `${method.toUpperCase()}\n${url.pathname}\n${url.search.slice(1)}\n${lines}\n${names}\n${headers['x-acs-content-sha256']}`;
	const signature = createHmac('sha256', key.accessKeySecret).update(`${ALGORITHM}\n${hash('sha256', canonicalRequest)}`).digest('hex');
	headers.authorization = `${ALGORITHM} Credential=${key.accessKeyId},SignedHeaders=${names},Signature=${signature}`;
	return headers;
}
