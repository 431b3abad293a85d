import { trustedRecordingUrl } from '../../../../nodes/Baiying/trigger/recordingUrl';
import { malformedHost } from '../../../../nodes/common/vendor/hosts';

test.each([
	['https://byrobot-prod.oss-cn-hangzhou.aliyuncs.com/RobotPhoneCommunicate/11/xxx.wav', [], true],
	['https://BYROBOT.oss.ALIYUNCS.com/a.wav?Signature=x', [], true],
	['http://byrobot-prod.oss-cn-hangzhou.aliyuncs.com/a.wav', [], false],
	['https://byrobot-prod.oss-cn-hangzhou.aliyuncs.com:8443/a.wav', [], false],
	['https://aliyuncs.com.evil.example/a.wav', [], false],
	['https://evilaliyuncs.com/a.wav', [], false],
	['https://user:pass@a.aliyuncs.com/a.wav', [], false],
	['https://a.aliyuncs.com@127.0.0.1/a.wav', [], false],
	['https://127.0.0.1/a.wav', [], false],
	['https://[::1]/a.wav', [], false],
	['http://169.254.169.254/latest/meta-data', [], false],
	['ftp://a.aliyuncs.com/a.wav', [], false],
	['file:///etc/passwd', [], false],
	['not a url', [], false],
	['https://recordings.example.com/a.wav', ['recordings.example.com'], true],
	['https://other.example.com/a.wav', ['recordings.example.com'], false],
	['https://a.b.example.com/a.wav', ['*.example.com'], true],
	['https://example.com/a.wav', ['*.example.com'], false],
	['http://10.0.0.5:8080/a.wav', ['http://10.0.0.5:8080'], true],
	['http://10.0.0.5:8081/a.wav', ['http://10.0.0.5:8080'], false],
	['http://10.0.0.5:8080/a.wav', ['10.0.0.5:8080'], false],
	['https://10.0.0.5:8443/a.wav', ['10.0.0.5:8443'], true],
])('%s with %j: %s', (url, hosts, trusted) => {
	expect(trustedRecordingUrl(url, hosts) !== undefined).toBe(trusted);
});

test.each(['', 'a b', 'https://', 'ftp://x', 'https://x/path', 'user@x', '*', '*.*.com'])('%j is not a host', (host) => {
	expect(malformedHost([host])).toBe(host);
});

test('hosts', () => {
	expect(malformedHost(['recordings.example.com', '*.example.com', 'http://10.0.0.5:8080', 'https://[::1]:8443/'])).toBeUndefined();
});
