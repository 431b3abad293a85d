import Client, { $OpenApiUtil } from '@alicloud/openapi-core';
import { startAlibaba, type AlibabaVendor } from '../../../sandbox/alibaba';
import { createWorld } from '../../../sandbox/world';
import { BACK2BACK } from './request';

type Query = Record<string, string>;

let vendor: AlibabaVendor;
const world = createWorld();

beforeAll(async () => {
	vendor = await startAlibaba(world, { quirks: 'clean' });
});

afterAll(async () => await vendor.close());

/** Calls the vendor as the official SDK for the call center does. */
async function official(action: string, request: { query?: Query; body?: Query }, config: Query = {}) {
	const client = new Client(
		new $OpenApiUtil.Config({
			accessKeyId: 'sandbox-key-id',
			accessKeySecret: 'sandbox-key-secret',
			endpoint: new URL(vendor.url).host,
			protocol: 'HTTP',
			...config,
		}),
	);
	const params = new $OpenApiUtil.Params({
		action,
		version: '2020-07-01',
		protocol: 'HTTP',
		pathname: '/',
		method: 'POST',
		authType: 'AK',
		style: 'RPC',
		reqBodyType: 'formData',
		bodyType: 'json',
	});
	return await client.callApi(params, new $OpenApiUtil.OpenApiRequest(request), {} as never);
}

test('the official client can list, and place a call', async () => {
	const listed = await official('ListInstances', { query: { PageNumber: '1', PageSize: '10' } });
	expect(listed).toMatchObject({ statusCode: 200, body: { Data: { List: [{ Id: 'ccc-test' }] } } });
	const placed = await official('StartBack2BackCall', { query: { ...BACK2BACK, Tags: '备注 a+b' } });
	expect(placed).toMatchObject({ body: { Code: 'OK', Data: { CallContext: { CallType: 'BACK2BACK' } } } });
	expect(vendor.calls().at(-1)).toMatchObject({ callee: '13720000000', tags: '备注 a+b' });
});

test('the official client can sign in with an STS token', async () => {
	const query = { PageNumber: '1', PageSize: '10' };
	const listed = await official('ListInstances', { query }, { securityToken: 'sandbox-sts-token' });
	expect(listed).toMatchObject({ body: { Code: 'OK' } });
});

test("the official client understands the gateway's errors", async () => {
	const query = { PageNumber: '1', PageSize: '10' };
	await expect(official('ListInstances', { query }, { accessKeySecret: 'wrong' })).rejects.toMatchObject({
		statusCode: 400,
		code: 'SignatureDoesNotMatch',
	});
});

test('parameters in the body are ignored, even if they are signed correctly', async () => {
	const before = vendor.calls().length;
	await expect(official('StartBack2BackCall', { body: BACK2BACK })).rejects.toMatchObject({
		statusCode: 400,
		code: 'MissingInstanceId',
	});
	expect(vendor.calls()).toHaveLength(before);
});
