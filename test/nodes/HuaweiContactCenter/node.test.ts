import type { ICredentialDataDecryptedObject, INode, INodeParameters } from 'n8n-workflow';
import { HuaweiCcGatewayApi } from '../../../credentials/HuaweiCcGatewayApi.credentials';
import { HuaweiContactCenter } from '../../../nodes/HuaweiContactCenter/HuaweiContactCenter.node';
import { sessions } from '../../../nodes/HuaweiContactCenter/session/registry';
import { startHuawei, type HuaweiVendor } from '../../../sandbox/huawei';
import { createWorld, type World } from '../../../sandbox/world';
import { again, hintsOf, runNode, type NodeRun, type NodeToRun } from '../../support/runNode';
import { CUSTOMER, eventually, PASSWORD } from './agents';

const CALL = { resource: 'call', operation: 'callOut', called: '={{ $json.phone }}', waitFor: 'ended', waitTimeoutSeconds: 60 };
const GO_ON: Partial<INode> = { onError: 'continueRegularOutput' };
const RETRY: Partial<INode> = { retryOnFail: true, maxTries: 3, waitBetweenTries: 10 };

let world: World;
let vendor: HuaweiVendor;

beforeEach(async () => {
	world = createWorld({ speed: 50 });
	vendor = await startHuawei(world);
});

afterEach(async () => {
	try {
		await eventually(() => sessions.size === 0);
		expect(vendor.agents().filter(({ signedIn }) => signedIn)).toEqual([]);
	} finally {
		await vendor.close();
	}
});

interface Run extends Partial<Omit<NodeToRun, 'type' | 'credentials' | 'parameters'>> {
	parameters?: INodeParameters;
	credential?: ICredentialDataDecryptedObject;
}

async function run({ parameters = {}, credential, ...rest }: Run = {}): Promise<NodeRun> {
	const data = { baseUrl: vendor.url, agentId: '291', password: PASSWORD, phoneNumber: '40038', takeOverSession: true, ...credential };
	return await runNode({
		type: new HuaweiContactCenter(),
		credentials: [{ type: new HuaweiCcGatewayApi(), data }],
		items: [{ phone: CUSTOMER }],
		...rest,
		parameters: { ...CALL, ...parameters },
	});
}

function sent(operation: string): number {
	return vendor.requests.filter((request) => request.operation === operation).length;
}

describe('Huawei Contact Center', () => {
	it('calls from a cold start and signs out, all in one node', async () => {
		const { json, outputs, error } = await run();
		expect(error).toBeUndefined();
		expect(json).toEqual([
			{
				callId: vendor.calls()[0]?.callId,
				agentId: '291',
				called: CUSTOMER,
				outcome: 'ended',
				answeredAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
				endedAt: expect.stringMatching(/Z$/),
				durationSeconds: expect.any(Number),
				callResult: 'answered',
				tryAgain: 'never',
				events: expect.arrayContaining([expect.objectContaining({ type: 'AgentEvent_Talking', at: expect.any(String), calledNumber: CUSTOMER })]),
			},
		]);
		expect(outputs[0]?.[0]?.pairedItem).toEqual({ item: 0 });
		expect(sent('logout')).toBe(1);
	});

	it('calls the items one after another and pairs them', async () => {
		const items = ['13720000001', '13720000002'].map((phone) => ({ phone }));
		const { outputs } = await run({ items });
		expect(outputs[0]?.map(({ json, pairedItem }) => [json.called, json.outcome, pairedItem])).toEqual([
			['13720000001', 'ended', { item: 0 }],
			['13720000002', 'ended', { item: 1 }],
		]);
		expect(sent('login')).toBe(1);
	});

	it('continues with the other items when one is wrong', async () => {
		const items = ['13720000001', 'call me', '13720000002'].map((phone) => ({ phone }));
		const { json } = await run({ items, settings: GO_ON });
		expect(json.map(({ outcome }) => outcome)).toEqual(['ended', undefined, 'ended']);
		expect(json[1]).toEqual({ error: expect.stringContaining("'Called Number' is \"call me\""), details: { code: 'InvalidInput', outcome: 'rejected' } });
	});

	it('rings once and reports the outcome as unknown when the line is cut, even with Retry on Fail', async () => {
		world.faults.add({ vendor: 'huawei', operation: 'callout', kind: 'cutAfter' });
		const { error } = await run({ settings: RETRY });
		expect(error?.message).toMatch(/connection to 127\.0\.0\.1:\d+ was cut.*was not sent again/);
		expect(sent('callout')).toBe(1);
		await eventually(() => vendor.calls()[0]?.outcome !== undefined);
		expect(world.phones.timesRung(CUSTOMER)).toBe(1);
	});

	it('rings once and reports the outcome as unknown when the request arrived twice, even with Retry on Fail', async () => {
		world.faults.add({ vendor: 'huawei', operation: 'callout', kind: 'repeat' });
		const settings = { ...RETRY, ...GO_ON };
		const { json } = await run({ settings });
		expect(json).toEqual([{ error: expect.stringMatching(/more than once.*was not sent again/), details: { code: '000-007', outcome: 'unknown' } }]);
		await eventually(() => vendor.calls()[0]?.outcome !== undefined);
		expect(sent('callout')).toBe(1);
		expect(world.phones.timesRung(CUSTOMER)).toBe(1);
	});

	it('calls again after a refusal with Retry on Fail', async () => {
		world.faults.add({ vendor: 'huawei', operation: 'callout', kind: 'refuse', match: { retcode: '200-001' } });
		const { json } = await run({ settings: RETRY });
		expect(json[0]).toMatchObject({ outcome: 'ended' });
		expect(world.phones.timesRung(CUSTOMER)).toBe(1);
	});

	it('reads again by itself while the gateway is busy', async () => {
		world.faults.add({ vendor: 'huawei', operation: 'callInfo', kind: 'throttle' });
		const [dialled] = (await run()).json;
		const { json } = await run({ parameters: { operation: 'getInformation', callId: String(dialled?.callId) } });
		expect(json[0]).toMatchObject({ callId: dialled?.callId });
		expect(sent('callInfo')).toBe(2);
	});

	it('names the code of a refusal, and never the password', async () => {
		const { json, run: whole } = await run({ settings: GO_ON, credential: { password: 'not-the-password' } });
		expect(json[0]).toEqual({ error: expect.stringContaining('password is wrong'), details: { code: '100-004', outcome: 'rejected' } });
		expect(JSON.stringify(whole)).not.toContain('not-the-password');
	});

	it('lets the next node of the execution press keys and hang up', async () => {
		world.phones.setBehaviour(CUSTOMER, { talkMs: 600_000 });
		const executionId = 'execution-1';
		const [dialled] = (await run({ executionId, parameters: { waitFor: 'answered' } })).json;
		const keys = await run({ executionId, parameters: { operation: 'sendDtmf', digits: '2#' } });
		const hungUp = await run({ executionId, parameters: { operation: 'hangUp' } });
		expect(dialled).toMatchObject({ outcome: 'answered' });
		expect(keys.json).toEqual([{ agentId: '291', callId: dialled?.callId, digits: '2#', sent: true }]);
		expect(hungUp.json).toEqual([{ agentId: '291', callId: dialled?.callId, hungUp: true, alreadyEnded: false }]);
		expect(vendor.calls()[0]?.digits.map(({ digits }) => digits)).toEqual(['2#']);
	});

	it('keeps the agent signed in if the option says so', async () => {
		await run({ parameters: { options: { keepSignedIn: true, keepSignedInMinutes: 1 } } });
		expect((await run({ parameters: { resource: 'agent', operation: 'getStatus' } })).json).toMatchObject([{ state: 'idle', signedIn: true }]);
		expect((await run({ parameters: { resource: 'agent', operation: 'signOut' } })).json).toEqual([{ agentId: '291', signedIn: false, wasSignedIn: true }]);
		expect(sent('login')).toBe(1);
	});
});

describe('the hint for a loop', () => {
	const HINT = expect.stringMatching(/signed the agent in and out again.*'Keep Agent Signed In'/);

	async function twice(parameters: INodeParameters = {}): Promise<string[][]> {
		const first = await run({ parameters });
		return [hintsOf(first), hintsOf(await run({ parameters, resume: again(first, { phone: CUSTOMER }) }))];
	}

	it('shows from the second run on', async () => {
		expect(await twice()).toEqual([[], [HINT]]);
		expect(sent('login')).toBe(2);
	});

	it('does not show if the session is kept', async () => {
		expect(await twice({ options: { keepSignedIn: true, keepSignedInMinutes: 1 } })).toEqual([[], []]);
		expect(sent('login')).toBe(1);
		await run({ parameters: { resource: 'agent', operation: 'signOut' } });
	});

	it('does not show if the agent was signed in before the loop', async () => {
		await run({ parameters: { resource: 'agent', operation: 'signIn' } });
		expect(await twice()).toEqual([[], []]);
		await run({ parameters: { resource: 'agent', operation: 'signOut' } });
	});

	it('does not show for a read', async () => {
		expect(await twice({ resource: 'agent', operation: 'getSkills' })).toEqual([[], []]);
		expect(sent('login')).toBeGreaterThan(0);
	});
});

it('offers each option once', () => {
	const { properties } = new HuaweiContactCenter().description;
	const options = properties.find(({ name }) => name === 'options')?.options ?? [];
	expect(options.map(({ name }) => name)).toContain('requestsPerSecond');
	const shown = options.map((option) => JSON.stringify([option.name, 'displayOptions' in option ? option.displayOptions : {}]));
	expect(new Set(shown).size).toBe(shown.length);
});

describe('input that is refused before anything is sent', () => {
	it.each<[string, INodeParameters, RegExp]>([
		['called', { called: '={{ $json.nothing }}' }, /'Called Number' is empty/],
		['called', { called: '+86 137' }, /'Called Number' is "\+86 137": enter 1 to 24 digits/],
		['called', { called: '1'.repeat(25) }, /'Called Number' is .*24 digits/],
		['caller', { additionalFields: { caller: '*123' } }, /'Caller Number' is "\*123"/],
		['caller', { additionalFields: { caller: '1'.repeat(25) } }, /'Caller Number'/],
		['skill', { additionalFields: { skillId: 'sales' } }, /'Skill ID' is "sales"/],
		['data', { additionalFields: { callAppData: '数'.repeat(5462) } }, /'Call Data' .*16386 bytes.*16384/],
		['media', { additionalFields: { mediaAbility: 3 } }, /'Media' is "3"/],
		['direction', { additionalFields: { userVideoDirection: 1 } }, /'Video Direction' is set, but the call has no video/],
		['direction', { additionalFields: { mediaAbility: 2, userVideoDirection: 1 } }, /'Video Direction' is set/],
		['wait', { waitFor: 'forever' }, /'Wait For' is "forever"/],
		['time-out', { waitTimeoutSeconds: 0 }, /'Wait Timeout \(Seconds\)' is 0/],
		['digits', { operation: 'sendDtmf', digits: '12A' }, /'Digits' is "12A"/],
		['call ID', { operation: 'getInformation', callId: '../../x' }, /'Call ID' is/],
	])('%s, case %#', async (_field, parameters, message) => {
		const { error } = await run({ parameters });
		expect(error?.message).toMatch(message);
		expect(vendor.requests).toEqual([]);
	});

	it.each<[ICredentialDataDecryptedObject, RegExp]>([
		[{ agentId: '100' }, /'Agent ID' in the credential is "100".*101 to 999999/],
		[{ agentId: '1000000' }, /'Agent ID'/],
		[{ baseUrl: '203.0.113.7:8043' }, /'Base URL' in the credential/],
		[{ phoneNumber: '' }, /'Phone Number' in the credential is ""/],
		[{ password: 'x'.repeat(33) }, /'Password' in the credential is longer/],
	])('credential %j', async (credential, message) => {
		const { error } = await run({ credential });
		expect(error?.message).toMatch(message);
		expect(vendor.requests).toEqual([]);
	});

	it.each([16_384, 1])('takes call data of %d bytes', async (bytes) => {
		const { json } = await run({ parameters: { additionalFields: { callAppData: 'x'.repeat(bytes) } } });
		expect(json[0]).toMatchObject({ outcome: 'ended' });
	});
});
