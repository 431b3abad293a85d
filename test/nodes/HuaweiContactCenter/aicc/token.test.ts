import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { HuaweiAiccApi } from '../../../../credentials/HuaweiAiccApi.credentials';
import { startAicc, type AiccVendor } from '../../../../sandbox/huawei/aicc';
import { createWorld, type World } from '../../../../sandbox/world';
import type { NodeRun } from '../../../support/runNode';
import { aiccCredential, CALL, phones, runAicc } from './support';

// The pauses between tries are not waited for.
jest.mock('n8n-workflow', () => ({ ...jest.requireActual('n8n-workflow'), sleep: async () => {} }));

let world: World;
let vendor: AiccVendor;

beforeEach(async () => {
	// Another address means another account, so that no test finds the token of one before it.
	world = createWorld({ speed: 1000 });
	vendor = await startAicc(world);
});
afterEach(async () => await vendor.close());

const PARAMETERS = { caller: '={{ $json.salesPhone }}', called: '={{ $json.phone }}', waitFor: 'accepted', options: { concurrency: 20 } };
const noRequest = { httpRequest: async () => await Promise.reject(new Error('no request is expected')) };

async function run(items = phones(1), change: ICredentialDataDecryptedObject = {}): Promise<NodeRun> {
	return await runAicc(vendor, { ...CALL, parameters: PARAMETERS, items, credential: aiccCredential(vendor, change), settings: { onError: 'continueRegularOutput' } });
}

const outcomes = ({ json }: NodeRun) => json.map(({ outcome, error }) => outcome ?? error);

test('one token does for 200 items in 4 executions, and for the next one', async () => {
	const all = phones(200);
	const runs = await Promise.all([0, 50, 100, 150].map(async (from) => await run(all.slice(from, from + 50))));
	expect(runs.flatMap(outcomes)).toEqual(Array(200).fill('accepted'));
	await run([{ phone: '13600000000', salesPhone: '13500000000' }]);
	expect(vendor.tokens.requests).toBe(1);
});

test('200 calls get through, each once, when their token ends in the middle', async () => {
	const { requests } = vendor;
	const push = requests.push.bind(requests);
	requests.push = (...entries) => {
		const count = push(...entries);
		if (count === 100) vendor.tokens.expire();
		return count;
	};
	const ended = await run(phones(200));
	expect(outcomes(ended)).toEqual(Array(200).fill('accepted'));
	expect(vendor.calls()).toHaveLength(200);
	expect(vendor.tokens.requests).toBe(2);
	expect(vendor.tokens.mostAtOnce).toBe(1);
});

test('a stored token is used, and is replaced once Huawei refuses it', async () => {
	await run();
	const stored = await new HuaweiAiccApi().preAuthentication.call({ helpers: noRequest } as never, aiccCredential(vendor).data);
	expect(stored).toMatchObject({ renewal: '', accessToken: expect.stringContaining('value') });
	vendor.tokens.expire();
	expect(outcomes(await run(phones(2).slice(1), { accessToken: String(stored.accessToken) }))).toEqual(['accepted']);
	expect(vendor.tokens.requests).toBe(2);
});

test('nothing is stored again while the stored token is good', async () => {
	await run();
	const type = new HuaweiAiccApi();
	const { data } = aiccCredential(vendor);
	const stored = await type.preAuthentication.call({ helpers: noRequest } as never, data);
	expect(await type.preAuthentication.call({ helpers: noRequest } as never, { ...data, ...stored } as ICredentialDataDecryptedObject)).toEqual({});
});

test('a token is renewed before it ends', async () => {
	vendor.tokens.lifeSeconds = 100;
	await run();
	const later = Date.now() + 95_000;
	const now = jest.spyOn(Date, 'now').mockReturnValue(later);
	await run(phones(2).slice(1));
	now.mockRestore();
	expect(vendor.tokens.requests).toBe(2);
	expect(vendor.requests).toHaveLength(2);
});

test('explains a wrong secret and does not show it', async () => {
	const [item] = (await run(phones(1), { appSecret: 'wrong-secret-of-mine' })).json;
	expect(item).toMatchObject({ error: expect.stringMatching(/^Huawei issued no access token: .*Check the app key and the app secret/), details: { outcome: 'rejected' } });
	expect(JSON.stringify(item)).not.toContain('wrong-secret-of-mine');
	expect(vendor.requests).toEqual([]);
});

test('a call whose token could not be fetched has not been sent', async () => {
	world.faults.add({ vendor: 'huawei', operation: 'tokenByAkSk', kind: 'cutBefore', times: 100 });
	const [item] = (await run()).json;
	expect(item).toMatchObject({ details: { outcome: 'rejected' } });
	expect(vendor.requests).toEqual([]);
});

test('fails clearly when Huawei accepts no token, without asking for ever more', async () => {
	jest.spyOn(vendor.tokens, 'isGood').mockReturnValue(false);
	const [item] = (await run()).json;
	expect(item).toMatchObject({ error: expect.stringMatching(/did not authorize the request.*has bought this service/), details: { code: 'HTTP 401', outcome: 'rejected' } });
	expect(vendor.tokens.requests).toBeLessThanOrEqual(3);
});
