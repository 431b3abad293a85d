import type { IDataObject, IExecuteFunctions, IHttpRequestMethods, ILoadOptionsFunctions, IN8nHttpFullResponse } from 'n8n-workflow';
import { networkError } from '../../common/vendor/network';
import { vendorErrorIn } from '../../common/vendor/errors';
import { withToken } from '../../common/vendor/tokenCredential';
import { addressOf, AICC_CREDENTIAL, tenantOf, type Tenant } from './account';
import { answerOf, type Asked } from './answer';
import { OPERATIONS, type AiccOperation, type OperationName } from './operations';
import { tokens } from './token';

/** Whether the fields stand in the body itself, or in an object around them. The vendor's pages disagree. */
export type BodyEdition = 'flat' | 'wrapped';

/** A request to any path. */
export interface AnyRequest {
	method: IHttpRequestMethods;
	/** From the root of the base URL. */
	path: string;
	query?: IDataObject;
	/** An object, or JSON text. */
	body?: object | string;
}

/** The connection to AICC for one run of the node. Errors are VendorErrors. */
export interface AiccClient {
	/** Sends one request and returns the body of its answer, with long whole numbers as text. */
	send(name: OperationName, fields: object): Promise<IDataObject>;
	/** Sends any request, and returns the answer whatever its status. */
	exchange(request: AnyRequest): Promise<IN8nHttpFullResponse>;
	/** Who is asked, to tell what an answer means. */
	asked(): Asked;
}

type Context = IExecuteFunctions | ILoadOptionsFunctions;

export interface AiccSettings {
	/** How long one request may take. */
	timeoutMs: number;
	bodyEdition: BodyEdition;
}

const UNAUTHORIZED = 401;

const HINTS: Record<BodyEdition, string> = {
	flat: '. If the fields are right, set \'Body Edition\' in the options to "Wrapped", which some tenants want; nobody was called',
	wrapped: '. If the fields are right, set \'Body Edition\' in the options to "Flat", which most tenants want; nobody was called',
};

function hintFor({ wrapper }: AiccOperation, edition: BodyEdition): string | undefined {
	return wrapper && HINTS[edition];
}

class AiccConnection implements AiccClient {
	private readonly secrets: string[];

	constructor(
		private readonly context: Context,
		private readonly tenant: Tenant,
		private readonly settings: AiccSettings,
	) {
		this.secrets = [tenant.appSecret, tenant.appKey];
	}

	asked(): Asked {
		const token = tokens.current(this.tenant);
		return { host: addressOf(this.tenant, '/').host, secrets: token === undefined ? this.secrets : [...this.secrets, token] };
	}

	async send(name: OperationName, fields: object): Promise<IDataObject> {
		const operation: AiccOperation = OPERATIONS[name];
		const { path, wrapper, meanings, mayAct = false, emptyCode } = operation;
		const { bodyEdition } = this.settings;
		const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
		const body = wrapper && bodyEdition === 'wrapped' ? { [wrapper]: given } : given;
		const response = await this.exchange({ method: 'POST', path, body });
		return answerOf(response, { ...this.asked(), meanings, mayAct, emptyCode, hint: hintFor(operation, bodyEdition) });
	}

	async exchange(request: AnyRequest): Promise<IN8nHttpFullResponse> {
		const url = addressOf(this.tenant, request.path);
		return await withToken(tokens, this.tenant, async () => await this.request(url, request), ({ statusCode }) => statusCode === UNAUTHORIZED);
	}

	private async request(url: URL, { method, query, body }: AnyRequest): Promise<IN8nHttpFullResponse> {
		try {
			return (await this.context.helpers.httpRequestWithAuthentication.call(this.context, AICC_CREDENTIAL, {
				method,
				url: url.href,
				headers: { accept: 'application/json', ...(body ? { 'content-type': 'application/json; charset=UTF-8' } : {}) },
				...(query ? { qs: query } : {}),
				...(body ? { body } : {}),
				encoding: 'text',
				timeout: this.settings.timeoutMs,
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
			})) as IN8nHttpFullResponse;
		} catch (error) {
			throw vendorErrorIn(error) ?? networkError(error, url.host);
		}
	}
}

export async function aiccClient(context: Context, settings: AiccSettings): Promise<AiccClient> {
	return new AiccConnection(context, tenantOf(await context.getCredentials(AICC_CREDENTIAL)), settings);
}
