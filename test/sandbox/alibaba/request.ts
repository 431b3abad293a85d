import { OpenApiUtil } from '@alicloud/openapi-core';
import axios, { type AxiosResponse } from 'axios';
import { createHash, randomUUID } from 'node:crypto';
import type { Agent } from 'node:https';

export interface Signing {
	accessKeyId?: string;
	accessKeySecret?: string;
	securityToken?: string;
	date?: string;
	nonce?: string;
	version?: string;
	method?: 'GET' | 'POST';
}

export interface SignedRequest {
	method: 'GET' | 'POST';
	url: string;
	headers: Record<string, string>;
	body: string;
}

export interface Envelope {
	Code: string;
	Message: string;
	RequestId: string;
	HostId?: string;
	Recommend?: string;
	HttpStatusCode?: unknown;
	Params?: unknown;
	Data?: unknown;
}

/** A request signed by the code of the vendor's own client, ready to be tampered with. */
export function sign(url: string, action: string, query: Record<string, string>, signing: Signing = {}): SignedRequest {
	const { accessKeyId = 'sandbox-key-id', accessKeySecret = 'sandbox-key-secret', securityToken } = signing;
	const { method = 'POST' } = signing;
	const payload = createHash('sha256').update('').digest('hex');
	const headers: Record<string, string> = {
		host: new URL(url).host,
		'x-acs-action': action,
		'x-acs-version': signing.version ?? '2020-07-01',
		'x-acs-date': signing.date ?? OpenApiUtil.getTimestamp(),
		'x-acs-signature-nonce': signing.nonce ?? randomUUID(),
		'x-acs-content-sha256': payload,
		...(securityToken && { 'x-acs-accesskey-id': accessKeyId, 'x-acs-security-token': securityToken }),
	};
	const request = { protocol: 'http', port: 80, method, pathname: '/', query, headers, body: null };
	const authorization = OpenApiUtil.getAuthorization(
		request as never,
		'ACS3-HMAC-SHA256',
		payload,
		accessKeyId,
		accessKeySecret,
	);
	const search = Object.entries(query).map((pair) => pair.map(encodeURIComponent).join('='));
	return { method, url: `${url}/?${search.join('&')}`, headers: { ...headers, authorization }, body: '' };
}

/** Sends exactly this request; any HTTP status is an answer. */
export async function send(request: SignedRequest, httpsAgent?: Agent): Promise<AxiosResponse<Envelope>> {
	return await axios.request<Envelope>({
		method: request.method,
		url: request.url,
		headers: { ...request.headers, 'content-type': request.headers['content-type'] ?? false },
		data: request.body || undefined,
		validateStatus: () => true,
		proxy: false,
		httpsAgent,
	});
}

export async function call(
	url: string,
	action: string,
	query: Record<string, string>,
	{ httpsAgent, ...signing }: Signing & { httpsAgent?: Agent } = {},
): Promise<AxiosResponse<Envelope>> {
	return await send(sign(url, action, query, signing), httpsAgent);
}

export const BACK2BACK = {
	InstanceId: 'ccc-test',
	Caller: '13918140000',
	Callee: '13720000000',
	Broker: '01021570000',
};
