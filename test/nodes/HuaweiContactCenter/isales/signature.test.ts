import type { IHttpRequestOptions } from 'n8n-workflow';
import { authenticate } from '../../../../nodes/HuaweiContactCenter/isales/authenticate';
import { authorization, canonicalQuery, type Unsigned } from '../../../../nodes/HuaweiContactCenter/isales/signature';

const KEYS = { accessKey: 'AK', secretKey: 'SK' };
const NOW = Date.UTC(2026, 10, 21, 8, 0, 0, 789);
const PREFIX = 'auth-v2/AK/2026-11-21T08:00:00Z';

/**
 * The vendor publishes no example with its keys. These were computed by another program (Python's hmac and urllib), which follows the
 * steps of the vendor's demo client: prefix, key of the signature, canonical request, signature.
 */
const VECTORS: Array<[string, Unsigned, string]> = [
	[
		'a GET that signs the host alone, as the demo client does',
		{ method: 'GET', path: '/HPS/resource/calldata/1/calltable', query: [], headers: { host: '10.22.26.181' }, body: '' },
		`${PREFIX}/host/cc182ae1306c597a7e27a85bdaf2d54c4973be48655f18f4650142b9f1571ac8`,
	],
	[
		'a query out of order, with characters that are encoded',
		{
			method: 'get',
			path: '/rest/isales/v1/openapi/campaigns/1',
			query: [['rowsPerPage', '10'], ['name', '续保 (A/B)*'], ['curPage', '1']],
			headers: { host: '203.0.113.7:28443' },
			body: '',
		},
		`${PREFIX}/host/933b4f12ec955171b452480dedd774b85fcc64b0afe6828ae1ffeb8fd565421b`,
	],
	[
		'a body',
		{
			method: 'POST',
			path: '/rest/isales/v1/openapi/campaigns/1/calldata/1071',
			query: [],
			headers: { host: '203.0.113.7:28443' },
			body: '{"callDataList":[{"called":"13720000000","callData":"{\\"name\\":\\"李娜\\"}"}]}',
		},
		`${PREFIX}/host/acbc7a1de55bc1d900cf7d9d8c7d5e836543d1e120877b90e39e4553239713ed`,
	],
	[
		'several headers, as in a newer sample',
		{ method: 'POST', path: '/rest/cmsapp/v1/ping', query: [], headers: { Host: '10.22.26.181:28080', 'Content-Type': 'application/json', 'Content-Length': '2' }, body: '{}' },
		`${PREFIX}/content-length;content-type;host/98eed4235f14f47e38a2231b509d723054eab5a2777e101a9457ef2d137535dc`,
	],
];

it.each(VECTORS)('signs %s', (_, request, expected) => {
	expect(authorization(request, KEYS, NOW)).toBe(expected);
});

it('sends the query as it is signed', () => {
	expect(canonicalQuery([['b', "a b/c+d'"], ['a', '~']])).toBe('a=~&b=a%20b%2Fc%2Bd%27');
});

describe('the credential', () => {
	const credential = { baseUrl: 'https://203.0.113.7:28443/rest/isales/v1/openapi', ...KEYS, vdnId: '1' };

	it('sends the very text that it has signed', async () => {
		const body = { name: '续保' };
		const signed = await authenticate(credential, { method: 'POST', url: '/rest/isales/v1/openapi/campaigns/1', body });
		expect(signed).toMatchObject({ url: 'https://203.0.113.7:28443/rest/isales/v1/openapi/campaigns/1', body: '{"name":"续保"}' });
		const [, , time = ''] = String(signed.headers?.authorization).split('/');
		const unsigned = { method: 'POST', path: '/rest/isales/v1/openapi/campaigns/1', query: [], headers: { host: '203.0.113.7:28443' }, body: '{"name":"续保"}' };
		expect(signed.headers?.authorization).toBe(authorization(unsigned, KEYS, Date.parse(time)));
	});

	it('signs a request of the HTTP Request node, whose query and address may both hold parameters', async () => {
		const options = { method: 'GET', uri: 'https://203.0.113.7:28443/rest/isales/v1/openapi/campaigns/1?status=2', qs: { name: 'a b' } } as unknown as IHttpRequestOptions;
		const signed: IHttpRequestOptions & { uri?: string } = await authenticate(credential, options);
		expect(signed.uri).toBe('https://203.0.113.7:28443/rest/isales/v1/openapi/campaigns/1?name=a%20b&status=2');
		expect(signed.qs).toBeUndefined();
	});

	it.each(['accessKey', 'secretKey'])('names an empty %s', async (field) => {
		const signing = authenticate({ ...credential, [field]: ' ' }, { url: '/' });
		await expect(signing).rejects.toThrow(field === 'accessKey' ? "'Access Key'" : "'Secret Key'");
	});
});
