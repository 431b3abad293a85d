import type { IHttpRequestOptions } from 'n8n-workflow';
import { authenticate } from '../../../nodes/AlibabaCloudCallCenter/authenticate';

const CREDENTIALS = { accessKeyId: 'testid', accessKeySecret: 'testsecret', regionId: 'cn-shanghai' };

function headersOf(options: IHttpRequestOptions): Record<string, string> {
	return options.headers as Record<string, string>;
}

async function sign(options: object) {
	return await authenticate(CREDENTIALS, options as IHttpRequestOptions);
}

describe('authenticate', () => {
	it('moves Action and Version from the query into the signed headers', async () => {
		const signed = await sign({ method: 'POST', url: 'https://ccc.cn-shanghai.aliyuncs.com/?Action=ListInstances&Version=2020-07-01', qs: { PageNumber: 1 } });
		expect(signed.url).toBe('https://ccc.cn-shanghai.aliyuncs.com/?PageNumber=1');
		expect(signed.qs).toBeUndefined();
		expect(headersOf(signed)).toMatchObject({ 'x-acs-action': 'ListInstances', 'x-acs-version': '2020-07-01', host: 'ccc.cn-shanghai.aliyuncs.com' });
	});

	it('keeps the name under which the HTTP Request node passes the address', async () => {
		const signed = (await sign({ uri: 'https://ecs.cn-hangzhou.aliyuncs.com/?Action=DescribeRegions&Version=2014-05-26' })) as unknown as Record<string, string>;
		expect(signed.uri).toBe('https://ecs.cn-hangzhou.aliyuncs.com/');
		expect(signed.url).toBeUndefined();
	});

	it('takes a path alone as the call center of the region', async () => {
		expect((await sign({ url: '/', method: 'POST' })).url).toBe('https://ccc.cn-shanghai.aliyuncs.com/');
	});

	it('signs a form as it is sent', async () => {
		const signed = await sign({ method: 'POST', url: 'https://ccc.cn-shanghai.aliyuncs.com/', form: { StateList: ['READY'], Note: 'a b' } });
		expect(signed.body).toBe('Note=a%20b&StateList=%5B%22READY%22%5D');
		expect(headersOf(signed)['content-type']).toBe('application/x-www-form-urlencoded');
		expect(headersOf(signed).authorization).toContain('SignedHeaders=content-type;host;');
	});

	it('signs a second attempt anew and keeps nothing from the first', async () => {
		const first = await sign({ method: 'POST', url: 'https://ccc.cn-shanghai.aliyuncs.com/', headers: { 'x-acs-action': 'ListInstances' } });
		const second = await sign(first);
		expect(headersOf(second)['x-acs-signature-nonce']).not.toBe(headersOf(first)['x-acs-signature-nonce']);
		expect(headersOf(second).authorization).not.toBe(headersOf(first).authorization);
		expect(Object.keys(headersOf(second)).sort()).toEqual(Object.keys(headersOf(first)).sort());
	});

	it('never changes the options it was given', async () => {
		const given = { method: 'POST', url: '/', headers: { 'X-Acs-Action': 'ListInstances' }, qs: { PageSize: 1 } };
		const before = structuredClone(given);
		await sign(given);
		expect(given).toEqual(before);
	});
});
