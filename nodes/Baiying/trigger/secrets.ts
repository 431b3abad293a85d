import { createHmac } from 'node:crypto';

/**
 * Base64(HMAC-SHA1(appSecret, appKey + "\n" + dateTime)): how Baiying's older API signs requests. For callbacks, Baiying documents the
 * field `sign` but not how to compute it. The signature does not cover the body.
 */
export function callbackSign(appKey: string, appSecret: string, dateTime: string): string {
	return createHmac('sha1', appSecret).update(`${appKey}\n${dateTime}`, 'utf8').digest('base64');
}
