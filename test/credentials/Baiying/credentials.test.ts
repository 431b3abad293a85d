import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Api } from '../../../nodes/Baiying/api/catalogue';
import { startBaiying, type BaiyingVendor } from '../../../sandbox/baiying';
import { createWorld } from '../../../sandbox/world';
import { credentialFor } from '../../nodes/Baiying/support/node';
import { testCredential, type TestResult } from '../HuaweiCcGatewayApi/testCredential';

let vendor: BaiyingVendor;

beforeEach(async () => {
	vendor = await startBaiying(createWorld());
});
afterEach(async () => await vendor.close());

async function test(api: Api, change: ICredentialDataDecryptedObject = {}): Promise<TestResult> {
	const { type, data } = credentialFor(api, vendor, change);
	return await testCredential(type, data);
}

describe.each<Api>(['openPlatform', 'hmac'])('the test of the credential for %s', (api) => {
	it('accepts the right values', async () => {
		expect(await test(api)).toEqual({ status: 'OK', message: '' });
		expect(vendor.admitted()).toHaveLength(1);
	});

	it('takes a base URL with a slash at its end', async () => {
		expect(await test(api, { baseUrl: `${vendor.url}/` })).toMatchObject({ status: 'OK' });
	});

	it.each<ICredentialDataDecryptedObject>([{ appSecret: 'wrong-secret' }, { appKey: 'wrong-key' }, { companyId: '2' }])('explains what is wrong with %j', async (change) => {
		const result = await test(api, change);
		expect(result).toMatchObject({ status: 'Error', message: expect.stringMatching(/[Cc]heck the/) });
		expect(result.message).not.toContain('wrong-secret');
	});
});

describe('a request of the HTTP Request node', () => {
	it('carries the token in the form of a POST', async () => {
		const { type, data } = credentialFor('openPlatform', vendor);
		await test('openPlatform');
		const { authenticate } = type;
		if (typeof authenticate !== 'function') throw new Error('no authenticate');
		const given = { method: 'POST' as const, uri: 'api/oauth/byai.openapi.calljob/1.0.0/list', url: '', form: { companyId: '1', ids: [1, 2] } };
		const signed = await authenticate(data, given);
		const sent = new URLSearchParams(String(signed.body));
		expect(signed).toMatchObject({ uri: `${vendor.url}/api/oauth/byai.openapi.calljob/1.0.0/list`, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
		expect(Object.fromEntries(sent)).toEqual({ companyId: '1', ids: '[1,2]', accessToken: expect.stringMatching(/^[0-9a-f]{32}$/) });
	});

	it('carries the token in the query of a GET', async () => {
		const { type, data } = credentialFor('openPlatform', vendor);
		await test('openPlatform');
		const { authenticate } = type;
		if (typeof authenticate !== 'function') throw new Error('no authenticate');
		const signed = await authenticate(data, { url: 'https://elsewhere.example/list', qs: { companyId: '1' } });
		expect(signed).toMatchObject({ url: 'https://elsewhere.example/list', qs: { companyId: '1', accessToken: expect.any(String) } });
	});
});
