import { sleep, type IHttpRequestHelper, type IN8nHttpFullResponse } from 'n8n-workflow';
import { VendorError } from '../../common/vendor/errors';
import { networkError } from '../../common/vendor/network';
import { objectOf } from '../callback/json';
import { amount, text } from '../callback/values';
import { parsedUrl, type Account } from './account';
import { answerOf } from './answer';
import type { Token } from './tokenDesk';

const TIMEOUT_MS = 20_000;
const TRIES = 6;
const FIRST_BACK_OFF_MS = 250;

/** Used if the answer doesn't say how long the token lives. */
const SHORTEST_LIFE_SECONDS = 7200;
/** How long before its end a token is renewed, at most. */
const LONGEST_MARGIN_MS = 5 * 60_000;

function tokenIn(data: ReturnType<typeof objectOf>): Token {
	const value = text(data.access_token);
	if (value === null) {
		const message = 'Baiying issued no access token. Check the app key, the app secret and the company ID in the credential';
		throw new VendorError({ failure: 'refused', code: 'NoToken', message });
	}
	const lifeMs = (amount(data.expires_in) ?? SHORTEST_LIFE_SECONDS) * 1000;
	return { value, renewAt: Date.now() + lifeMs - Math.min(LONGEST_MARGIN_MS, lifeMs / 10) };
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

/** Whatever the reason, the request that needed the token has not been sent. */
function inWords(error: VendorError): VendorError {
	const { failure, vendorMessage, message, ...rest } = error.details();
	if (failure === 'noAnswer' && vendorMessage === undefined) return new VendorError({ ...rest, failure: 'notSent', message });
	if (failure !== 'refused' && failure !== 'noAnswer') return error;
	const said = vendorMessage ?? message;
	const remedy = `Baiying issued no access token: ${said}. Check the app key, the app secret and the company ID in the credential`;
	return new VendorError({ ...rest, failure: 'refused', vendorMessage, message: remedy });
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
	for (let tries = 1; ; tries++) {
		const issued = await requestOnce(helpers, account).catch(asRefusal);
		if (!(issued instanceof VendorError)) return issued;
		if (issued.failure === 'refused' || tries === TRIES) throw issued;
		await sleep(issued.retryAfterMs ?? FIRST_BACK_OFF_MS * 2 ** (tries - 1));
	}
}

function asRefusal(error: unknown): VendorError {
	if (error instanceof VendorError) return inWords(error);
	throw error;
}
