import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IDataObject, INode } from 'n8n-workflow';
import { endpointFor } from '../../../../nodes/AlibabaCloudCallCenter/api/endpoint';
import { formParameters, isSignedBy, parseAuthorization, queryParameters, type ReceivedRequest } from '../../../../sandbox/alibaba/signature';
import { call, KEY, locator, start, vendor } from '../support';

const goOn: Partial<INode> = { onError: 'continueRegularOutput' };

/** A server of another product: it keeps what it received, and answers what the test wants. */
const received: ReceivedRequest[] = [];
/** The connection is cut if the status is 0. */
let answer: { status: number; body: IDataObject };
let server: Server;
let endpoint: string;

beforeAll(async () => {
	await start();
	server = createServer((req, res) => {
		const chunks: Buffer[] = [];
		req.on('data', (chunk: Buffer) => chunks.push(chunk));
		req.on('end', () => {
			received.push({ method: req.method ?? '', url: req.url ?? '', headers: req.headers, body: Buffer.concat(chunks) });
			if (answer.status === 0) req.socket.destroy();
			else res.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
	received.length = 0;
	answer = { status: 200, body: { Code: 'OK', Success: true, RequestId: 'R-1', JobGroupId: 'g-1' } };
});
afterAll(async () => {
	server.close();
	await vendor.close();
});

async function send(additionalFields: IDataObject, own: string | undefined = endpoint, action = 'AssignJobs', json = '{ "InstanceId": "i-1", "Jobs": [{ "PhoneNumber": "13720000000" }] }') {
	const parameters = { resource: 'api', operation: 'request', apiAction: locator(action), parameterMode: 'json', apiParametersJson: json, additionalFields };
	return await call({ parameters: parameters as never, items: [{}], settings: goOn, key: { endpoint: own, securityToken: 'token-1' } });
}

describe('a request of another product', () => {
	it('is signed as the vendor expects it, with action, version and parameters in their places', async () => {
		const { json } = await send({ product: 'OutboundBot', version: '2019-12-26', endpoint });
		expect(json).toEqual([{ jobGroupId: 'g-1', requestId: 'R-1' }]);
		const [request] = received as [ReceivedRequest];
		const authorization = parseAuthorization(request.headers.authorization);
		expect(authorization && isSignedBy(KEY.accessKeySecret, request, authorization)).toBe(true);
		expect(authorization?.signedHeaders).toEqual(expect.arrayContaining(['x-acs-action', 'x-acs-version', 'x-acs-security-token', 'content-type', 'host']));
		expect(request).toMatchObject({ method: 'POST', url: '/', headers: { 'x-acs-action': 'AssignJobs', 'x-acs-version': '2019-12-26' } });
		expect(formParameters(request)).toEqual([['InstanceId', 'i-1'], ['Jobs', '[{ "PhoneNumber": "13720000000" }]']]);
	});

	it('puts parameters into the query', async () => {
		await send({ product: 'OutboundBot', parameterPlace: 'query', listFormat: 'numbered', endpoint });
		const [request] = received as [ReceivedRequest];
		expect(queryParameters(request.url)).toEqual([['InstanceId', 'i-1'], ['Jobs.1.PhoneNumber', '13720000000']]);
		expect(request.body).toHaveLength(0);
	});

	it('takes an answer without a code for a success, as many products give it', async () => {
		answer.body = { RequestId: 'R-2', Instances: { Instance: [{ Id: 'a' }] } };
		expect((await send({ product: 'OutboundBot', endpoint })).json).toEqual([{ instances: { instance: [{ id: 'a' }] }, requestId: 'R-2' }]);
	});

	it.each([
		['says that it failed', 200, { RequestId: 'R-3', Success: false }],
		['has neither a code nor a request ID', 200, { hello: 'world' }],
		['comes with a status of failure', 502, { RequestId: 'R-3' }],
	])('does not take an answer for a success that %s', async (_, status, body) => {
		answer = { status, body };
		expect((await send({ product: 'OutboundBot', endpoint })).json[0]).toMatchObject({ details: { outcome: 'unknown' } });
	});

	it('explains a refusal without the policy of the call center', async () => {
		answer = { status: 403, body: { Code: 'NoPermission', Message: 'You are not authorized to do this action.', RequestId: 'R-4' } };
		const { json } = await send({ product: 'OutboundBot', endpoint });
		expect(json[0]).toMatchObject({ details: { code: 'NoPermission', outcome: 'rejected', requestId: 'R-4' } });
		expect(json[0]?.error).toMatch(/not allowed to do this/);
		expect(json[0]?.error).not.toMatch(/AliyunCCCFullAccess/);
	});
});

it.each([
	['an action that nobody has described', {}, 'NewAction'],
	['a read of another version of the API', { version: '2017-07-05' }, 'GetInstance'],
	['what has the name of a read at another product', { product: 'OutboundBot' }, 'GetInstance'],
])('does not repeat %s', async (_, aim, action) => {
	answer = { status: 0, body: {} };
	const { json } = await send({ ...aim, endpoint }, endpoint, action);
	expect(json[0]).toMatchObject({ error: expect.stringMatching(/phones may have rung/), details: { outcome: 'unknown' } });
	expect(received).toHaveLength(1);
});

describe('the address', () => {
	it.each([
		[{ name: 'OutboundBot' }, 'https://outboundbot.cn-shanghai.aliyuncs.com/'],
		[{ name: 'aiccs' }, 'https://aiccs.aliyuncs.com/'],
		[{ name: 'outboundbot', endpoint: 'https://outboundbot-vpc.cn-shanghai.aliyuncs.com/' }, 'https://outboundbot-vpc.cn-shanghai.aliyuncs.com/'],
		[{ endpoint: 'ccc-vpc.cn-shanghai.aliyuncs.com' }, 'https://ccc-vpc.cn-shanghai.aliyuncs.com/'],
		[{ name: 'x', endpoint: 'http://127.0.0.1:8080' }, 'http://127.0.0.1:8080/'],
	])('of %j is %s', (product, address) => {
		expect(endpointFor(product, { ...KEY, endpoint: 'http://127.0.0.1:8080' }).href).toBe(address);
	});

	it.each([
		'https://example.com',
		'http://outboundbot.cn-shanghai.aliyuncs.com',
		'https://aliyuncs.com.example.com',
		'https://evilaliyuncs.com',
		'https://user@outboundbot.cn-shanghai.aliyuncs.com',
		'https://example.com/.aliyuncs.com',
		'https://example.com#.aliyuncs.com',
		'http://127.0.0.1:8081',
		'https://127.0.0.1:8080',
		'://',
	])('%s gets nothing that is signed', async (foreign) => {
		expect(() => endpointFor({ endpoint: foreign }, { ...KEY, endpoint: 'http://127.0.0.1:8080' })).toThrow(/'Endpoint' is ".*": use an address of Alibaba Cloud/);
	});

	it('is refused before anything is sent', async () => {
		const { json } = await send({ product: 'OutboundBot', endpoint }, vendor.url);
		expect(json[0]).toMatchObject({ error: expect.stringMatching(/'Endpoint' is/), details: { code: 'InvalidInput', outcome: 'rejected' } });
		expect(received).toEqual([]);
		expect(vendor.requests).toBe(0);
	});

	it('cannot be bent by the region', () => {
		expect(() => endpointFor({ name: 'outboundbot' }, { ...KEY, regionId: 'x/../@example.com#' })).toThrow(/'Endpoint' is/);
	});
});
