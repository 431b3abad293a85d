import { canonicalQuery, signV3 } from '../../../nodes/AlibabaCloudCallCenter/signature';

const NONCE = '0123456789abcdef0123456789abcdef';
const NOW = Date.parse('2026-01-02T03:04:05Z');

function signatureOf(headers: Record<string, string>): string | undefined {
	return /Signature=([0-9a-f]+)$/.exec(headers.authorization ?? '')?.[1];
}

function cccRequest(action: string, parameters: Record<string, string>) {
	const url = new URL('https://ccc.cn-shanghai.aliyuncs.com/');
	url.search = canonicalQuery(Object.entries(parameters));
	return { method: 'POST', url, headers: { 'x-acs-action': action, 'x-acs-version': '2020-07-01' }, body: '' };
}

describe('signature V3', () => {
	it('reproduces the example that Alibaba Cloud published', () => {
		const url = new URL(
			'https://ecs.cn-shanghai.aliyuncs.com/?ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai',
		);
		const headers = { 'x-acs-action': 'RunInstances', 'x-acs-version': '2014-05-26' };
		const key = { accessKeyId: 'YourAccessKeyId', accessKeySecret: 'YourAccessKeySecret' };
		const now = Date.parse('2023-10-26T10:22:32Z');
		const signed = signV3({ method: 'POST', url, headers, body: '' }, key, now, '3156853299f313e23d1673dc12e1703d');
		expect(signed.authorization).toBe(
			'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,' +
				'SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,' +
				'Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
		);
	});

	it('signs a call operation with a channel id in it', () => {
		const request = cccRequest('SendDtmfSignaling', {
			InstanceId: 'ccc-test',
			UserId: 'user-test@ccc-test',
			DeviceId: 'ACC-YUNBS-1.0.10-bse05179638553000176add4046f',
			JobId: 'job-65735740600893440',
			ChannelId: 'ch:customer:01089898989->13188888888:1609234221870:job-65735740600893440',
			Dtmf: '5',
		});
		const key = { accessKeyId: 'testid', accessKeySecret: 'testsecret' };
		expect(signatureOf(signV3(request, key, NOW, NONCE))).toBe('cda4ae026c18a1067ef85f6d1db3204690ea8da0e2b76f3fb6bd7dc854e4d830');
	});

	it('signs Chinese text, the marks that JavaScript leaves alone, and an STS token', () => {
		const request = cccRequest('StartBack2BackCall', {
			InstanceId: 'ccc-test',
			Caller: '13900000001',
			Callee: '13188888888',
			Broker: '01012345678',
			TimeoutSeconds: '30',
			Tags: "备注 a*b~c'(d)!",
		});
		const key = { accessKeyId: 'testid', accessKeySecret: 'testsecret', securityToken: 'testtoken' };
		const signed = signV3(request, key, NOW, NONCE);
		expect(signatureOf(signed)).toBe('65b7373fb450e40eb9029f50a9228be3930e891172075a2b74cd0f476534c714');
		expect(signed).toMatchObject({ 'x-acs-accesskey-id': 'testid', 'x-acs-security-token': 'testtoken' });
	});

	it('sorts by code point and keeps an empty value', () => {
		expect(canonicalQuery([['b', ''], ['a', '+ /'], ['B', '中']])).toBe('B=%E4%B8%AD&a=%2B%20%2F&b=');
	});
});
