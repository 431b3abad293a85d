import type { IDataObject } from 'n8n-workflow';
import { fixtureText } from './support/fixtures';
import { startTrigger, type RunningTrigger } from './support/trigger';

const TOKEN = 'sandbox-callback-token';
const withToken = { parameters: { authentication: 'callbackToken' } };
const body = fixtureText('callRecord');

let trigger: RunningTrigger;

afterEach(async () => {
	jest.restoreAllMocks();
	await trigger.close();
});

test('the token can be changed: the new one works at once, the old one for a minute at most', async () => {
	const now = jest.spyOn(Date, 'now');
	const credential: IDataObject = { token: TOKEN };
	trigger = await startTrigger({ ...withToken, credential });
	const status = async (token: string) => (await trigger.post(body, { query: `?token=${token}` })).status;
	expect(await status(TOKEN)).toBe(200);
	credential.token = 'another-callback-token';
	now.mockReturnValue(Date.now() + 600);
	expect(await status('another-callback-token')).toBe(200);
	expect(await status(TOKEN)).toBe(401);
	credential.token = 'third-callback-token';
	now.mockReturnValue(Date.now() + 5_100);
	expect(await status('another-callback-token')).toBe(200);
	expect(await status('another-callback-token')).toBe(401);
	credential.token = 'fourth-callback-token';
	now.mockReturnValue(Date.now() + 60_000);
	expect(await status('third-callback-token')).toBe(401);
});

test('the token is read anew each time on the test URL', async () => {
	const credential: IDataObject = { token: TOKEN };
	trigger = await startTrigger({ ...withToken, credential, mode: 'manual' });
	const status = async () => (await trigger.post(body, { query: `?token=${TOKEN}` })).status;
	expect(await status()).toBe(200);
	credential.token = 'another-callback-token';
	expect(await status()).toBe(401);
});
