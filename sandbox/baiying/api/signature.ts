import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { SigningKeys } from '../callbacks';
import { BaiyingError } from './errors';

const WINDOW_MS = 3 * 60_000;
const DATE = /^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

const refused = () => new BaiyingError(401, '校验数据错误');

/** Checks the three headers of the older API against the wall clock, which may be off by 3 minutes. Throws a BaiyingError. */
export function checkSignature({ appKey, appSecret }: SigningKeys, headers: IncomingHttpHeaders, now: number): void {
	const { appkey, datetime, sign } = headers;
	if (appkey !== appKey || typeof datetime !== 'string' || typeof sign !== 'string' || !DATE.test(datetime)) throw refused();
	if (Math.abs(now - Date.parse(datetime)) > WINDOW_MS) throw new BaiyingError(408, '时间选择不对');
	const right = createHmac('sha1', appSecret).update(`${appKey}\n${datetime}`).digest();
	const given = Buffer.from(sign, 'base64');
	if (given.length !== right.length || !timingSafeEqual(given, right)) throw refused();
}
