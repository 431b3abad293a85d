import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { BaiyingOpenPlatformApi } from '../../../../credentials/BaiyingOpenPlatformApi.credentials';
import { startBaiying, type BaiyingVendor } from '../../../../sandbox/baiying';
import { createWorld, type World } from '../../../../sandbox/world';
import type { NodeRun } from '../../../support/runNode';
import { credentialFor, runBaiying } from '../support/node';

// The pauses between tries are not waited for.
jest.mock('n8n-workflow', () => ({ ...jest.requireActual('n8n-workflow'), sleep: async () => {} }));

let world: World;
let vendor: BaiyingVendor;

beforeEach(async () => {
	// Another address means another account, so that no test finds the token of one before it.
	world = createWorld();
	vendor = await startBaiying(world);
});
afterEach(async () => await vendor.close());

const companies = { api: 'openPlatform', resource: 'company', operation: 'getMany' } as const;

async function run(items: number, change: ICredentialDataDecryptedObject = {}): Promise<NodeRun> {
	const credential = credentialFor('openPlatform', vendor, change);
	return await runBaiying(vendor, { ...companies, items: Array.from({ length: items }, () => ({})), credential, parameters: { options: { concurrency: 20 } } });
}

test('one token does for all items and executions', async () => {
	const runs = await Promise.all([run(20), run(20)]);
	expect(runs.map(({ json, error }) => [json.length, error])).toEqual([[20, undefined], [20, undefined]]);
	expect(vendor.apis.tokens.requests).toBe(1);
	await run(1);
	expect(vendor.apis.tokens.requests).toBe(1);
});

test('200 items in 4 executions get through when their token ends in the middle', async () => {
	await run(1);
	let served = 0;
	const serve = vendor.apis.desk.log;
	const push = serve.push.bind(serve);
	serve.push = (...entries) => {
		if (++served === 100) vendor.apis.tokens.expire();
		return push(...entries);
	};
	const runs = await Promise.all([run(50), run(50), run(50), run(50)]);
	expect(runs.map(({ json, error }) => [json.length, error])).toEqual(Array.from({ length: 4 }, () => [50, undefined]));
	expect(vendor.apis.tokens.requests).toBe(2);
	expect(vendor.apis.tokens.turnedAway).toBe(0);
}, 60_000);

test('a stored token is used, and is replaced once Baiying refuses it', async () => {
	const type = new BaiyingOpenPlatformApi();
	const { data } = credentialFor('openPlatform', vendor);
	const helpers = { httpRequest: async () => await Promise.reject(new Error('no request is expected')) };
	await run(1);
	const stored = await type.preAuthentication.call({ helpers } as never, data);
	expect(stored).toMatchObject({ renewal: '', accessToken: expect.stringContaining('value') });
	vendor.apis.tokens.expire();
	const { error } = await run(1, { accessToken: String(stored.accessToken) });
	expect(error).toBeUndefined();
	expect(vendor.apis.tokens.requests).toBe(2);
});

test('nothing is stored again while the stored token is good', async () => {
	const type = new BaiyingOpenPlatformApi();
	const { data } = credentialFor('openPlatform', vendor);
	const helpers = { httpRequest: async () => await Promise.reject(new Error('no request is expected')) };
	await run(1);
	const stored = await type.preAuthentication.call({ helpers } as never, data);
	expect(await type.preAuthentication.call({ helpers } as never, { ...data, ...stored } as ICredentialDataDecryptedObject)).toEqual({});
});

test('a token is renewed before it ends', async () => {
	vendor.apis.tokens.lifeSeconds = 1;
	await run(1);
	const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 950);
	await run(1);
	now.mockRestore();
	expect(vendor.apis.tokens.requests).toBe(2);
	expect(vendor.admitted()).toHaveLength(2);
});

test('waits while another process is being issued a token', async () => {
	world.faults.add({ vendor: 'baiying', operation: 'token', kind: 'throttle', times: 2 });
	expect((await run(1)).error).toBeUndefined();
	expect(vendor.apis.tokens.requests).toBe(1);
});

test('explains a wrong secret and does not show it', async () => {
	const { error } = await run(1, { appSecret: 'wrong-secret-of-mine' });
	expect(error?.message).toMatch(/issued no access token.*Check the app key/);
	expect(JSON.stringify(error)).not.toContain('wrong-secret-of-mine');
});

test('a start whose token could not be fetched has not been sent', async () => {
	world.faults.add({ vendor: 'baiying', operation: 'token', kind: 'cutBefore', times: 100 });
	const job = { __rl: true, mode: 'id', value: vendor.apis.seeds.waitingJobId };
	const { json } = await runBaiying(vendor, { api: 'openPlatform', resource: 'job', operation: 'start', parameters: { callJobId: job }, settings: { onError: 'continueRegularOutput' } });
	expect(json[0]).toMatchObject({ details: { outcome: 'rejected' } });
	expect(vendor.admitted()).toEqual([]);
});

test('fails clearly when Baiying refuses every token', async () => {
	const companyOf = jest.spyOn(vendor.apis.tokens, 'companyOf').mockReturnValue(undefined);
	const { error } = await run(1);
	expect(error?.message).toMatch(/not even a new one/);
	expect(companyOf).toHaveBeenCalledTimes(3);
});
