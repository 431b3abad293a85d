import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

function digest(text: string): Buffer {
	return createHash('sha256').update(text, 'utf8').digest();
}

/** Compares in a time that depends on neither content nor length. */
export function isSame(given: string, expected: string): boolean {
	return timingSafeEqual(digest(given), digest(expected));
}

/**
 * Base64(HMAC-SHA1(appSecret, appKey + "\n" + dateTime)): how Baiying's older API signs requests. For callbacks, Baiying documents the
 * field `sign` but not how to compute it. The signature does not cover the body.
 */
export function callbackSign(appKey: string, appSecret: string, dateTime: string): string {
	return createHmac('sha1', appSecret).update(`${appKey}\n${dateTime}`, 'utf8').digest('base64');
}
