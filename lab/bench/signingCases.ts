import { createHmac, hash, randomUUID } from 'node:crypto';
import { OpenApiUtil } from '@alicloud/openapi-core';
import type { IHttpRequestOptions } from 'n8n-workflow';
import type * as Authenticate from '../../nodes/AlibabaCloudCallCenter/api/authenticate';
import type * as Signature from '../../nodes/AlibabaCloudCallCenter/api/signature';
import { compiled } from './compiled';

const CREDENTIALS = { accessKeyId: 'LTAI5tExampleExample1234', accessKeySecret: 'ExampleExampleExampleExample12', regionId: 'cn-shanghai' };
const HOST = 'ccc.cn-shanghai.aliyuncs.com';
const OPERATION = { 'x-acs-action': 'StartBack2BackCall', 'x-acs-version': '2020-07-01' };
const PARAMETERS = { InstanceId: 'ccc-test', Caller: '13918140000', Callee: '13720000000', Broker: '01021570000' };
const ALGORITHM = 'ACS3-HMAC-SHA256';

/** The same signed request in several ways; those that return a promise are awaited. */
export interface SigningCases {
	/** What no signer can do without: a nonce, one SHA-256, one HMAC, each in the fastest form that Node offers. */
	cryptography(): unknown;
	/** The pack's signer, from the request to its headers. */
	signer(): unknown;
	/** What n8n calls for each request: the signer, and the address, query and headers around it. */
	credential(): Promise<unknown>;
	/** What the official client does in `doRequest` before it sends: headers, hash of the body, authorization. */
	officialClient(): unknown;
}

interface OfficialRequest {
	method: string;
	pathname: string;
	query: Record<string, string>;
	headers: Record<string, string>;
}

type OfficialAuthorization = (request: OfficialRequest, algorithm: string, payload: string, id: string, secret: string) => string;

const official = OpenApiUtil as unknown as {
	getAuthorization: OfficialAuthorization;
	getTimestamp(): string;
	getNonce(): string;
	getUserAgent(own: string): string;
	hash(raw: Buffer, algorithm: string): Buffer;
};

function officialAuthorization(headers: Record<string, string>): string {
	const request = { method: 'POST', pathname: '/', query: { ...PARAMETERS }, headers };
	const payload = headers['x-acs-content-sha256'] ?? '';
	return official.getAuthorization(request, ALGORITHM, payload, CREDENTIALS.accessKeyId, CREDENTIALS.accessKeySecret);
}

function signedByOfficialClient(): string {
	const headers: Record<string, string> = {
		host: HOST,
		...OPERATION,
		'user-agent': official.getUserAgent(''),
		'x-acs-date': official.getTimestamp(),
		'x-acs-signature-nonce': official.getNonce(),
		accept: 'application/json',
	};
	headers['x-acs-content-sha256'] = official.hash(Buffer.from('', 'utf-8'), ALGORITHM).toString('hex');
	headers.Authorization = officialAuthorization(headers);
	return headers.Authorization;
}

/** A text of the size of the request's canonical form, flat in memory. */
function canonicalRequest(query: string, headers: Record<string, string>): string {
	const names = Object.keys(headers).filter((name) => name === 'host' || name.startsWith('x-acs-')).sort();
	const lines = names.map((name) => `${name}:${headers[name]}\n`).join('');
	const text = `POST\n/\n${query}\n${lines}\n${names.join(';')}\n${headers['x-acs-content-sha256']}`;
	return Buffer.from(text).toString();
}

/**
 * @param packageDir the unpacked tarball: compiled code, as n8n loads it
 * @throws if our signature and the official client's differ
 */
export function signingCases(packageDir: string): SigningCases {
	const { authenticate } = compiled<typeof Authenticate>(packageDir, 'nodes/AlibabaCloudCallCenter/api/authenticate');
	const { canonicalQuery, signV3 } = compiled<typeof Signature>(packageDir, 'nodes/AlibabaCloudCallCenter/api/signature');

	const query = canonicalQuery(Object.entries(PARAMETERS));
	const url = new URL(`https://${HOST}/?${query}`);
	const options: IHttpRequestOptions = {
		method: 'POST',
		url: url.href,
		headers: { ...OPERATION },
		timeout: 30_000,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	};
	const signer = () => {
		const headers = { 'x-acs-action': 'StartBack2BackCall', 'x-acs-version': '2020-07-01', accept: 'application/json' };
		return signV3({ method: 'POST', url, headers, body: '' }, CREDENTIALS, Date.now(), randomUUID());
	};
	const { authorization, ...unsigned } = signer();
	if (authorization !== officialAuthorization(unsigned)) throw new Error('The two signers do not agree');

	const canonical = canonicalRequest(query, unsigned);
	const hmac = (text: string) => createHmac('sha256', CREDENTIALS.accessKeySecret).update(text).digest('hex');
	return {
		cryptography: () => [randomUUID(), hmac(`${ALGORITHM}\n${hash('sha256', canonical)}`)],
		signer,
		credential: async () => await authenticate(CREDENTIALS, options),
		officialClient: signedByOfficialClient,
	};
}
