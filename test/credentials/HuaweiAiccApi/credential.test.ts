import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { startAicc, type AiccVendor } from '../../../sandbox/huawei/aicc';
import { createWorld } from '../../../sandbox/world';
import { aiccCredential } from '../../nodes/HuaweiContactCenter/aicc/support';
import { testCredential, type TestResult } from '../HuaweiCcGatewayApi/testCredential';

let vendor: AiccVendor;

beforeEach(async () => {
	vendor = await startAicc(createWorld());
});
afterEach(async () => await vendor.close());

async function test(change: ICredentialDataDecryptedObject = {}): Promise<TestResult> {
	const { type, data } = aiccCredential(vendor, change);
	return await testCredential(type, data);
}

it('accepts the right values', async () => {
	expect(await test()).toEqual({ status: 'OK', message: '' });
	expect(vendor.requests).toHaveLength(1);
});

it.each(['/', '/apiaccess/', '/apigovernance/api/oauth/tokenByAkSk'])('takes a base URL that ends with %s', async (end) => {
	expect(await test({ baseUrl: vendor.url + end })).toMatchObject({ status: 'OK' });
});

it.each<ICredentialDataDecryptedObject>([{ appSecret: 'wrong-secret' }, { appKey: 'wrong-key' }])('explains what is wrong with %j', async (change) => {
	const result = await test(change);
	expect(result).toMatchObject({ status: 'Error', message: expect.stringContaining('Check the app key and the app secret in the credential') });
	expect(result.message).not.toContain('wrong-secret');
});

it('names the field with a wrong address', async () => {
	expect(await test({ baseUrl: 'besclouds' })).toMatchObject({ status: 'Error', message: expect.stringContaining("'Base URL' in the credential") });
});

it('adds key and token to a request of the HTTP Request node, whatever headers it brings', async () => {
	await test();
	const { type, data } = aiccCredential(vendor);
	const { authenticate } = type;
	if (typeof authenticate !== 'function') throw new Error('no authenticate');
	const given = { uri: '/apiaccess/x', url: '', headers: { authorization: 'Bearer old', accept: 'application/json' } };
	expect(await authenticate(data, given)).toMatchObject({
		uri: `${vendor.url}/apiaccess/x`,
		headers: { accept: 'application/json', 'X-APP-Key': 'sandbox-aicc-key', Authorization: expect.stringMatching(/^Bearer [0-9a-f]{48}$/) },
	});
});
