import { startAlibaba, type AlibabaVendor } from '../../../sandbox/alibaba';
import { createWorld } from '../../../sandbox/world';
import { BACK2BACK, call, send, sign } from './request';

const PAGE = { PageNumber: '1', PageSize: '10' };
const MINUTE_MS = 60_000;

let vendor: AlibabaVendor;
const world = createWorld();

beforeAll(async () => {
	vendor = await startAlibaba(world, { quirks: 'clean' });
});

afterAll(async () => await vendor.close());

function dateIn(ms: number): string {
	return new Date(Date.now() + ms).toISOString().replace(/\.\d+Z$/, 'Z');
}

test('a request that is signed properly passes', async () => {
	const { status, data } = await call(vendor.url, 'ListInstances', PAGE);
	expect(status).toBe(200);
	expect(data).toMatchObject({ Code: 'OK', HttpStatusCode: 200, Data: { TotalCount: 1 } });
});

test('text with every awkward character passes', async () => {
	const Tags = "备注 a*b~c'(d)!+&=%/?#";
	const { data } = await call(vendor.url, 'StartBack2BackCall', { ...BACK2BACK, Tags });
	expect(data.Code).toBe('OK');
	expect(vendor.calls().at(-1)?.tags).toBe(Tags);
});

test('the accepted STS token passes', async () => {
	const { data } = await call(vendor.url, 'ListInstances', PAGE, { securityToken: 'sandbox-sts-token' });
	expect(data.Code).toBe('OK');
});

test.each([
	['a wrong secret', { accessKeySecret: 'wrong' }, 400, 'SignatureDoesNotMatch'],
	['an unknown key', { accessKeyId: 'nobody' }, 404, 'InvalidAccessKeyId.NotFound'],
	['another STS token', { securityToken: 'old' }, 400, 'InvalidSecurityToken.Expired'],
	['a clock that is 16 minutes slow', { date: dateIn(-16 * MINUTE_MS) }, 400, 'InvalidTimeStamp.Expired'],
	['a clock that is 16 minutes fast', { date: dateIn(16 * MINUTE_MS) }, 400, 'InvalidTimeStamp.Expired'],
	['a date with milliseconds', { date: new Date().toISOString() }, 400, 'InvalidTimeStamp.Format'],
	['an invalid date', { date: '2026-99-01T00:00:00Z' }, 400, 'InvalidTimeStamp.Format'],
	['another version', { version: '2017-07-05' }, 404, 'InvalidApi.NotFound'],
	['GET for an action that needs POST', { method: 'GET' as const }, 404, 'InvalidApi.NotFound'],
])('refuses %s', async (_name, signing, status, code) => {
	const answer = await call(vendor.url, 'ListInstances', PAGE, signing);
	expect([answer.status, answer.data.Code]).toEqual([status, code]);
});

test('a clock that is 14 minutes off is good enough', async () => {
	const { data } = await call(vendor.url, 'ListInstances', PAGE, { date: dateIn(-14 * MINUTE_MS) });
	expect(data.Code).toBe('OK');
});

test('refuses an unknown action, and names that every object has', async () => {
	for (const action of ['StartCampaign', 'constructor', '__proto__']) {
		const { status, data } = await call(vendor.url, action, PAGE);
		expect([status, data.Code]).toEqual([404, 'InvalidApi.NotFound']);
	}
});

test('a nonce is good once, even after a refusal by the call center', async () => {
	const request = sign(vendor.url, 'StartBack2BackCall', { ...BACK2BACK, Broker: '000' }, { nonce: 'once' });
	expect((await send(request)).data.Code).toBe('NotExists.Number');
	const { status, data } = await send(request);
	expect([status, data.Code]).toEqual([400, 'SignatureNonceUsed']);
});

test('a nonce is not used up by a request with a wrong signature', async () => {
	const wrong = { nonce: 'still free', accessKeySecret: 'wrong' };
	await call(vendor.url, 'ListInstances', PAGE, wrong);
	const { data } = await call(vendor.url, 'ListInstances', PAGE, { nonce: 'still free' });
	expect(data.Code).toBe('OK');
});

describe('refuses a request that is not what was signed', () => {
	const signed = () => sign(vendor.url, 'ListInstances', PAGE);

	async function expectMismatch(request: ReturnType<typeof sign>) {
		const { status, data } = await send(request);
		expect([status, data.Code]).toEqual([400, 'SignatureDoesNotMatch']);
	}

	test('another parameter', async () => {
		const request = signed();
		await expectMismatch({ ...request, url: request.url.replace('PageSize=10', 'PageSize=100') });
	});

	test('one parameter more', async () => {
		const request = signed();
		await expectMismatch({ ...request, url: `${request.url}&Format=JSON` });
	});

	test('a body whose hash was not signed', async () => {
		const request = signed();
		await expectMismatch({ ...request, body: 'a=b', headers: { ...request.headers, 'content-type': 'text/plain' } });
	});

	test('a content type that was not signed', async () => {
		const request = signed();
		await expectMismatch({ ...request, headers: { ...request.headers, 'content-type': 'application/json' } });
	});

	test('an x-acs header that was not signed', async () => {
		const request = signed();
		await expectMismatch({ ...request, headers: { ...request.headers, 'x-acs-region-id': 'cn-shanghai' } });
	});

	test('another action', async () => {
		const request = signed();
		await expectMismatch({ ...request, headers: { ...request.headers, 'x-acs-action': 'ListUsers' } });
	});

	test('broken percent-encoding', async () => {
		const request = signed();
		await expectMismatch({ ...request, url: `${request.url}&Tags=%E5%` });
	});
});

test('refuses a request without a signature', async () => {
	const { authorization, ...headers } = sign(vendor.url, 'ListInstances', PAGE).headers;
	expect(authorization).toContain('ACS3-HMAC-SHA256');
	const { status, data } = await send({ ...sign(vendor.url, 'ListInstances', PAGE), headers });
	expect([status, data.Code]).toEqual([400, 'IncompleteSignature']);
});

test.each(['InstanceId', 'Caller', 'Callee', 'Broker'] as const)('%s may be neither missing nor blank', async (name) => {
	const { [name]: _left, ...rest } = BACK2BACK;
	const missing = await call(vendor.url, 'StartBack2BackCall', rest);
	expect([missing.status, missing.data.Code]).toEqual([400, `Missing${name}`]);
	const blank = await call(vendor.url, 'StartBack2BackCall', { ...BACK2BACK, [name]: ' ' });
	expect([blank.status, blank.data.Code]).toEqual([400, 'Parameter.Blank']);
	expect(blank.data.Params).toEqual([name]);
});

test("the gateway's errors come in its own envelope", async () => {
	const { data } = await call(vendor.url, 'ListInstances', {});
	expect(data).toEqual({
		RequestId: expect.stringMatching(/^[0-9A-F-]{36}$/) as string,
		HostId: new URL(vendor.url).host,
		Code: 'MissingPageNumber',
		Message: 'PageNumber is mandatory for this action.',
		Recommend: expect.stringContaining('MissingPageNumber') as string,
	});
});

test('counts requests and remembers why some were refused', async () => {
	vendor.reset();
	await call(vendor.url, 'ListInstances', PAGE);
	await call(vendor.url, 'ListInstances', PAGE, { accessKeySecret: 'wrong' });
	await call(vendor.url, 'StartBack2BackCall', { ...BACK2BACK, Broker: '000' });
	expect(vendor.requests).toBe(3);
	expect(vendor.refused()).toMatchObject([
		{ action: 'ListInstances', code: 'SignatureDoesNotMatch' },
		{
			action: 'StartBack2BackCall',
			code: 'NotExists.Number',
			reason: 'The specified number 000 does not exist in instance ccc-test.',
		},
	]);
	expect(JSON.stringify(vendor.state())).not.toContain('sandbox-key-secret');
});
