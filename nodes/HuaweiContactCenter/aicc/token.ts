import type { ICredentialDataDecryptedObject, IDataObject, IHttpRequestHelper, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import { VendorError } from '../../common/vendor/errors';
import { networkError } from '../../common/vendor/network';
import { withAddress } from '../../common/vendor/requestAddress';
import { ensuredToken, renewalTime, requestedToken, tokenFor } from '../../common/vendor/tokenCredential';
import { TokenDesk, type Token } from '../../common/vendor/tokenDesk';
import { addressOf, tenantOf, type Tenant } from './account';
import { bodyOf, statusError } from './answer';

const PATH = '/apigovernance/api/oauth/tokenByAkSk';
const TIMEOUT_MS = 20_000;
/** The longest life of a token that may be asked for. */
const LIFE_SECONDS = 3600;
/** How long a token lives if the answer doesn't say. */
const DEFAULT_LIFE_SECONDS = 600;
const REMEDY = 'Check the app key and the app secret in the credential';

/** The access tokens of this process, one for each app key. */
export const tokens = new TokenDesk();

function tokenIn({ AccessToken, Expires }: IDataObject): Token {
	if (typeof AccessToken !== 'string' || AccessToken === '') {
		throw new VendorError({ failure: 'refused', code: 'NoToken', message: 'Its answer holds no token' });
	}
	return { value: AccessToken, renewAt: renewalTime(Number(Expires) > 0 ? Number(Expires) : DEFAULT_LIFE_SECONDS) };
}

async function ask({ httpRequest }: IHttpRequestHelper['helpers'], tenant: Tenant): Promise<Token> {
	const url = addressOf(tenant, PATH);
	const response = await httpRequest({
		method: 'POST',
		url: url.href,
		headers: { 'content-type': 'application/json', accept: 'application/json', 'X-Token-Expire': String(LIFE_SECONDS) },
		body: { app_key: tenant.appKey, app_secret: tenant.appSecret },
		encoding: 'text',
		timeout: TIMEOUT_MS,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	}).catch((error: unknown) => {
		throw networkError(error, url.host);
	});
	const asked = { host: url.host, secrets: [tenant.appSecret, tenant.appKey] };
	const answer = response as IN8nHttpFullResponse;
	const failed = statusError(answer, asked);
	if (failed) throw failed;
	return tokenIn(bodyOf(answer, asked));
}

/**
 * Provides the token for the next request of the credential, which n8n calls for before each one. Source: tokenByAkSk (cec_07_0002).
 *
 * @returns what n8n stores with the credential
 */
export async function ensureToken(credentials: ICredentialDataDecryptedObject, helpers: IHttpRequestHelper['helpers']): Promise<IDataObject> {
	const tenant = tenantOf(credentials);
	const request = async () => await requestedToken(async () => await ask(helpers, tenant), 'Huawei', REMEDY);
	return await ensuredToken(tokens, tenant, credentials, request);
}

const OWN_HEADERS = /^(x-app-key|authorization)$/i;

/** Adds app key and token to a request, whether our own node or the HTTP Request node sends it. Source: "C1" (cec_07_0001). */
export async function authenticateAicc(credentials: ICredentialDataDecryptedObject, options: IHttpRequestOptions): Promise<IHttpRequestOptions> {
	const tenant = tenantOf(credentials);
	const kept = Object.entries(options.headers ?? {}).filter(([name]) => !OWN_HEADERS.test(name));
	const headers = { ...Object.fromEntries(kept), 'X-APP-Key': tenant.appKey, Authorization: `Bearer ${tokenFor(tokens, tenant, credentials)}` };
	return { ...withAddress(options, tenant.baseUrl), headers };
}
