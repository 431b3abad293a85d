import { createHmac } from 'node:crypto';
import { callbackSignature, refuseSignature, signedFields } from '../../../../nodes/HuaweiContactCenter/callback/signature';

test('the signed fields: by name, null as null, without blanks, without those of the signature', () => {
	const body = { called: '137 2000', b: null, a: '', callSerialNo: '1', talkDuration: 27, timestamp: 't', nonce: 'n', signature: 's' };
	expect(signedFields(body)).toBe('a=,b=null,callSerialNo=1,called=1372000,talkDuration=27');
});

const hmac = (text: string) => createHmac('sha256', 'key').update(text).digest('base64');

test('the signature covers key, timestamp, nonce and fields', () => {
	expect(callbackSignature('key', '1', '2', 'a=1')).toBe(hmac('key_1_2_a=1'));
});

test.each([
	['key_1_2_a=1,b=2', undefined],
	['key_1_2_{a=1,b=2}', undefined],
	['key_1_3_a=1,b=2', { status: 401, reason: 'The signature of the callback is wrong' }],
])('signed text %j', (text, refusal) => {
	expect(refuseSignature({ b: '2', a: '1', timestamp: '1', nonce: 2, signature: hmac(text) }, 'key')).toEqual(refusal);
});
