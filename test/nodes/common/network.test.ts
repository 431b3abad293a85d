import axios from 'axios';
import { Agent } from 'node:https';
import { connect, createServer, type AddressInfo, type LookupFunction, type Server } from 'node:net';
import tls from 'node:tls';
import { NodeApiError, type INode, type JsonObject } from 'n8n-workflow';
import { generate, type GenerateResult } from 'selfsigned';
import { AlibabaCloudAccessKeyApi } from '../../../credentials/AlibabaCloudAccessKeyApi.credentials';
import { HuaweiCcGatewayApi } from '../../../credentials/HuaweiCcGatewayApi.credentials';
import { AlibabaCloudCallCenter } from '../../../nodes/AlibabaCloudCallCenter/AlibabaCloudCallCenter.node';
import { networkError } from '../../../nodes/common/network';
import { HuaweiContactCenter } from '../../../nodes/HuaweiContactCenter/HuaweiContactCenter.node';
import { sessions } from '../../../nodes/HuaweiContactCenter/session/registry';
import { startAlibaba } from '../../../sandbox/alibaba';
import { startHuawei } from '../../../sandbox/huawei';
import { createWorld } from '../../../sandbox/world';
import { runNode } from '../../support/runNode';
import { KEY, START } from '../AlibabaCloudCallCenter/support';
import { CUSTOMER, eventually, PASSWORD } from '../HuaweiContactCenter/agents';

const HOST = 'ccc.example:443';
const NODE: INode = { id: '1', name: 'Call', type: 'test', typeVersion: 1, position: [0, 0], parameters: {} };

/** An error as Node makes it, and as axios and n8n wrap it. */
function wrapped(error: Error): Error[] {
	const byAxios = axios.AxiosError.from(error);
	return [error, byAxios, new NodeApiError(NODE, byAxios as unknown as JsonObject)];
}

/** What the error means, which must not depend on who wrapped it. */
function meaning(error: Error): { failure: string; code: string; message: string } {
	const [own, ...others] = wrapped(error).map((one) => networkError(one, HOST).details());
	for (const other of others) expect(other).toEqual(own);
	if (!own) throw new Error('unreachable');
	return own;
}

function systemError(syscall: string, code: string): Error {
	return Object.assign(new Error(`${syscall} ${code}`), { syscall, code });
}

describe('what never left this machine', () => {
	it.each([
		['getaddrinfo', 'ENOTFOUND', /host name ccc\.example:443 is not known/],
		['getaddrinfo', 'EAI_AGAIN', /could not be looked up/],
		['connect', 'ECONNREFUSED', /Nobody answers at ccc\.example:443/],
		['connect', 'EHOSTUNREACH', /no route to ccc\.example:443/],
		['connect', 'ENETUNREACH', /no route to/],
		['connect', 'ETIMEDOUT', /Could not connect to ccc\.example:443\. Check the address/],
		['connect', 'EADDRNOTAVAIL', /Could not connect to/],
	])('%s %s', (syscall, code, message) => {
		expect(meaning(systemError(syscall, code))).toMatchObject({ failure: 'notSent', code, message: expect.stringMatching(message) });
	});

	it('all addresses of a host refuse', async () => {
		const port = await freePort();
		const lookup = ((_host, _options, answer) => {
			answer(null, [{ address: '127.0.0.1', family: 4 }, { address: '127.0.0.2', family: 4 }, { address: '::1', family: 6 }]);
		}) as LookupFunction;
		const error = await new Promise<Error>((resolve) => {
			connect({ host: 'two.example', port, lookup, autoSelectFamily: true }).once('error', resolve);
		});
		expect(error).toMatchObject({ name: 'AggregateError', errors: { length: 3 } });
		expect(meaning(error)).toMatchObject({ failure: 'notSent', code: 'ECONNREFUSED' });
	});
});

describe('what may have left this machine', () => {
	it.each([
		['read', 'ECONNRESET', /was cut before an answer came/],
		['read', 'EHOSTUNREACH', /was cut/],
		['write', 'ENETUNREACH', /was cut/],
		['read', 'ETIMEDOUT', /did not answer in time/],
		['write', 'EPROTO', /encrypted connection to ccc\.example:443 failed/],
		['write', 'ECONNREFUSED', /was cut/],
	])('%s %s', (syscall, code, message) => {
		expect(meaning(systemError(syscall, code))).toMatchObject({ failure: 'noAnswer', code, message: expect.stringMatching(message) });
	});

	it.each([
		'ERR_SSL_WRONG_VERSION_NUMBER',
		'ERR_SSL_SSLV3_ALERT_BAD_RECORD_MAC',
		'ERR_TLS_RENEGOTIATION_DISABLED',
		'ECONNREFUSED',
		'CERT_UNHEARD_OF',
		'HPE_INVALID_CONSTANT',
	])('%s without a system call', (code) => {
		expect(meaning(Object.assign(new Error('broken'), { code }))).toMatchObject({ failure: 'noAnswer', code });
	});

	it('one address refused, and the connection to the other was lost', () => {
		const error = new AggregateError([systemError('connect', 'ECONNREFUSED'), systemError('read', 'ECONNRESET')]);
		expect(meaning(error)).toMatchObject({ failure: 'noAnswer', code: 'ECONNRESET' });
	});

	it.each<[string, unknown]>([
		['an outer code does not overrule the cause', Object.assign(systemError('connect', 'ECONNREFUSED'), { cause: new Error('socket hang up') })],
		['nor does an outer certificate', Object.assign(new Error('certificate'), { code: 'CERT_HAS_EXPIRED', cause: systemError('read', 'ECONNRESET') })],
		['several errors, one of them empty', new AggregateError([systemError('connect', 'ECONNREFUSED'), null])],
		['no errors at all', Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' })],
		['no error', undefined],
	])('%s', (_, error) => {
		expect(networkError(error, HOST).failure).toBe('noAnswer');
	});

	it('an error that is its own cause', () => {
		const error = systemError('connect', 'ECONNREFUSED');
		error.cause = error;
		expect(networkError(error, HOST).failure).toBe('noAnswer');
	});
});

it('a request that was cancelled is reported as stopped', () => {
	expect(networkError(new axios.CanceledError(), HOST).details()).toMatchObject({ failure: 'noAnswer', message: expect.stringContaining('was stopped before') });
});

/** What has to be closed after a test. */
const open: Array<{ close(): unknown }> = [];

afterEach(async () => {
	jest.restoreAllMocks();
	await Promise.all(open.splice(0).map(async (one) => await one.close()));
});

async function listen(server: Server): Promise<number> {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return (server.address() as AddressInfo).port;
}

async function freePort(): Promise<number> {
	const server = createServer();
	const port = await listen(server);
	await new Promise((resolve) => server.close(resolve));
	return port;
}

type CertificateOptions = Parameters<typeof generate>[1];

async function certify(ip: string, options: CertificateOptions = {}): Promise<GenerateResult> {
	const extensions = [{ name: 'subjectAltName' as const, altNames: [{ type: 7 as const, ip }] }];
	return await generate([{ name: 'commonName', value: 'test' }], { keyType: 'ec', algorithm: 'sha256', extensions, ...options });
}

/** A TLS server that counts the decrypted bytes it gets. */
async function serve(pems: GenerateResult, options: tls.TlsOptions = {}): Promise<{ url: string; read: () => number }> {
	let bytes = 0;
	const server = tls.createServer({ key: pems.private, cert: pems.cert, ...options }, (socket) => {
		socket.on('data', (data: Buffer) => (bytes += data.length));
		socket.on('error', () => socket.destroy());
	});
	open.push(server);
	return { url: `https://127.0.0.1:${await listen(server)}`, read: () => bytes };
}

async function failureOf(url: string, ca?: string): Promise<Error> {
	return await axios.post(url, 'x'.repeat(1000), { proxy: false, httpsAgent: new Agent({ ca }) }).then(
		() => new Error('it worked'),
		(error: Error) => error,
	);
}

const DAY = 24 * 60 * 60 * 1000;
const inDays = (days: number) => new Date(Date.now() + days * DAY);

describe('a handshake that fails', () => {
	it.each<[string, string, string, CertificateOptions]>([
		['wrong host name', 'ERR_TLS_CERT_ALTNAME_INVALID', '127.0.0.2', {}],
		['expired', 'CERT_HAS_EXPIRED', '127.0.0.1', { notBeforeDate: inDays(-2), notAfterDate: inDays(-1) }],
		['not yet valid', 'CERT_NOT_YET_VALID', '127.0.0.1', { notBeforeDate: inDays(1), notAfterDate: inDays(2) }],
	])('at a trusted certificate: %s', async (_, code, ip, options) => {
		const pems = await certify(ip, options);
		for (const maxVersion of ['TLSv1.2', 'TLSv1.3'] as const) {
			const { url, read } = await serve(pems, { maxVersion });
			expect(meaning(await failureOf(url, pems.cert))).toMatchObject({ failure: 'notSent', code, message: expect.stringContaining('certificate of ccc.example:443') });
			expect(read()).toBe(0);
		}
	});

	it('at a self-signed certificate', async () => {
		const { url, read } = await serve(await certify('127.0.0.1'));
		expect(meaning(await failureOf(url))).toMatchObject({ failure: 'notSent', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
		expect(read()).toBe(0);
	});

	it.each([
		['its issuer is left out', false, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
		['its issuer is sent along', true, 'SELF_SIGNED_CERT_IN_CHAIN'],
	])('at a certificate of an unknown authority: %s', async (_, isSent, code) => {
		const authority = await certify('127.0.0.9', { extensions: [{ name: 'basicConstraints', cA: true }] });
		const pems = await generate([{ name: 'commonName', value: 'leaf' }], { keyType: 'ec', algorithm: 'sha256', ca: { key: authority.private, cert: authority.cert } });
		const { url, read } = await serve({ ...pems, cert: isSent ? [pems.cert, authority.cert].join('\n') : pems.cert });
		expect(meaning(await failureOf(url))).toMatchObject({ failure: 'notSent', code });
		expect(read()).toBe(0);
	});

	it('at a server that speaks no TLS: not proof enough', async () => {
		const server = createServer((socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));
		open.push(server);
		const error = meaning(await failureOf(`https://127.0.0.1:${await listen(server)}`));
		expect(error).toMatchObject({ failure: 'noAnswer', code: expect.stringMatching(/^(EPROTO|ERR_SSL_(WRONG_VERSION_NUMBER|BAD_RECORD_TYPE))$/) });
	});

	it('at a server that hangs up: not proof enough', async () => {
		const server = createServer((socket) => socket.once('data', () => socket.destroy()));
		open.push(server);
		expect(meaning(await failureOf(`https://127.0.0.1:${await listen(server)}`))).toMatchObject({ failure: 'noAnswer', code: 'ECONNRESET' });
	});
});

/** From now on this process trusts the certificate, as with NODE_EXTRA_CA_CERTS. */
function trust(ca: string): void {
	const create = tls.createSecureContext;
	jest.spyOn(tls, 'createSecureContext').mockImplementation((options) => create({ ...options, ca }));
}

describe.each(['tlsPlaintext', 'tlsAlert', 'tlsDamaged'] as const)('%s after the request was received: one ring, outcome unknown', (kind) => {
	const settings: Partial<INode> = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1, onError: 'continueRegularOutput' };

	it('Alibaba Cloud Call Center', async () => {
		const world = createWorld({ speed: 100 });
		const vendor = await startAlibaba(world);
		open.push(vendor);
		trust(vendor.certificate);
		world.faults.add({ vendor: 'alibaba', operation: 'StartBack2BackCall', kind, match: { Callee: CUSTOMER } });
		const { json } = await runNode({
			type: new AlibabaCloudCallCenter(),
			credentials: [{ type: new AlibabaCloudAccessKeyApi(), data: { ...KEY, endpoint: vendor.httpsUrl } }],
			parameters: START,
			items: [{ phone: CUSTOMER }, { phone: '13720000001' }],
			settings,
		});
		expect(json[0]).toMatchObject({ error: expect.stringMatching(/phones may have rung/), details: { outcome: 'unknown' } });
		expect(json[1]).toMatchObject({ jobId: expect.any(String) });
		expect(vendor.calls().map(({ callee }) => callee).sort()).toEqual([CUSTOMER, '13720000001']);
		expect(vendor.requests).toBe(2);
	});

	it('Huawei Contact Center', async () => {
		const world = createWorld({ speed: 50 });
		const vendor = await startHuawei(world);
		open.push(vendor);
		world.faults.add({ vendor: 'huawei', operation: 'callout', kind });
		const { json } = await runNode({
			type: new HuaweiContactCenter(),
			credentials: [
				{
					type: new HuaweiCcGatewayApi(),
					data: { baseUrl: vendor.httpsUrl, agentId: '291', password: PASSWORD, phoneNumber: '40038', takeOverSession: true, allowUnauthorizedCerts: true },
				},
			],
			parameters: { resource: 'call', operation: 'callOut', called: CUSTOMER, waitFor: 'accepted' },
			settings,
		});
		expect(json[0]).toMatchObject({ error: expect.stringMatching(/phones may have rung/), details: { outcome: 'unknown' } });
		await eventually(() => sessions.size === 0);
		expect(world.phones.timesRung(CUSTOMER)).toBe(1);
		expect(vendor.requests.filter(({ operation }) => operation === 'callout')).toHaveLength(1);
	});
});
