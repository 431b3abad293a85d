import type { IDataObject, IExecuteFunctions, IHttpRequestMethods, ILoadOptionsFunctions } from 'n8n-workflow';
import { readOptions, requestsPerSecond, timeoutSeconds } from '../../common/action/options';
import type { Connection } from '../../common/action/resource';
import { accountOf, CREDENTIAL } from './account';
import { answerOf } from './answer';
import { sendSigned } from './send';

/** The two editions of the interfaces, as they stand in their addresses. */
export type ApiVersion = 'v1' | 'v2';

/** One request to CC-iSales. */
export interface ISalesRequest {
	/** `v1` if left out: most interfaces exist only there. */
	version?: ApiVersion;
	method: IHttpRequestMethods;
	/** Below `/rest/isales/{version}/openapi/campaigns/{vdnId}`; empty for the campaigns themselves. */
	path: string;
	query?: IDataObject;
	/** Undefined entries are not sent. */
	body?: object;
}

/** Sends a request and returns the body of the answer. Throws a VendorError if the vendor refused or no valid answer came. */
export type ISalesClient = (request: ISalesRequest) => Promise<IDataObject>;

const DEFAULT_TIMEOUT_MS = 30_000;
/** Below the 10 that the vendor allows at once for results. */
const MOST_AT_ONCE = 5;

const options = { requestsPerSecond, timeoutSeconds: timeoutSeconds(30) };

function defined(values: IDataObject | undefined): IDataObject | undefined {
	return values && Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

export async function iSalesClient(context: IExecuteFunctions | ILoadOptionsFunctions, timeoutMs = DEFAULT_TIMEOUT_MS): Promise<ISalesClient> {
	const credentials = await context.getCredentials(CREDENTIAL);
	return async ({ version = 'v1', method, path, query, body }) => {
		const { vdnId } = accountOf(credentials);
		const whole = `/rest/isales/${version}/openapi/campaigns/${vdnId}${path}`;
		const headers = { locale: 'en_US' };
		return answerOf(await sendSigned(context, credentials, { method, path: whole, query: defined(query), body: defined(body as IDataObject), headers, timeoutMs }));
	};
}

/** How fast, and how long, a run of the node asks. Throws an InputError that names the option. */
export function paceOf(context: IExecuteFunctions) {
	const { timeoutSeconds: seconds, requestsPerSecond: perSecond } = readOptions(options, context);
	return { timeoutMs: seconds * 1000, concurrency: MOST_AT_ONCE, requestsPerSecond: perSecond };
}

/** The connection to CC-iSales for one run of the node. Throws an InputError that names the option. */
export async function connectISales(context: IExecuteFunctions): Promise<Connection<ISalesClient>> {
	const { timeoutMs, ...pace } = paceOf(context);
	return { client: await iSalesClient(context, timeoutMs), ...pace };
}
