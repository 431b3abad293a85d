import axios from 'axios';
import { X509Certificate } from 'node:crypto';
import { Agent } from 'node:https';
import { closeAll, setUp } from './setup';

const BODY = { password: 'sandbox-agent-password', phonenum: '40038' };

afterEach(closeAll);

async function signIn(url: string, httpsAgent?: Agent): Promise<unknown> {
	const { data } = await axios.put<unknown>(`${url}/agentgateway/resource/onlineagent/291`, BODY, { httpsAgent });
	return data;
}

it('shows a certificate that a client refuses unless told otherwise', async () => {
	const { huawei } = await setUp({ https: true });
	expect(huawei.url).toBe(`https://127.0.0.1:${huawei.port}`);
	await expect(signIn(huawei.url)).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
	expect(huawei.requests).toEqual([]);
	const careless = new Agent({ rejectUnauthorized: false });
	expect(await signIn(huawei.url, careless)).toMatchObject({ retcode: '0' });
});

it('is valid for a client that trusts the certificate', async () => {
	const { huawei } = await setUp({ https: true });
	const certificate = new X509Certificate(huawei.certificate ?? '');
	expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
	expect(certificate.verify(certificate.publicKey)).toBe(true);
	const trusting = new Agent({ ca: huawei.certificate });
	expect(await signIn(huawei.url, trusting)).toMatchObject({ retcode: '0' });
});

it('breaks the connection where the gateway does', async () => {
	const { world, huawei } = await setUp({ https: true });
	world.faults.add({ vendor: 'huawei', operation: 'login', kind: 'cutAfter' });
	const trusting = new Agent({ ca: huawei.certificate });
	await expect(signIn(huawei.url, trusting)).rejects.toMatchObject({ code: 'ECONNRESET' });
	expect(huawei.agents()[0]?.signedIn).toBe(true);
});
