import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';

export interface Keys {
	accessKey: string;
	secretKey: string;
}

/** The vendor's documents name no window; this is that of its other interfaces. */
const WINDOW_MS = 15 * 60_000;

function normal(text: string): string {
	return [...Buffer.from(text, 'utf8')].map((byte) => (/[A-Za-z0-9\-._~]/.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)).join('');
}

function hmacHex(key: string, data: string): string {
	return createHmac('sha256', key).update(data, 'utf8').digest('hex');
}

function canonicalRequest(request: Request, names: string[], body: string): string {
	const url = new URL(request.originalUrl, 'http://isales');
	const query = [...url.searchParams].map(([name, value]) => `${normal(name)}=${normal(value)}`).sort();
	const headers = names.map((name) => `${normal(name)}:${normal(String(request.headers[name] ?? '').trim())}`).sort();
	return [request.method, url.pathname, ...(query.length > 0 ? [query.join('&')] : []), names.join(';'), headers.join('\n'), normal(body)].join('\n');
}

/** Whether the request carries a right signature of these keys, by the wall clock. */
export function isSigned(request: Request, body: string, { accessKey, secretKey }: Keys, now: number): boolean {
	const [scheme, key, time = '', signed = '', signature = ''] = String(request.headers.authorization ?? '').split('/');
	const names = signed.split(';');
	if (scheme !== 'auth-v2' || key !== accessKey || !names.includes('host') || names.includes('authorization')) return false;
	if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(time) || Math.abs(now - Date.parse(time)) > WINDOW_MS) return false;
	const right = hmacHex(hmacHex(secretKey, `auth-v2/${key}/${time}/${signed}`), canonicalRequest(request, names, body));
	return signature.length === right.length && timingSafeEqual(Buffer.from(signature), Buffer.from(right));
}
