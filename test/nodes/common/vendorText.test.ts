import { vendorId, vendorText } from '../../../nodes/common/vendorText';

const SECRET = `aB3+/=x y"&<'%\\ü中😀`;

function percentEncode(text: string): string {
	return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

const lowerHex = (text: string) => text.replace(/%[0-9A-F]{2}/g, (byte) => byte.toLowerCase());

it('leaves ordinary words alone', () => {
	const message = 'The specified number 01000000000 does not exist in instance ccc-test. Specified signature nonce was used already.';
	expect(vendorText(message, [SECRET])).toBe(message);
});

it.each<[string, (secret: string) => string]>([
	['as it is', (secret) => secret],
	['URL-encoded', encodeURIComponent],
	['URL-encoded by RFC 3986', percentEncode],
	['URL-encoded twice', (secret) => percentEncode(percentEncode(secret))],
	['URL-encoded in lower case', (secret) => lowerHex(encodeURIComponent(secret))],
	['URL-encoded in part', encodeURI],
	['as a form writes it', (secret) => new URLSearchParams({ secret }).toString().slice('secret='.length)],
	['in JSON', (secret) => JSON.stringify(secret).slice(1, -1)],
	['in JSON within JSON', (secret) => JSON.stringify(JSON.stringify(secret)).slice(3, -3)],
	['in JSON without a letter beyond ASCII', (secret) => secret.replace(/[^ -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)],
	['in XML', (secret) => secret.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&#34;').replace(/'/g, '&apos;')],
	['in capitals', (secret) => secret.toUpperCase()],
	['in Base64', (secret) => Buffer.from(secret).toString('base64')],
	['in Base64 behind a name', (secret) => Buffer.from(`user:${secret}`).toString('base64')],
])('masks a secret %s', (_, written) => {
	const shown = vendorText(`before ${written(SECRET)} after`, [SECRET]);
	expect(shown).toMatch(/^before \S*\*\*\*\S* after$/);
	expect(shown.length).toBeLessThan(30);
});

it('masks the longer of two secrets that start alike', () => {
	expect(vendorText('key abc-def, id abc', ['abc', 'abc-def', ''])).toBe('key ***, id ***');
});

it.each([
	['Specified signature is not matched with our calculation. server string to sign is:POST\n/\nCallee=13720000000', 'Specified signature is not matched with our calculation. …'],
	['Not matched. StringToSign: POST&%2F&Callee%3D13720000000', 'Not matched. …'],
	['Not matched, string%20to%20sign%3A13720000000', 'Not matched, …'],
	['Not matched. POST%250A%252F%250ACallee%253D13720000000', 'Not matched. …'],
	['Not matched. CanonicalRequest is POST 13720000000', 'Not matched. …'],
	['Unknown: POST /?Callee=13720000000 HTTP/1.1', 'Unknown: …'],
	['Unknown: https://ccc.aliyuncs.com/?Callee=13720000000', 'Unknown: https://ccc.aliyuncs.com…'],
	['Headers: {"x-acs-date":"2026","callee":"13720000000"}', 'Headers: {"…'],
	['Bad header: ACS3-HMAC-SHA256 Credential=1', 'Bad header: …'],
])('cuts %p where the echo starts', (said, shown) => {
	expect(vendorText(said, [])).toBe(shown);
});

it.each([
	['Signature=c2lnbmF0dXJl&Version=1', 'Signature=***&Version=1'],
	['"SecurityToken": "abc", "Name": "x"', '"SecurityToken": "***", "Name": "x"'],
	['{\\"SignatureNonce\\":\\"abc\\"}', '{\\"SignatureNonce\\":\\"***\\"}'],
	['SignatureNonce%3Dabc def', 'SignatureNonce%3D*** def'],
	['JSESSIONID=one.AgentGateway0; Path=/', 'JSESSIONID=***; Path=/'],
	['guid: two.AgentGateway0 is unknown', 'guid: *** is unknown'],
	['Authorization: Bearer abc.def', 'Authorization: Bearer ***'],
	['the signature is: abc', 'the signature is: ***'],
	['no such session 0123456789abcdef0123456789abcdef', 'no such session ***'],
	['the nonce 1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed was used', 'the nonce *** was used'],
])('masks what is named or looks like a secret in %p', (said, shown) => {
	expect(vendorText(said, [])).toBe(shown);
});

it('keeps to one line and a limited length', () => {
	expect(vendorText(' one\n\ttwo ', [])).toBe('one two');
	const shown = vendorText('ü😀 '.repeat(1000), []);
	expect(shown).toHaveLength(300);
	expect(shown).toMatch(/…$/);
	expect(vendorText(`${'a'.repeat(298)}😀`, [])).toBe(`${'a'.repeat(298)}😀`);
	expect(vendorText(`${'a'.repeat(298)}😀b`, [])).toBe(`${'a'.repeat(298)}…`);
});

it.each(['\\', '%25', '&amp;', 'token', 'a', ' ', 'guid"', '/', 'POST '])('reads a million characters of %p in no time', (part) => {
	const text = part.repeat(1_000_000 / part.length);
	const began = performance.now();
	vendorText(text, [SECRET]);
	expect(performance.now() - began).toBeLessThan(1000);
});

it('keeps codes and request IDs, but no secret in them', () => {
	expect(vendorId('SignatureDoesNotMatch', [SECRET])).toBe('SignatureDoesNotMatch');
	expect(vendorId('1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed', [SECRET])).toBe('1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed');
	expect(vendorId('Invalid.my-secret', ['my-secret'])).toBe('Invalid.***');
	expect(vendorId('nonce: 1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed', [])).toBe('nonce: ***');
});
