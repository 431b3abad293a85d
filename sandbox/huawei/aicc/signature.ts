import { createHmac } from 'node:crypto';

export type CallbackFields = Record<string, string | number | null>;

/**
 * The signature of a callback whose address came with the call. The fields without `timestamp`, `nonce` and `signature`, sorted by their
 * names and without any blanks, are signed together with secret, timestamp and nonce. Source: the page of the callback (cec_07_2804),
 * whose Java sample prints a sorted map.
 */
export function callbackSignature(fields: CallbackFields, secret: string, timestamp: string, nonce: string): string {
	const params = Object.keys(fields).sort().map((name) => `${name}=${String(fields[name])}`).join(',').replaceAll(' ', '');
	return createHmac('sha256', secret).update(`${secret}_${timestamp}_${nonce}_${params}`).digest('base64');
}
