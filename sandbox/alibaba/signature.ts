import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** An HTTP request as it came over the wire; `url` is the raw request target. */
export interface ReceivedRequest {
	method: string;
	url: string;
	headers: IncomingHttpHeaders;
	body: Buffer;
}

export interface Authorization {
	accessKeyId: string;
	signedHeaders: string[];
	signature: string;
}

const ALGORITHM = 'ACS3-HMAC-SHA256';
const AUTHORIZATION = /^ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([^,]+),Signature=([0-9a-f]{64})$/;

export function parseAuthorization(header: string | undefined): Authorization | undefined {
	const [, accessKeyId, signedHeaders, signature] = AUTHORIZATION.exec(header ?? '') ?? [];
	if (!accessKeyId || !signedHeaders || !signature) return undefined;
	return { accessKeyId, signedHeaders: signedHeaders.split(';'), signature };
}

/** Names and values, decoded as a web server does it (`+` is a space). Throws a `URIError` when the percent-encoding is broken. */
function pairs(text: string): Array<[string, string]> {
	return text
		.split('&')
		.filter((pair) => pair !== '')
		.map((pair) => {
			const [name, value = ''] = split(pair, '=');
			return [decode(name), decode(value)];
		});
}

/** The parameters in a raw request target. */
export function queryParameters(url: string): Array<[string, string]> {
	const [, query = ''] = split(url, '?');
	return pairs(query);
}

/** The parameters in a form body; any other body has none. */
export function formParameters({ headers, body }: ReceivedRequest): Array<[string, string]> {
	const isForm = String(headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
	return isForm ? pairs(body.toString('utf8')) : [];
}

/** The headers that were sent and have to be part of the signature. */
export function headersToSign(headers: IncomingHttpHeaders): string[] {
	return Object.keys(headers)
		.filter((name) => name === 'host' || name === 'content-type' || name.startsWith('x-acs-'))
		.sort();
}

/** "Request syntax and signature method V3", step 1. The headers are those the client says it signed. */
export function canonicalRequest(request: ReceivedRequest, signedHeaders: string[]): string {
	const [path] = split(request.url, '?');
	const query = queryParameters(request.url)
		.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
		.map(([name, value]) => `${encode(name)}=${encode(value)}`)
		.join('&');
	const headers = signedHeaders.map((name) => `${name}:${headerValue(request.headers, name)}\n`);
	return [request.method, path, query, headers.join(''), signedHeaders.join(';'), sha256(request.body)].join('\n');
}

/** Steps 2 and 3: the signature that the request ought to carry. */
export function expectedSignature(canonical: string, secret: string): string {
	return createHmac('sha256', secret).update(`${ALGORITHM}\n${sha256(canonical)}`).digest('hex');
}

/** Whether the request is what the holder of the secret signed, all of it. */
export function isSignedBy(secret: string, request: ReceivedRequest, authorization: Authorization): boolean {
	const { signedHeaders, signature } = authorization;
	const isSorted = [...signedHeaders].sort().join() === signedHeaders.join();
	const isComplete = headersToSign(request.headers).every((name) => signedHeaders.includes(name));
	const isBodyHashed = request.headers['x-acs-content-sha256'] === sha256(request.body);
	if (!isSorted || !isComplete || !isBodyHashed) return false;
	const expected = expectedSignature(canonicalRequest(request, signedHeaders), secret);
	return timingSafeEqual(Buffer.from(expected), Buffer.from(signature));
}

export function sha256(data: string | Buffer): string {
	return createHash('sha256').update(data).digest('hex');
}

function headerValue(headers: IncomingHttpHeaders, name: string): string {
	return String(headers[name] ?? '').trim();
}

function split(text: string, separator: string): [string, string?] {
	const at = text.indexOf(separator);
	return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}

function decode(text: string): string {
	return decodeURIComponent(text.replaceAll('+', '%20'));
}

/** Percent-encoding of RFC 3986, which leaves only `A-Za-z0-9-_.~`. */
function encode(text: string): string {
	return [...Buffer.from(text)]
		.map((byte) => {
			const character = String.fromCharCode(byte);
			return /[A-Za-z0-9\-_.~]/.test(character)
				? character
				: `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
		})
		.join('');
}
