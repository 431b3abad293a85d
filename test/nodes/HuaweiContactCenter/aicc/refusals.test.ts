import type { INode } from 'n8n-workflow';
import { startAicc, type AiccOptions, type AiccVendor } from '../../../../sandbox/huawei/aicc';
import { createWorld, type World } from '../../../../sandbox/world';
import { CALL, runAicc, type ToRun } from './support';

// The pauses between tries are not waited for.
jest.mock('n8n-workflow', () => ({ ...jest.requireActual('n8n-workflow'), sleep: async () => {} }));

const goOn: Partial<INode> = { onError: 'continueRegularOutput' };
const retry: Partial<INode> = { ...goOn, retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };
const PARAMETERS = { caller: '13918140000', called: '13720000000', waitFor: 'accepted' };
const NOTIFICATION = { called: '13720000000', contentType: 'text', text: 'Hello' };

let world: World;
let vendor: AiccVendor | undefined;

async function start(options: Partial<AiccOptions> = {}): Promise<void> {
	await vendor?.close();
	world = createWorld({ speed: 1000 });
	vendor = await startAicc(world, options);
}

beforeEach(async () => await start());
afterEach(async () => {
	await vendor?.close();
	vendor = undefined;
});

function running(): AiccVendor {
	if (!vendor) throw new Error('The sandbox is not running');
	return vendor;
}

async function first(toRun: Partial<ToRun> = {}) {
	const { json } = await runAicc(running(), { ...CALL, settings: goOn, ...toRun, parameters: { ...PARAMETERS, ...toRun.parameters } });
	return json[0];
}

async function notify(parameters: object) {
	return await first({ resource: 'voiceNotification', parameters: { ...NOTIFICATION, ...parameters } });
}

describe('a result code', () => {
	it.each<[string, string, RegExp, 'rejected' | 'unknown']>([
		['createCallV1', '1', /already has such a call.*was not sent again/, 'unknown'],
		['createCallV1', '3', /no serial number.*was not sent again/, 'unknown'],
		['createCallV1', '5', /format of a number/, 'rejected'],
		['createCallV1', '8', /softphone numbers/, 'rejected'],
		['createCallV1', '21', /10 two-party calls/, 'rejected'],
		['createCallV1', '90100600', /internal error.*was not sent again/, 'unknown'],
		['createCallV1', '90106012', /must not be called/, 'rejected'],
		['createCallV1', '4711', /none of its pages explains.*was not sent again/, 'unknown'],
	])('%s %s', async (operation, code, error, outcome) => {
		world.faults.add({ vendor: 'huawei', operation, kind: 'refuse', match: { code } });
		expect(await first()).toMatchObject({ error: expect.stringMatching(error), details: { code, outcome } });
		expect(running().requests).toHaveLength(1);
	});

	it('tells that the carrier is busy, and the call is sent again', async () => {
		world.faults.add({ vendor: 'huawei', operation: 'createCallV1', kind: 'refuse', match: { code: '90104029' } });
		expect(await first()).toMatchObject({ outcome: 'accepted' });
		expect(running().calls()).toHaveLength(1);
	});
});

describe('what no answer proves', () => {
	it.each(['cutBefore', 'cutAfter', 'errorBefore', 'errorAfter', 'garbage'] as const)('%s leaves the outcome unknown, and Retry on Fail calls nobody again', async (kind) => {
		world.faults.add({ vendor: 'huawei', operation: 'createCallV1', kind });
		expect(await first({ settings: retry })).toMatchObject({ details: { outcome: 'unknown' } });
		expect(running().requests).toHaveLength(1);
	});

	it('a request that a proxy has repeated is unknown, because its first copy rings', async () => {
		world.faults.add({ vendor: 'huawei', operation: 'createCallV1', kind: 'repeat' });
		expect(await first({ settings: retry })).toMatchObject({ details: { code: '1', outcome: 'unknown' } });
		expect(running().calls()).toHaveLength(1);
	});
});

describe('the form of a body', () => {
	it('is flat, and a tenant that wants it wrapped makes the node say so', async () => {
		await start({ bodyEdition: 'wrapped' });
		expect(await notify({})).toMatchObject({ error: expect.stringMatching(/set 'Body Edition' in the options to "Wrapped".*nobody was called/), details: { code: '5', outcome: 'rejected' } });
		expect(await notify({ options: { bodyEdition: 'wrapped' } })).toMatchObject({ outcome: 'accepted' });
		expect(running().calls()).toHaveLength(1);
	});

	it('can be wrapped, and a tenant that wants it flat makes the node say so', async () => {
		expect(await notify({ options: { bodyEdition: 'wrapped' } })).toMatchObject({ error: expect.stringContaining('to "Flat"') });
	});
});

describe('input that is refused before anything is sent', () => {
	const long = (length: number) => 'x'.repeat(length);

	it.each<[object, RegExp]>([
		[{ called: '+86 137' }, /'Called' is "\+86 137": enter 1 to 32 digits/],
		[{ called: '1'.repeat(33) }, /'Called' is .*32 digits/],
		[{ caller: '' }, /'Caller' is empty: enter the number that is rung first, or add 'Softphone Number'/],
		[{ additionalFields: { softPhone: '40038', agentWorkNo: '291' } }, /'Agent' cannot be used together with 'Softphone Number'/],
		[{ additionalFields: { callData: long(1025) } }, /'Call Data' is .*1025 characters/],
		[{ additionalFields: { callBackUrl: 'n8n.example.com' } }, /'Callback URL' is .*begins with https/],
		[{ additionalFields: { callBackUrl: 'https://n8n.example.com/?token=1' } }, /'Callback URL' .*does not take the character =/],
		[{ additionalFields: { callBackUrl: `https://n8n.example.com/${long(200)}` } }, /'Callback URL' .*too long/],
	])('call %#', async (parameters, error) => {
		expect(await first({ parameters: parameters as Record<string, unknown> })).toMatchObject({ error: expect.stringMatching(error) });
		expect(running().requests).toEqual([]);
	});

	it.each<[object, RegExp]>([
		[{ text: 'costs $5' }, /'Text' is .*remove the characters \$ and ~/],
		[{ text: long(999) }, /'Text' .*999 characters/],
		[{ additionalFields: { playTimes: 2 } }, /'Play Times' works only for a template/],
		[{ contentType: 'voices', voiceIds: '={{ [] }}' }, /'Voices?( Names or IDs)?' is empty: choose at least one/],
		[{ contentType: 'voices', voiceIds: Array(60).fill('1201763136043459597') }, /more IDs than fit/],
		[{ contentType: 'template', templateId: '1', templateParameters: ['人'.repeat(11)] }, /'Template Parameters' holds .*33 bytes/],
		[{ contentType: 'template', templateId: '1', templateParameters: ['${A}'] }, /'Template Parameters' holds .*remove/],
		[{ contentType: 'template', templateId: '1', templateParameters: Array(11).fill('1') }, /'Template Parameters' has 11 values/],
	])('notification %#', async (parameters, error) => {
		expect(await notify(parameters)).toMatchObject({ error: expect.stringMatching(error) });
		expect(running().requests).toEqual([]);
	});

	it.each([
		['2026-11-01', '2026-11-09', /more than 7 days after/],
		['2026-11-09', '2026-11-01', /is not after 'Start Date'/],
	])('records from %s to %s', async (startDate, endDate, error) => {
		expect(await first({ operation: 'getManyRecords', parameters: { startDate, endDate } })).toMatchObject({ error: expect.stringMatching(error) });
		expect(running().requests).toEqual([]);
	});
});

it('returns nothing for a week without calls, and all pages of a week with many', async () => {
	const now = world.clock.now();
	const span = { startDate: now - 1000, endDate: now + 3_600_000, returnAll: true };
	expect(await first({ operation: 'getManyRecords', parameters: span })).toBeUndefined();
	await Promise.all(Array.from({ length: 120 }, async (_, index) => await running().place({ kind: 'twoParty', caller: `1391${index}`, called: `1372${index}` })));
	const { json } = await runAicc(running(), { ...CALL, operation: 'getManyRecords', parameters: span });
	expect(new Set(json.map(({ callSerialNo }) => callSerialNo)).size).toBe(120);
	expect(running().requests).toHaveLength(3);
});

it('names the credential field with a wrong address', async () => {
	const credential = { type: new (await import('../../../../credentials/HuaweiAiccApi.credentials')).HuaweiAiccApi(), data: { baseUrl: 'besclouds', appKey: 'k', appSecret: 's', renewal: '', accessToken: '' } };
	expect(await first({ credential })).toMatchObject({ error: expect.stringContaining("'Base URL' in the credential is not a URL") });
});
