import { createHash, createHmac } from 'node:crypto';

const ALGORITHM = 'ACS3-HMAC-SHA256';

/** A request as it goes over the wire, apart from its signature. */
export interface UnsignedRequest {
	method: string;
	/** Absolute; the query is signed as it stands in it. */
	url: URL;
	/** Names in lower case. */
	headers: Record<string, string>;
	body: string | Buffer;
}

export interface AccessKey {
	accessKeyId: string;
	accessKeySecret: string;
	/** Of a temporary (STS) access key. */
	securityToken?: string;
}

function sha256(data: string | Buffer): string {
	return createHash('sha256').update(data).digest('hex');
}

/** RFC 3986 percent-encoding of UTF-8: only letters, digits and `-_.~` stay as they are. */
export function percentEncode(text: string): string {
	return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** A query in the form that is signed, and sent: sorted by name, percent-encoded. */
export function canonicalQuery(parameters: Iterable<[string, string]>): string {
	return [...parameters]
		.map(([name, value]) => [percentEncode(name), percentEncode(value)] as const)
		.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
		.map(([name, value]) => `${name}=${value}`)
		.join('&');
}

function isSigned(name: string): boolean {
	return name.startsWith('x-acs-') || name === 'host' || name === 'content-type';
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
export function signV3(request: UnsignedRequest, key: AccessKey, now: number, nonce: string): Record<string, string> {
	const contentHash = sha256(request.body);
	const headers: Record<string, string> = {
		...request.headers,
		host: request.url.host,
		'x-acs-content-sha256': contentHash,
		'x-acs-date': new Date(now).toISOString().replace(/\.\d{3}Z$/, 'Z'),
		'x-acs-signature-nonce': nonce,
	};
	if (key.securityToken) {
		headers['x-acs-accesskey-id'] = key.accessKeyId;
		headers['x-acs-security-token'] = key.securityToken;
	}
	const names = Object.keys(headers).filter(isSigned).sort();
	const signedHeaders = names.join(';');
	const canonicalRequest = [
		request.method.toUpperCase(),
		request.url.pathname,
		canonicalQuery(request.url.searchParams),
		...names.map((name) => `${name}:${headers[name]?.trim()}`),
		'',
		signedHeaders,
		contentHash,
	].join('\n');
	const signature = createHmac('sha256', key.accessKeySecret).update(`${ALGORITHM}\n${sha256(canonicalRequest)}`).digest('hex');
	return { ...headers, authorization: `${ALGORITHM} Credential=${key.accessKeyId},SignedHeaders=${signedHeaders},Signature=${signature}` };
}
