import type { IDataObject, IExecuteFunctions, IHttpRequestMethods } from 'n8n-workflow';
import type { Connection } from '../../../common/action/resource';

export interface ApiRequest {
	method: IHttpRequestMethods;
	/** From the root of the base URL. */
	path: string;
	query?: IDataObject;
	/** JSON text, whose numbers keep their digits. */
	body?: string;
}

/** Sends a request and returns its answer; throws a VendorError for a refusal. */
export interface ApiClient {
	send(request: ApiRequest): Promise<IDataObject>;
}

export type ConnectApi = (context: IExecuteFunctions) => Promise<Connection<ApiClient>>;
