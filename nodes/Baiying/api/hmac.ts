import { createHmac } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import { withAddress } from '../../common/vendor/requestAddress';
import { accountOf, type Account } from './account';

/** Headers of an earlier attempt. They are made anew, because a date is good for 3 minutes only. */
const OWN_HEADERS = new Set(['appkey', 'datetime', 'sign']);

/**
 * The headers that prove who sends a request. Neither its address nor its body is signed.
 *
 * @param now milliseconds since 1970
 *
 * Source: https://api.byrobot.cn/doc/v2/ and the vendor's demos (github.com/indata-public/byrobot-openapi-demo).
 */
export function hmacHeaders({ appKey, appSecret }: Pick<Account, 'appKey' | 'appSecret'>, now: number): Record<string, string> {
	const datetime = new Date(now).toUTCString();
	const sign = createHmac('sha1', appSecret).update(`${appKey}\n${datetime}`).digest('base64');
	return { appkey: appKey, datetime, sign };
}

function kept(headers: IDataObject | undefined): IDataObject {
	return Object.fromEntries(Object.entries(headers ?? {}).filter(([name]) => !OWN_HEADERS.has(name.toLowerCase())));
}

/** Signs a request to Baiying's older API for n8n's credential, whether our own node or the HTTP Request node sends it. */
export async function authenticateHmac(credentials: ICredentialDataDecryptedObject, options: IHttpRequestOptions): Promise<IHttpRequestOptions> {
	const account = accountOf(credentials);
	return { ...withAddress(options, account.baseUrl), headers: { ...kept(options.headers), ...hmacHeaders(account, Date.now()) } };
}
