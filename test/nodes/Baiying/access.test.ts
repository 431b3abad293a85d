import { callbackSign } from '../../../nodes/Baiying/trigger/secrets';
import { fixture, fixtureText, inner } from './support/fixtures';
import { open, startTrigger, type RunningTrigger, type TriggerSetup } from './support/trigger';

const TOKEN = 'sandbox-callback-token';
const KEYS = { appKey: 'sandbox-app-key', appSecret: 'sandbox-app-secret' };

let trigger: RunningTrigger;

async function start(setup: TriggerSetup = {}): Promise<void> {
	trigger = await startTrigger(open(setup));
}

afterEach(async () => {
	await trigger.close();
});

const startedRuns = () => trigger.items.length;

describe('the callback token', () => {
	const withToken = { parameters: { authentication: 'callbackToken' }, credential: { token: TOKEN } };
	const body = fixtureText('callRecord');

	test('is expected by default', async () => {
		trigger = await startTrigger({ credential: { token: TOKEN } });
		expect(await trigger.post(body)).toMatchObject({ status: 401 });
		expect(await trigger.post(body, { query: `?token=${TOKEN}` })).toMatchObject({ status: 200, body: 'success' });
		expect(startedRuns()).toBe(1);
	});

	test.each([1, 1.1])('is expected by default: without a credential, every callback is refused (version %s)', async (typeVersion) => {
		trigger = await startTrigger({ typeVersion });
		const reply = await trigger.post(body);
		expect(reply.status).toBe(403);
		expect(reply.body).toMatch(/'Token'.*'Authentication'.*'None'/);
		expect(startedRuns()).toBe(0);
	});

	test('is not expected with None, whatever credential was chosen before', async () => {
		await start({ parameters: { authentication: 'none' }, credential: { token: TOKEN } });
		expect(await trigger.post(body)).toMatchObject({ status: 200 });
	});

	test('with an authentication that does not exist, every callback is refused', async () => {
		await start({ parameters: { authentication: 'basicAuth' }, credential: { token: TOKEN } });
		expect(await trigger.post(body, { query: `?token=${TOKEN}` })).toMatchObject({ status: 403 });
		expect(startedRuns()).toBe(0);
	});

	test('is accepted in the query and in the header', async () => {
		await start(withToken);
		expect(await trigger.post(body, { query: `?token=${TOKEN}` })).toMatchObject({ status: 200, body: 'success' });
		expect(await trigger.post(fixtureText('jobStatus'), { headers: { 'x-callback-token': TOKEN } })).toMatchObject({ status: 200 });
		expect(startedRuns()).toBe(2);
	});

	test.each([
		['missing', '', {}],
		['empty', '?token=', {}],
		['wrong', '?token=sandbox-callback-tokem', {}],
		['too long', `?token=${TOKEN}x`, {}],
		['given twice', `?token=${TOKEN}&token=x`, {}],
		['in an object', `?token[a]=${TOKEN}`, {}],
		['wrong in the header', '', { 'x-callback-token': 'nonsense' }],
	])('%s: 401', async (_, query, headers) => {
		await start(withToken);
		const reply = await trigger.post(body, { query, headers });
		expect(reply.status).toBe(401);
		expect(reply.body).not.toContain(TOKEN);
		expect(reply.body).not.toContain('nonsense');
		expect(startedRuns()).toBe(0);
	});

	test('is checked before the body is looked at', async () => {
		await start(withToken);
		expect(await trigger.post('garbage')).toMatchObject({ status: 401 });
	});

	test.each([
		['an empty token', { token: '' }],
		['no credential', undefined],
	])('%s in the node: every callback is refused', async (_, credential) => {
		await start({ parameters: { authentication: 'callbackToken' }, credential });
		for (const query of ['', '?token=', '?token=undefined']) {
			const reply = await trigger.post(body, { query });
			expect(reply.status).toBe(403);
			expect(reply.body).toContain("'Token'");
		}
		expect(startedRuns()).toBe(0);
	});

	test('never reaches the item', async () => {
		await start({ ...withToken, parameters: { ...withToken.parameters, simplify: false } });
		await trigger.post(body, { query: `?token=${TOKEN}`, headers: { 'x-callback-token': TOKEN } });
		expect(startedRuns()).toBe(1);
		expect(JSON.stringify(trigger.items)).not.toContain(TOKEN);
	});
});

describe('allowed IPs', () => {
	const body = fixtureText('callRecord');
	const allowing = (allowedIps: string) => ({ parameters: { options: { allowedIps } } });

	test.each(['127.0.0.1', '10.0.0.0/8, 127.0.0.0/8', '::ffff:127.0.0.1', '10.0.0.1\n127.0.0.1'])('%j: accepted', async (allowedIps) => {
		await start(allowing(allowedIps));
		expect(await trigger.post(body)).toMatchObject({ status: 200 });
	});

	test.each(['120.55.46.3, 42.192.127.32/27', '::1', '', 'nonsense', '127.0.0.1, 127.0.0.1/99'])('%j: 403', async (allowedIps) => {
		await start(allowing(allowedIps));
		expect(await trigger.post(body)).toMatchObject({ status: 403 });
		expect(startedRuns()).toBe(0);
	});

	test('a forwarded address counts only behind a proxy that n8n knows of', async () => {
		const headers = { 'x-forwarded-for': '120.55.46.3' };
		await start(allowing('120.55.46.3'));
		expect(await trigger.post(body, { headers })).toMatchObject({ status: 403 });
		await trigger.close();
		await start({ ...allowing('120.55.46.3'), proxyHops: 1 });
		expect(await trigger.post(body, { headers })).toMatchObject({ status: 200 });
	});
});

describe('the signature', () => {
	const dateTime = 'Thu Oct 16 07:13:48 GMT 2014';
	const signed = (sign: string | null) => {
		const body = fixture('callRecord');
		Object.assign(inner(body), { sign, dateTime });
		return body;
	};
	const credential = { token: TOKEN, ...KEYS };
	const query = `?token=${TOKEN}`;
	const verifying = { parameters: { authentication: 'callbackToken', options: { verifySignature: true } } };

	test('is accepted if it is right', async () => {
		await start({ ...verifying, credential });
		const body = signed(callbackSign(KEYS.appKey, KEYS.appSecret, dateTime));
		expect(await trigger.post(body, { query })).toMatchObject({ status: 200 });
	});

	test('does not replace the token even if it is right', async () => {
		await start({ ...verifying, credential });
		const body = signed(callbackSign(KEYS.appKey, KEYS.appSecret, dateTime));
		expect(await trigger.post(body)).toMatchObject({ status: 401 });
		expect(startedRuns()).toBe(0);
	});

	test.each([
		['wrong', signed(callbackSign('sandbox-app-key', 'another', dateTime))],
		['missing', signed(null)],
		['missing, as in a job status', fixture('jobStatus')],
	])('%s: 401', async (_, body) => {
		await start({ ...verifying, credential });
		expect(await trigger.post(body, { query })).toMatchObject({ status: 401 });
		expect(startedRuns()).toBe(0);
	});

	test.each<[string, TriggerSetup]>([
		['no credential', verifying],
		['no keys in it', { ...verifying, credential: { token: TOKEN } }],
		['no authentication', { parameters: { authentication: 'none', options: { verifySignature: true } }, credential }],
	])('%s: every callback is refused', async (_, setup) => {
		await start(setup);
		const body = signed(callbackSign(KEYS.appKey, KEYS.appSecret, dateTime));
		expect(await trigger.post(body, { query })).toMatchObject({ status: 403 });
		expect(startedRuns()).toBe(0);
	});

	test('is not checked by default', async () => {
		await start({ parameters: { authentication: 'callbackToken' }, credential });
		expect(await trigger.post(signed('nonsense'), { query })).toMatchObject({ status: 200 });
	});
});
