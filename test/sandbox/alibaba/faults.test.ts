import { isAxiosError } from 'axios';
import { Agent } from 'node:https';
import { startAlibaba, type AlibabaVendor } from '../../../sandbox/alibaba';
import type { AlibabaOptions } from '../../../sandbox/alibaba/options';
import type { Fault } from '../../../sandbox/faults';
import { createWorld } from '../../../sandbox/world';
import { eventually } from './eventually';
import { BACK2BACK, call } from './request';

const PAGE = { PageNumber: '1', PageSize: '10' };

const world = createWorld();
const running: AlibabaVendor[] = [];

async function start(options: AlibabaOptions = {}): Promise<AlibabaVendor> {
	const vendor = await startAlibaba(world, { quirks: 'clean', ...options });
	running.push(vendor);
	return vendor;
}

afterEach(async () => {
	world.faults.clear();
	world.phones.reset();
	await Promise.all(running.splice(0).map(async (vendor) => await vendor.close()));
});

function arm(fault: Omit<Fault, 'vendor'>): void {
	world.faults.add({ vendor: 'alibaba', operation: 'StartBack2BackCall', ...fault });
}

/** The error code of the network, e.g. ECONNRESET. */
async function networkError(request: Promise<unknown>): Promise<string | undefined> {
	try {
		await request;
	} catch (error) {
		return isAxiosError(error) ? error.code : String(error);
	}
	return undefined;
}

test.each([
	['refuse', 403, 'NoPermission', 0],
	['throttle', 429, 'Throttling.User', 0],
	['errorBefore', 503, 'ServiceUnavailable', 0],
	['errorAfter', 500, 'InternalError', 1],
] as const)('%s answers %i %s', async (kind, status, code, callsPlaced) => {
	const vendor = await start();
	arm({ kind });
	const answer = await call(vendor.url, 'StartBack2BackCall', BACK2BACK);
	expect([answer.status, answer.data.Code]).toEqual([status, code]);
	expect(world.phones.timesRung(BACK2BACK.Caller)).toBe(callsPlaced);
	expect((await call(vendor.url, 'StartBack2BackCall', BACK2BACK)).data.Code).toBe('OK');
});

test.each([
	['cutBefore', 0],
	['cutAfter', 1],
] as const)('%s destroys the connection with %i calls placed', async (kind, callsPlaced) => {
	const vendor = await start();
	arm({ kind });
	expect(await networkError(call(vendor.url, 'StartBack2BackCall', BACK2BACK))).toBe('ECONNRESET');
	expect(world.phones.timesRung(BACK2BACK.Caller)).toBe(callsPlaced);
});

test.each([
	['tlsPlaintext', /^(EPROTO|ERR_SSL_(WRONG_VERSION_NUMBER|BAD_RECORD_TYPE))$/],
	['tlsAlert', /^ERR_SSL_.*ALERT_BAD_RECORD_MAC$/],
	['tlsDamaged', /^ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC$/],
] as const)('%s breaks the encrypted connection although the call was placed', async (kind, code) => {
	const vendor = await start();
	const httpsAgent = new Agent({ ca: vendor.certificate });
	arm({ kind });
	expect(await networkError(call(vendor.httpsUrl, 'StartBack2BackCall', BACK2BACK, { httpsAgent }))).toMatch(code);
	expect(world.phones.timesRung(BACK2BACK.Caller)).toBe(1);
	expect((await call(vendor.httpsUrl, 'StartBack2BackCall', BACK2BACK, { httpsAgent })).data.Code).toBe('OK');
});

test('a fault of TLS cuts a connection that has none', async () => {
	const vendor = await start();
	arm({ kind: 'tlsAlert' });
	expect(await networkError(call(vendor.url, 'StartBack2BackCall', BACK2BACK))).toBe('ECONNRESET');
	expect(world.phones.timesRung(BACK2BACK.Caller)).toBe(1);
});

test('garbage comes with HTTP 200 although the call was placed', async () => {
	const vendor = await start();
	arm({ kind: 'garbage' });
	const { status, data } = await call(vendor.url, 'StartBack2BackCall', BACK2BACK);
	expect(status).toBe(200);
	expect(data).toContain('<html>');
	expect(vendor.calls()).toHaveLength(1);
});

test('late returns the true answer, later', async () => {
	const vendor = await start();
	arm({ kind: 'late', delayMs: 150 });
	const startedAt = Date.now();
	const { data } = await call(vendor.url, 'StartBack2BackCall', BACK2BACK);
	expect(Date.now() - startedAt).toBeGreaterThanOrEqual(145);
	expect(data.Code).toBe('OK');
});

test('hang answers nothing until the vendor closes', async () => {
	const vendor = await start();
	arm({ kind: 'hang' });
	let isSettled = false;
	const request = networkError(call(vendor.url, 'StartBack2BackCall', BACK2BACK)).finally(() => {
		isSettled = true;
	});
	await eventually(() => vendor.requests === 1);
	await new Promise((resolve) => setTimeout(resolve, 100));
	expect(isSettled).toBe(false);
	await vendor.close();
	expect(await request).toBe('ECONNRESET');
	expect(world.phones.rings()).toEqual([]);
});

test('a fault can apply to one callee only', async () => {
	const vendor = await start();
	arm({ kind: 'refuse', match: { Callee: '13720000001' } });
	expect((await call(vendor.url, 'StartBack2BackCall', BACK2BACK)).data.Code).toBe('OK');
	const other = await call(vendor.url, 'StartBack2BackCall', { ...BACK2BACK, Callee: '13720000001' });
	expect(other.data.Code).toBe('NoPermission');
});

test('a request with a bad signature uses up no fault', async () => {
	const vendor = await start();
	arm({ kind: 'refuse' });
	await call(vendor.url, 'StartBack2BackCall', BACK2BACK, { accessKeySecret: 'wrong' });
	expect((await call(vendor.url, 'StartBack2BackCall', BACK2BACK)).data.Code).toBe('NoPermission');
});

test('throttles what exceeds the rate, and says when to come back', async () => {
	const vendor = await start({ requestsPerSecond: 3, throttleStatus: 400, retryAfterMs: 250 });
	const answers = [];
	for (let at = 0; at < 5; at++) answers.push(await call(vendor.url, 'StartBack2BackCall', BACK2BACK));
	expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 400, 400]);
	expect(answers[4]?.data.Code).toBe('Throttling.User');
	expect(answers[4]?.headers['x-acs-retry-after']).toBe('250');
	expect(world.phones.timesRung(BACK2BACK.Caller)).toBe(3);
	await new Promise((resolve) => setTimeout(resolve, 1000));
	expect((await call(vendor.url, 'ListInstances', PAGE)).status).toBe(200);
});

test('can be slow, for benchmarks', async () => {
	const vendor = await start({ latencyMs: 100 });
	const startedAt = Date.now();
	await Promise.all(Array.from({ length: 10 }, async () => await call(vendor.url, 'ListInstances', PAGE)));
	expect(Date.now() - startedAt).toBeGreaterThanOrEqual(95);
	expect(vendor.requests).toBe(10);
});
