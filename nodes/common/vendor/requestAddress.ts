import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

/** The HTTP Request node has `uri` and `form` where other nodes have `url` and `body`. */
export type Options = IHttpRequestOptions & { uri?: string; form?: IDataObject };

/** The request with a whole address: a path alone is relative to the base URL of the credential. */
export function withAddress(options: Options, baseUrl: string): Options {
	const { baseURL, ...rest } = options;
	const given = options.uri ?? options.url;
	if (/^https?:/i.test(given)) return rest;
	const address = `${(baseURL ?? baseUrl).replace(/\/+$/, '')}/${given.replace(/^\/+/, '')}`;
	return { ...rest, [options.uri === undefined ? 'url' : 'uri']: address };
}
