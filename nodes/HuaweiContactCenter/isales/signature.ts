import { createHmac } from 'node:crypto';

/** What is signed of a request. */
export interface Unsigned {
	method: string;
	/** As it stands in the address. */
	path: string;
	/** Names and values, not encoded. */
	query: Array<[string, string]>;
	/** The headers that are signed, `host` among them. */
	headers: Record<string, string>;
	/** The text that is sent; empty for none. */
	body: string;
}

export interface Keys {
	accessKey: string;
	secretKey: string;
}

/** Percent-encodes everything but the unreserved characters of RFC 3986. */
export function encoded(text: string): string {
	return encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

function hmac(key: string, text: string): string {
	return createHmac('sha256', key).update(text).digest('hex');
}

/** The query as it is signed and sent. */
export function canonicalQuery(query: Unsigned['query']): string {
	return query
		.map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
		.sort()
		.join('&');
}

function canonicalHeaders(headers: Unsigned['headers']): { names: string; lines: string } {
	const entries = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value.trim()] as const);
	const names = entries.map(([name]) => name).sort().join(';');
	const lines = entries.map(([name, value]) => `${encoded(name)}:${encoded(value)}`).sort();
	return { names, lines: lines.join('\n') };
}

/**
 * The value of the header `Authorization`. The key of the signature is the secret applied to the access key, the time and the names of
 * the headers, as hexadecimal text; what it signs is the request.
 *
 * Source: "AK/SK authentication" (cec_07_0003) and the vendor's demo client (SignInfo, SignerUtils, PathUtils).
 *
 * @param now milliseconds since 1970
 */
export function authorization({ method, path, query, headers, body }: Unsigned, { accessKey, secretKey }: Keys, now: number): string {
	const time = new Date(now).toISOString().replace(/\.\d+Z$/, 'Z');
	const { names, lines } = canonicalHeaders(headers);
	const prefix = `auth-v2/${accessKey}/${time}/${names}`;
	const search = query.length > 0 ? [canonicalQuery(query)] : [];
	const request = [method.toUpperCase(), path, ...search, names, lines].join('\n');
	return `${prefix}/${hmac(hmac(secretKey, prefix), `${request}\n${encoded(body)}`)}`;
}
