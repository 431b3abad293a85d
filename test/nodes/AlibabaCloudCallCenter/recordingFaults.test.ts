import { trustedAddress } from '../../../nodes/AlibabaCloudCallCenter/resources/recording/faults';

test.each([
	['http://ccc-v2-online.oss-cn-shanghai.aliyuncs.com/a.wav?Expires=1', [], 'https://ccc-v2-online.oss-cn-shanghai.aliyuncs.com/a.wav?Expires=1'],
	['https://ccc-v2-shanghai.oss-cn-shanghai.aliyuncs.com/a.wav', [], 'https://ccc-v2-shanghai.oss-cn-shanghai.aliyuncs.com/a.wav'],
	['http://10.0.0.5:8080/a.wav', ['http://10.0.0.5:8080'], 'http://10.0.0.5:8080/a.wav'],
])('%s with %j is read from %s', (url, hosts, asked) => {
	expect(trustedAddress(url, hosts).href).toBe(asked);
});

test.each([
	'http://aliyuncs.com.evil.example/a.wav',
	'http://evil.example/.aliyuncs.com/',
	'http://evil.example?.aliyuncs.com/',
	'http://user@a.aliyuncs.com/a.wav',
	'http://a.aliyuncs.com:8080/a.wav',
	'https://evilaliyuncs.com/a.wav',
	'ftp://a.aliyuncs.com/a.wav',
])('%s is not trusted', (url) => {
	expect(() => trustedAddress(url, [])).toThrow(/'Recording Hosts'/);
});
