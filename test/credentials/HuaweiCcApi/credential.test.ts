import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { startISales, type ISalesVendor } from '../../../sandbox/huawei/isales';
import { createWorld } from '../../../sandbox/world';
import { credentialFor, runISales } from '../../nodes/HuaweiContactCenter/support/isales';
import { testCredential, type TestResult } from '../HuaweiCcGatewayApi/testCredential';

let vendor: ISalesVendor;

beforeAll(async () => {
	vendor = await startISales(createWorld());
});
afterAll(async () => await vendor.close());

async function test(change: ICredentialDataDecryptedObject = {}): Promise<TestResult> {
	const { type, data } = credentialFor(vendor, change);
	return await testCredential(type, data);
}

it('accepts the right values, also with the address of a whole interface', async () => {
	expect(await test()).toEqual({ status: 'OK', message: '' });
	expect(vendor.admitted()).toMatchObject([{ operation: 'listCampaigns', params: { curPage: 1, rowsPerPage: 1 } }]);
	expect(await test({ baseUrl: `${vendor.url}/rest/isales/v1/` })).toMatchObject({ status: 'OK' });
});

it.each<ICredentialDataDecryptedObject>([{ secretKey: 'wrong-secret' }, { accessKey: 'wrong-key' }])('refuses %j', async (change) => {
	const result = await test(change);
	expect(result.status).toBe('Error');
	expect(result.message).not.toContain('wrong-secret');
});

it('explains a wrong virtual call center', async () => {
	expect(await test({ vdnId: '2' })).toEqual({ status: 'Error', message: 'The contact center accepted the signature but not the VDN. Check the VDN ID' });
});

it('ignores a certificate of its own only if asked to', async () => {
	expect(await test({ baseUrl: vendor.httpsUrl })).toMatchObject({ status: 'Error' });
	expect(await test({ baseUrl: vendor.httpsUrl, allowUnauthorizedCerts: true })).toMatchObject({ status: 'OK' });
	const credential = credentialFor(vendor, { baseUrl: vendor.httpsUrl, allowUnauthorizedCerts: true });
	const { json } = await runISales(vendor, { resource: 'campaign', operation: 'getMany', parameters: { returnAll: true, filters: {} }, credential });
	expect(json).toMatchObject([{ campaignId: vendor.seeds.campaignId }]);
});

it('lets the HTTP Request node use the campaigns', async () => {
	const { type, data } = credentialFor(vendor);
	if (typeof type.authenticate !== 'function') throw new Error('no authenticate');
	const signed = await type.authenticate(data, { method: 'GET', url: `${vendor.url}/rest/isales/v1/openapi/campaigns/1`, qs: { name: '续保' } } as IHttpRequestOptions);
	const answer = await fetch(signed.url, { headers: signed.headers as Record<string, string> });
	expect(await answer.json()).toMatchObject({ resultCode: '0200000', returnObject: { totalCount: 1 } });
});
