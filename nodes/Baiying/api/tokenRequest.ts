import type { IHttpRequestHelper, IN8nHttpFullResponse } from 'n8n-workflow';
import { VendorError } from '../../common/vendor/errors';
import { networkError } from '../../common/vendor/network';
import { renewalTime, requestedToken } from '../../common/vendor/tokenCredential';
import type { Token } from '../../common/vendor/tokenDesk';
import { parsedUrl } from '../../common/vendor/url';
import { objectOf } from '../callback/json';
import { amount, text } from '../callback/values';
import type { Account } from './account';
import { answerOf } from './answer';

const TIMEOUT_MS = 20_000;

/** Used if the answer doesn't say how long the token lives. */
const SHORTEST_LIFE_SECONDS = 7200;

const REMEDY = 'Check the app key, the app secret and the company ID in the credential';

function tokenIn(data: ReturnType<typeof objectOf>): Token {
	const value = text(data.access_token);
	if (value === null) {
		const message = 'Its answer holds no token';
		throw new VendorError({ failure: 'refused', code: 'NoToken', message });
	}
	return { value, renewAt: renewalTime(amount(data.expires_in) ?? SHORTEST_LIFE_SECONDS) };
}

async function ask({ httpRequest }: IHttpRequestHelper['helpers'], { appKey, appSecret, companyId }: Account, url: URL): Promise<IN8nHttpFullResponse> {
	try {
		return (await httpRequest({
			method: 'POST',
			url: url.href,
			headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
			body: new URLSearchParams({ client_id: appKey, client_secret: appSecret, company_id: companyId, grant_type: 'platform' }).toString(),
			timeout: TIMEOUT_MS,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		})) as IN8nHttpFullResponse;
	} catch (error) {
		throw networkError(error, url.host);
	}
}

async function requestOnce(helpers: IHttpRequestHelper['helpers'], account: Account): Promise<Token> {
	const url = parsedUrl(account.tokenUrl, 'Token URL', 'https://open-tcs.byai.com/oauth/token');
	const response = await ask(helpers, account, url);
	const secrets = [account.appSecret, account.appKey];
	return tokenIn(objectOf(answerOf(response, { api: 'openPlatform', host: url.host, secrets }).data));
}

/**
 * Asks for an access token. Another process may be asking at this moment, and Baiying allows one request at a time, so a request that it turns
 * away for that reason is repeated. Source: https://open.byai.com/v2/auth.html.
 *
 * @throws VendorError; whatever went wrong, the request that needed the token was not sent
 */
export async function requestToken(helpers: IHttpRequestHelper['helpers'], account: Account): Promise<Token> {
	return await requestedToken(async () => await requestOnce(helpers, account), 'Baiying', REMEDY);
}
