import { BaiyingHmacApi } from '../../../../credentials/BaiyingHmacApi.credentials';
import { hmacHeaders } from '../../../../nodes/Baiying/api/hmac';
import { startBaiying, type BaiyingVendor } from '../../../../sandbox/baiying';
import { createWorld } from '../../../../sandbox/world';
import { credentialFor, runBaiying } from '../support/node';

let vendor: BaiyingVendor;

beforeAll(async () => {
	vendor = await startBaiying(createWorld());
});
beforeEach(() => vendor.reset());
afterEach(() => jest.restoreAllMocks());
afterAll(async () => await vendor.close());

const seats = { api: 'hmac', resource: 'company', operation: 'getSeats' } as const;

/** Runs the node with another clock than the vendor's, which answers with its own date. */
async function runWithClock(offMs: number) {
	const now = Date.now.bind(Date);
	jest.spyOn(Date.prototype, 'toUTCString').mockImplementationOnce(() => {
		const date = new Date(now() + offMs).toISOString();
		return `${['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][new Date(date).getUTCDay()]}, ${date.slice(8, 10)} ${new Date(date).toLocaleString('en-US', { month: 'short', timeZone: 'UTC' })} ${date.slice(0, 4)} ${date.slice(11, 19)} GMT`;
	});
	return await runBaiying(vendor, seats);
}

test.each([
	['testAppKey0000001', 'testAppSecret000000000000000001', 'Thu, 13 Dec 2018 01:27:17 GMT', 'PpmlYpvVuOTAuxDMh4ub9jm9/MM='],
	['WtSMaXXXXXXXXtvy', 'aXSFnnZbHXXXXXXXXXXXXXXXMguz1Q', 'Thu, 16 Oct 2014 07:13:48 GMT', 'n2uQsWnSQO45H7dbbOYmfZNfiJY='],
])('signs the app key %s and the date', (appKey, appSecret, datetime, sign) => {
	expect(hmacHeaders({ appKey, appSecret }, Date.parse(datetime))).toEqual({ appkey: appKey, datetime, sign });
});

test('each request gets a date of its own', async () => {
	const type = new BaiyingHmacApi();
	const { data } = credentialFor('hmac', vendor);
	const at = jest.spyOn(Date, 'now');
	at.mockReturnValue(Date.parse('2026-01-02T03:04:05Z'));
	const first = await type.authenticate(data, { url: '/openapi/v1/company/getCompanys', headers: { Accept: 'application/json' } });
	at.mockReturnValue(Date.parse('2026-01-02T03:09:05Z'));
	const again = await type.authenticate(data, first);
	expect(first.headers).toMatchObject({ Accept: 'application/json', datetime: 'Fri, 02 Jan 2026 03:04:05 GMT' });
	expect(again.headers).toMatchObject({ Accept: 'application/json', datetime: 'Fri, 02 Jan 2026 03:09:05 GMT' });
	expect(again.headers?.sign).not.toBe(first.headers?.sign);
	expect(again.url).toBe(`${vendor.url}/openapi/v1/company/getCompanys`);
});

test('a clock that is wrong by up to 3 minutes does no harm', async () => {
	expect((await runWithClock(-170_000)).error).toBeUndefined();
});

test.each([-600_000, 600_000])('a clock that is %i ms off is explained', async (offMs) => {
	const { error } = await runWithClock(offMs);
	expect(error?.message).toMatch(/clock of the n8n server differs from Baiying's by more than 3 minutes/);
});

test('explains a wrong secret and does not show it', async () => {
	const { error } = await runBaiying(vendor, { ...seats, credential: credentialFor('hmac', vendor, { appSecret: 'wrong-secret-of-mine' }) });
	expect(error?.message).toMatch(/did not accept the signature. Check the app key and the app secret/);
	expect(JSON.stringify(error)).not.toContain('wrong-secret-of-mine');
});
