import { BaiyingTrigger } from '../../../../nodes/Baiying/BaiyingTrigger.node';
import { missingSecret, testCallbackCredential, type CallbackSecrets } from '../../../../nodes/Baiying/trigger/credential';

const test_ = async (data: Record<string, string>) =>
	await testCallbackCredential({ id: '1', name: 'test', type: 'baiyingCallbackApi', data });

test('n8n finds the test of the credential in the node', () => {
	const { description, methods } = new BaiyingTrigger();
	const testedBy = description.credentials?.[0]?.testedBy as keyof typeof methods.credentialTest;
	expect(methods.credentialTest[testedBy]).toBe(testCallbackCredential);
});

test.each([
	[{ token: 'sandbox-callback-token' }],
	[{ token: 'sandbox-callback-token', appKey: 'sandbox-app-key', appSecret: 'sandbox-app-secret' }],
])('%j is in order', async (data) => {
	expect(await test_(data as Record<string, string>)).toMatchObject({ status: 'OK' });
});

test.each([
	[{}, /Fill in the 'Token'/],
	[{ appKey: 'sandbox-app-key', appSecret: 'sandbox-app-secret' }, /Fill in the 'Token'/],
	[{ token: '   ' }, /Fill in the 'Token'/],
	[{ token: 'secret' }, /6 characters/],
	[{ token: 'sandbox-callback&token' }, /characters that a URL changes/],
	[{ token: 'sandbox callback token' }, /characters that a URL changes/],
	[{ token: 'sandbox-callback-token', appKey: 'k' }, /both 'App Key' and 'App Secret'/],
	[{ token: 'sandbox-callback-token', appSecret: 's' }, /both 'App Key' and 'App Secret'/],
])('%j is not', async (data, message) => {
	const result = await test_(data as Record<string, string>);
	expect(result).toMatchObject({ status: 'Error', message: expect.stringMatching(message) });
	for (const secret of Object.values(data).filter((value) => value.trim().length > 1)) {
		expect(result.message).not.toContain(secret);
	}
});

test.each<[Parameters<typeof missingSecret>[0], Partial<CallbackSecrets>, RegExp | undefined]>([
	[{ authentication: 'none', verifySignature: false }, {}, undefined],
	[{ authentication: 'callbackToken', verifySignature: false }, {}, /'Token'/],
	[{ authentication: 'callbackToken', verifySignature: false }, { token: 't' }, undefined],
	[{ authentication: 'callbackToken', verifySignature: true }, { token: 't', appKey: 'k' }, /'App Secret'/],
	[{ authentication: 'callbackToken', verifySignature: true }, { token: 't', appKey: 'k', appSecret: 's' }, undefined],
	[{ authentication: 'none', verifySignature: true }, { appKey: 'k', appSecret: 's' }, /'Callback Token'/],
])('%j with %j', (settings, secrets, message) => {
	const missing = missingSecret(settings, { token: '', appKey: '', appSecret: '', ...secrets });
	if (message) expect(missing).toMatch(message);
	else expect(missing).toBeUndefined();
});
