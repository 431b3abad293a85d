import type { ICredentialDataDecryptedObject, IExecuteFunctions, IHttpRequestOptions, ILoadOptionsFunctions, IN8nHttpFullResponse } from 'n8n-workflow';
import { InputError, vendorErrorIn } from '../../common/vendor/errors';
import { networkError } from '../../common/vendor/network';
import { withToken } from '../../common/vendor/tokenCredential';
import { parsedUrl } from '../../common/vendor/url';
import { accountOf, type Account } from './account';
import { answerOf, codeOf, envelopeOf, type BaiyingAnswer } from './answer';
import { knownOperation, type Api, type Operation } from './catalogue';
import { tokens } from './tokens';
import { TOKEN_REFUSED } from './vendorErrors';
import { jsonParameters, textParameters } from './wire';

export const CREDENTIALS: Record<Api, string> = { openPlatform: 'baiyingOpenPlatformApi', hmac: 'baiyingHmacApi' };

/** What the editor calls the two APIs. */
export const API_NAMES: Record<Api, string> = { openPlatform: 'Open Platform', hmac: 'Older API (HMAC)' };

/** What an action sends, by API: the name of an operation, or the operation itself. Left out for an API that can't do it. */
export type Senders = Partial<Record<Api, string | Operation>>;

/** The connection to Baiying for one run of the node: one interface to both APIs. Errors are VendorErrors. */
export interface BaiyingClient {
	api: Api;
	/**
	 * Sends one request and returns its data. The company is that of the credential unless the values name another.
	 *
	 * @param senders what is sent to each API; an InputError names the other API if there is nothing for this one
	 * @param values the parameters, under the names of our fields or the vendor's own; undefined ones are not sent
	 */
	send(senders: Senders, values: object): Promise<BaiyingAnswer>;
}

type Context = IExecuteFunctions | ILoadOptionsFunctions;

const DEFAULT_TIMEOUT_MS = 30_000;

/** `byai.openapi.calljob.list` -> `/api/oauth/byai.openapi.calljob/1.0.0/list` */
function openPath(name: string): string {
	const at = name.lastIndexOf('.');
	return `/api/oauth/${name.slice(0, at)}/1.0.0/${name.slice(at + 1)}`;
}

function hmacPath(name: string): string {
	return name.startsWith('/openapi/') ? name : `/openapi/v1${name}`;
}

const EXAMPLES: Record<Api, string> = { openPlatform: 'https://open.byai.com', hmac: 'https://api.byrobot.cn' };

function requestFor(api: Api, { baseUrl }: Account, operation: Operation, values: object): IHttpRequestOptions & { url: string } {
	const base = parsedUrl(baseUrl, 'Base URL', EXAMPLES[api]).href.replace(/\/$/, '');
	const url = base + (api === 'openPlatform' ? openPath(operation.name) : hmacPath(operation.name));
	const common = { method: operation.method, url, headers: { accept: 'application/json' } };
	if (operation.method === 'GET') return { ...common, qs: textParameters(operation, values) };
	if (api === 'openPlatform') return { ...common, body: textParameters(operation, values) };
	return { ...common, headers: { ...common.headers, 'content-type': 'application/json' }, body: jsonParameters(operation, values) };
}

class Connection implements BaiyingClient {
	private readonly account: Account;
	private readonly secrets: string[];

	constructor(
		private readonly context: Context,
		readonly api: Api,
		credentials: ICredentialDataDecryptedObject,
		private readonly timeoutMs: number,
	) {
		this.account = accountOf(credentials);
		this.secrets = [this.account.appSecret, this.account.appKey];
	}

	async send(senders: Senders, values: object): Promise<BaiyingAnswer> {
		const sender = senders[this.api];
		if (sender === undefined) throw cannot(this.api);
		const operation = typeof sender === 'string' ? knownOperation(this.api, sender) : sender;
		const request = requestFor(this.api, this.account, operation, { ...values, companyId: this.companyIn(values) });
		const host = new URL(request.url).host;
		return answerOf(await this.withToken(request, host), { api: this.api, host, secrets: this.secretsNow() });
	}

	private companyIn(values: object): string | undefined {
		const { companyId } = values as { companyId?: string };
		return companyId ?? (this.account.companyId || undefined);
	}

	private secretsNow(): string[] {
		const token = tokens.current(this.account);
		return token === undefined ? this.secrets : [...this.secrets, token];
	}

	private async withToken(request: IHttpRequestOptions, host: string): Promise<IN8nHttpFullResponse> {
		const isRefused = (response: IN8nHttpFullResponse) => this.api === 'openPlatform' && codeOf(envelopeOf(response)) === TOKEN_REFUSED;
		return await withToken(tokens, this.account, async () => await this.request(request, host), isRefused);
	}

	private async request(request: IHttpRequestOptions, host: string): Promise<IN8nHttpFullResponse> {
		try {
			return (await this.context.helpers.httpRequestWithAuthentication.call(this.context, CREDENTIALS[this.api], {
				...request,
				timeout: this.timeoutMs,
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
			})) as IN8nHttpFullResponse;
		} catch (error) {
			throw vendorErrorIn(error) ?? networkError(error, host);
		}
	}
}

function cannot(api: Api): InputError {
	const other = api === 'hmac' ? 'openPlatform' : 'hmac';
	return new InputError(`This operation doesn't exist in Baiying's ${API_NAMES[api]}: set 'Authentication' to ${API_NAMES[other]}`);
}

/** @param timeoutMs how long one request may take */
export async function connectBaiying(context: Context, api: Api, timeoutMs = DEFAULT_TIMEOUT_MS): Promise<BaiyingClient> {
	return new Connection(context, api, await context.getCredentials(CREDENTIALS[api]), timeoutMs);
}
