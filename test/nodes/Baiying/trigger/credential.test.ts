import { BaiyingTrigger } from '../../../../nodes/Baiying/BaiyingTrigger.node';
import { missingSecret, testCallbackCredential } from '../../../../nodes/Baiying/trigger/credential';

const test_ = async (data: Record<string, string>) =>
	await testCallbackCredential({ id: '1', name: 'test', type: 'baiyingCallbackApi', data });

test('n8n finds the test through the node', () => {
	const { description, methods } = new BaiyingTrigger();
	const testedBy = description.credentials?.[0]?.testedBy as keyof typeof methods.credentialTest;
	expect(methods.credentialTest[testedBy]).toBe(testCallbackCredential);
});

test.each([
	[{ token: 'sandbox-callback-token' }],
	[{ appKey: 'sandbox-app-key', appSecret: 'sandbox-app-secret' }],
	[{ token: 'sandbox-callback-token', appKey: 'sandbox-app-key', appSecret: 'sandbox-app-secret' }],
])('%j is in order', async (data) => {
	expect(await test_(data as Record<string, string>)).toMatchObject({ status: 'OK' });
});

test.each([
	[{}, /Fill in the 'Token'/],
	[{ token: '   ' }, /Fill in the 'Token'/],
	[{ token: 'secret' }, /6 characters/],
	[{ token: 'sandbox-callback&token' }, /characters that a URL changes/],
	[{ token: 'sandbox callback token' }, /characters that a URL changes/],
	[{ token: 'sandbox-callback-token', appKey: 'k' }, /both 'App Key' and 'App Secret'/],
	[{ appSecret: 's' }, /both 'App Key' and 'App Secret'/],
])('%j is not', async (data, message) => {
	const result = await test_(data as Record<string, string>);
	expect(result).toMatchObject({ status: 'Error', message: expect.stringMatching(message) });
	for (const secret of Object.values(data).filter((value) => value.trim().length > 1)) {
		expect(result.message).not.toContain(secret);
	}
});

test('what the settings need and the credential lacks', () => {
	const none = { token: '', appKey: '', appSecret: '' };
	expect(missingSecret({ authentication: 'none', verifySignature: false }, none)).toBeUndefined();
	expect(missingSecret({ authentication: 'callbackToken', verifySignature: false }, none)).toMatch(/'Token'/);
	expect(missingSecret({ authentication: 'none', verifySignature: true }, { ...none, appKey: 'k' })).toMatch(/'App Secret'/);
	expect(missingSecret({ authentication: 'callbackToken', verifySignature: false }, { ...none, token: 't' })).toBeUndefined();
});
