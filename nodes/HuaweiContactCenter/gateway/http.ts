import type { IHttpRequestHelper, IHttpRequestMethods, IN8nHttpFullResponse } from 'n8n-workflow';

/** One HTTP request as the gateway wants it. */
export interface HttpRequest {
	method: IHttpRequestMethods;
	url: string;
	headers: Record<string, string>;
	/** Sent as JSON. */
	body?: object;
	timeoutMs: number;
	allowUnauthorizedCerts: boolean;
	/** Cancels the request. */
	signal?: AbortSignal;
}

export interface HttpAnswer {
	status: number;
	/** Lower case names; `set-cookie` is a list. */
	headers: Record<string, unknown>;
	body: unknown;
}

/** Sends a request and returns the answer, whatever its status; rejects with the network's error when none came. */
export type Send = (request: HttpRequest) => Promise<HttpAnswer>;

export function sendThrough(helpers: IHttpRequestHelper['helpers']): Send {
	return async ({ method, url, headers, body, timeoutMs, allowUnauthorizedCerts, signal }) => {
		const answer = (await helpers.httpRequest({
			method,
			url,
			headers,
			...(body ? { body } : {}),
			...(signal ? { abortSignal: signal } : {}),
			json: true,
			timeout: timeoutMs,
			skipSslCertificateValidation: allowUnauthorizedCerts,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		})) as IN8nHttpFullResponse;
		return { status: answer.statusCode, headers: answer.headers, body: answer.body };
	};
}
