import {
	canonicalRequest,
	expectedSignature,
	headersToSign,
	sha256,
	type ReceivedRequest,
} from '../../../sandbox/alibaba/signature';

const EMPTY_HASH = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

function received(host: string, action: string, version: string, query: Record<string, string>): ReceivedRequest {
	return {
		method: 'POST',
		url: `/?${new URLSearchParams(query).toString()}`,
		headers: {
			host,
			accept: 'application/json',
			'x-acs-action': action,
			'x-acs-version': version,
			'x-acs-content-sha256': EMPTY_HASH,
		},
		body: Buffer.alloc(0),
	};
}

function signature(request: ReceivedRequest, secret: string): string {
	return expectedSignature(canonicalRequest(request, headersToSign(request.headers)), secret);
}

test('the published V3 example', () => {
	const request = received('ecs.cn-shanghai.aliyuncs.com', 'RunInstances', '2014-05-26', {
		RegionId: 'cn-shanghai',
		ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd',
	});
	request.headers['x-acs-date'] = '2023-10-26T10:22:32Z';
	request.headers['x-acs-signature-nonce'] = '3156853299f313e23d1673dc12e1703d';
	expect(sha256(canonicalRequest(request, headersToSign(request.headers)))).toBe(
		'7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259',
	);
	expect(signature(request, 'YourAccessKeySecret')).toBe(
		'06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
	);
});

describe('call center requests', () => {
	const host = 'ccc.cn-shanghai.aliyuncs.com';
	const stamp = {
		'x-acs-date': '2026-01-02T03:04:05Z',
		'x-acs-signature-nonce': '0123456789abcdef0123456789abcdef',
	};

	test('SendDtmfSignaling with a channel id that has to be encoded', () => {
		const request = received(host, 'SendDtmfSignaling', '2020-07-01', {
			InstanceId: 'ccc-test',
			UserId: 'user-test@ccc-test',
			DeviceId: 'ACC-YUNBS-1.0.10-bse05179638553000176add4046f',
			JobId: 'job-65735740600893440',
			ChannelId: 'ch:customer:01089898989->13188888888:1609234221870:job-65735740600893440',
			Dtmf: '5',
		});
		Object.assign(request.headers, stamp);
		expect(signature(request, 'testsecret')).toBe(
			'cda4ae026c18a1067ef85f6d1db3204690ea8da0e2b76f3fb6bd7dc854e4d830',
		);
	});

	test('StartBack2BackCall with an STS token and Chinese text', () => {
		const request = received(host, 'StartBack2BackCall', '2020-07-01', {
			InstanceId: 'ccc-test',
			Caller: '13900000001',
			Callee: '13188888888',
			Broker: '01012345678',
			TimeoutSeconds: '30',
			Tags: "备注 a*b~c'(d)!",
		});
		Object.assign(request.headers, stamp, {
			'x-acs-accesskey-id': 'testid',
			'x-acs-security-token': 'testtoken',
		});
		expect(signature(request, 'testsecret')).toBe(
			'65b7373fb450e40eb9029f50a9228be3930e891172075a2b74cd0f476534c714',
		);
	});
});
