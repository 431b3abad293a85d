import axios from 'axios';
import { X509Certificate } from 'node:crypto';
import { Agent } from 'node:https';
import type { FaultKind } from '../../../sandbox/faults';
import type { HuaweiVendor } from '../../../sandbox/huawei';
import { closeAll, setUp } from './setup';

const BODY = { password: 'sandbox-agent-password', phonenum: '40038' };

afterEach(closeAll);

async function signIn({ httpsUrl }: HuaweiVendor, httpsAgent?: Agent): Promise<unknown> {
	const { data } = await axios.put<unknown>(`${httpsUrl}/agentgateway/resource/onlineagent/291`, BODY, { httpsAgent, proxy: false });
	return data;
}

it('shows a certificate that a client refuses unless told otherwise', async () => {
	const { huawei } = await setUp();
	expect(huawei.httpsUrl).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
	await expect(signIn(huawei)).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
	expect(huawei.requests).toEqual([]);
	const careless = new Agent({ rejectUnauthorized: false });
	expect(await signIn(huawei, careless)).toMatchObject({ retcode: '0' });
});

it('is valid for a client that trusts the certificate', async () => {
	const { huawei } = await setUp();
	const certificate = new X509Certificate(huawei.certificate);
	expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
	expect(certificate.verify(certificate.publicKey)).toBe(true);
	const trusting = new Agent({ ca: huawei.certificate });
	expect(await signIn(huawei, trusting)).toMatchObject({ retcode: '0' });
});

const breaks: Array<[FaultKind, RegExp]> = [
	['cutAfter', /^ECONNRESET$/],
	['tlsPlaintext', /^(EPROTO|ERR_SSL_(WRONG_VERSION_NUMBER|BAD_RECORD_TYPE))$/],
	['tlsAlert', /^ERR_SSL_.*ALERT_BAD_RECORD_MAC$/],
	['tlsDamaged', /^ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC$/],
];
it.each(breaks)('%s: the connection breaks with %s, the work being done', async (kind, code) => {
	const { world, huawei } = await setUp();
	world.faults.add({ vendor: 'huawei', operation: 'login', kind });
	const trusting = new Agent({ ca: huawei.certificate });
	await expect(signIn(huawei, trusting)).rejects.toMatchObject({ code: expect.stringMatching(code) });
	expect(huawei.agents()[0]?.signedIn).toBe(true);
	expect(await signIn(huawei, trusting)).toMatchObject({ retcode: '100-002' });
});

it('closes with open connections', async () => {
	const { world, huawei } = await setUp();
	world.faults.add({ vendor: 'huawei', operation: 'login', kind: 'hang' });
	const hanging = signIn(huawei, new Agent({ ca: huawei.certificate }));
	setTimeout(() => void huawei.close(), 50);
	await expect(hanging).rejects.toMatchObject({ code: 'ECONNRESET' });
});
