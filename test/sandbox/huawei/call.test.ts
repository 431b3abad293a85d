import type { PhoneBehaviour } from '../../../sandbox/phones';
import type { AgentClient } from './agentClient';
import { closeAll, setUp, type Setup } from './setup';

const CUSTOMER = '13720000000';

afterEach(closeAll);

const LONG_TALK = { talkMs: 1_000_000 };

async function signedIn(options = {}, signInBody = {}): Promise<Setup & { agent: AgentClient }> {
	const setup = await setUp(options);
	const agent = setup.client();
	await agent.signIn(signInBody);
	await agent.pollUntil('AgentState_Ready');
	agent.events.length = 0;
	return { ...setup, agent };
}

describe('what is refused', () => {
	it.each([
		['no called number', {}],
		['an empty called number', { called: '' }],
		['a called number with letters', { called: '1372000000a' }],
		['a called number with a plus', { called: '+8613720000000' }],
		['a called number of 25 digits', { called: '1'.repeat(25) }],
		['a caller with letters', { called: CUSTOMER, caller: 'abc' }],
		['a caller with a star', { called: CUSTOMER, caller: '4*' }],
		['a caller of 25 digits', { called: CUSTOMER, caller: '1'.repeat(25) }],
		['call data of more than 16 KB', { called: CUSTOMER, callappdata: '好'.repeat(5462) }],
		['a skill that is not a number', { called: CUSTOMER, skillid: 'sales' }],
		['an unknown media ability', { called: CUSTOMER, mediaability: 3 }],
		['a video direction in an audio call', { called: CUSTOMER, userVideoDirection: 4 }],
		['a video direction in a negotiated call', { called: CUSTOMER, mediaability: 2, userVideoDirection: 1 }],
		['video direction 5', { called: CUSTOMER, mediaability: 1, userVideoDirection: 5 }],
		['video direction 0', { called: CUSTOMER, mediaability: 1, userVideoDirection: 0 }],
	])('%s', async (_what, body) => {
		const { world, huawei, agent } = await signedIn();
		const { status, data } = await agent.callOut(body);
		expect(status).toBe(200);
		expect(data).toEqual({ message: expect.stringMatching(/ must | only /), retcode: '000-002' });
		expect(huawei.calls()).toEqual([]);
		expect(world.phones.rings()).toEqual([]);
	});

	it('a number that is known to be invalid', async () => {
		const { agent } = await signedIn({ invalidNumbers: ['404'] });
		expect((await agent.callOut({ called: '404' })).data.retcode).toBe('200-001');
	});

	it('a second call during the first, from the first moment on', async () => {
		const { world, agent } = await signedIn();
		await agent.callOut({ called: CUSTOMER });
		const second = await agent.callOut({ called: '13720000001' });
		expect(second.data).toEqual({ message: 'The agent is in a call', retcode: '100-007' });
		await agent.pollUntil('AgentState_Ready');
		expect((await agent.callOut({ called: '13720000001' })).data.retcode).toBe('0');
		await agent.pollUntil('AgentEvent_Talking');
		expect(world.phones.rings().map(({ phone }) => phone)).toEqual([CUSTOMER, '13720000001']);
	});
});

describe('what is accepted', () => {
	it('everything that the page allows at its limits', async () => {
		const { huawei, agent } = await signedIn();
		const callappdata = 'x'.repeat(16 * 1024);
		const body = { called: `${'*'.repeat(23)}#`, caller: '', skillid: '25', callappdata };
		expect((await agent.callOut({ ...body, mediaability: '1', userVideoDirection: 4 })).data.retcode).toBe('0');
		expect(huawei.calls()).toMatchObject([
			{ called: body.called, caller: '', skillId: 25, callAppData: callappdata, mediaAbility: 1 },
		]);
		const talking = await agent.pollUntil('AgentEvent_Talking');
		expect(talking.content).toMatchObject({ caller: '02160000000', mediaAbility: '3' });
	});

	it('chosen skills are those that are configured', async () => {
		const { huawei, agent } = await signedIn({ skills: [{ id: 25, name: 'sales' }, { id: 26, name: 'help' }] });
		const choose = async (query: string) => await agent.retcode('POST', `/onlineagent/291/resetskill/false${query}`);
		expect(await choose('')).toBe('000-002');
		expect(await choose('?skillid=1,2')).toBe('000-002');
		expect(await choose('?skillid=26;99')).toBe('0');
		expect(huawei.agents()[0]?.skills).toEqual([26]);
	});
});

describe('a fault', () => {
	it('that repeats the request places one call and returns the answer to the second copy', async () => {
		const { world, huawei, agent } = await signedIn();
		world.faults.add({ vendor: 'huawei', operation: 'callout', kind: 'repeat' });
		expect((await agent.callOut({ called: CUSTOMER })).data).toEqual({ retcode: '000-007', message: expect.any(String) });
		await agent.pollUntil('AgentEvent_Call_Release');
		expect(huawei.calls()).toHaveLength(1);
		expect(world.phones.timesRung(CUSTOMER)).toBe(1);
	});

	it.each(['constructor', '__proto__'])('with the result code %s returns the usual one', async (retcode) => {
		const { world, agent } = await signedIn();
		world.faults.add({ vendor: 'huawei', operation: 'callout', kind: 'refuse', match: { retcode } });
		expect((await agent.callOut({ called: CUSTOMER })).data).toEqual({ retcode: '100-007', message: expect.stringMatching(/\S/) });
	});
});

describe('calls that fail', () => {
	const cases: Array<[PhoneBehaviour['answer'], boolean]> = [
		['busy', false],
		['emptyNumber', false],
		['noAnswer', true],
		['rejects', true],
	];

	it.each(cases)('%s', async (answer, alerts) => {
		const { world, huawei, agent } = await signedIn();
		world.phones.setBehaviour(CUSTOMER, { answer, ringMs: 1000 });
		const callid = (await agent.callOut({ called: CUSTOMER })).data.result;
		await agent.pollUntil('AgentState_Ready');
		expect(agent.eventTypes().includes('AgentEvent_Customer_Alerting')).toBe(alerts);
		expect(agent.eventTypes()).not.toContain('AgentEvent_Talking');
		expect(agent.events.slice(-4)).toMatchObject([
			{ eventType: 'AgentEvent_Call_Out_Fail', content: callid },
			{
				eventType: 'OUTBOUND_DETECT_EVENT',
				content: { callId: callid, detect: expect.any(Number), desc: expect.any(String) },
			},
			{ eventType: 'AgentOther_PhoneRelease', content: { phoneState: 3 } },
			{ eventType: 'AgentState_Ready', content: null },
		]);
		expect(huawei.calls()).toMatchObject([{ outcome: answer, endedAt: expect.any(Number) }]);
		expect(huawei.calls()[0]?.answeredAt).toBeUndefined();
		expect(world.phones.timesRung(CUSTOMER)).toBe(1);
		expect(world.phones.talks()).toEqual([]);
	});

	it('report the reason alternately after and before the failure', async () => {
		const { world, agent } = await signedIn();
		world.phones.setBehaviour(CUSTOMER, { answer: 'busy' });
		for (let calls = 0; calls < 2; calls += 1) {
			await agent.callOut({ called: CUSTOMER });
			await agent.pollUntil('AgentState_Ready');
		}
		expect(agent.eventTypes().filter((type) => /Fail|DETECT/.test(type))).toEqual([
			'AgentEvent_Call_Out_Fail',
			'OUTBOUND_DETECT_EVENT',
			'OUTBOUND_DETECT_EVENT',
			'AgentEvent_Call_Out_Fail',
		]);
	});
});

describe('the agent hangs up', () => {
	it('in the conversation', async () => {
		const { world, huawei, agent } = await signedIn();
		world.phones.setBehaviour(CUSTOMER, LONG_TALK);
		await agent.callOut({ called: CUSTOMER });
		await agent.pollUntil('AgentEvent_Talking');
		expect(await agent.retcode('DELETE', '/voicecall/291/release')).toBe('0');
		expect(await agent.retcode('DELETE', '/voicecall/291/release')).toBe('200-017');
		await agent.pollUntil('AgentState_Ready');
		expect(agent.eventTypes().slice(-4)).toEqual([
			'AgentEvent_Call_Release',
			'AgentEvent_Customer_Release',
			'AgentOther_PhoneRelease',
			'AgentState_Ready',
		]);
		expect(huawei.calls()).toMatchObject([{ outcome: 'agentHungUp', answeredAt: expect.any(Number) }]);
		expect(world.phones.talks()).toMatchObject([{ endedAt: expect.any(Number) }]);
	});

	it('before the customer was rung: no phone rings anymore', async () => {
		const { world, huawei, agent } = await signedIn({ setupStepMs: 10_000 });
		await agent.callOut({ called: CUSTOMER });
		await agent.pollUntil('AgentOther_PhoneAlerting');
		await agent.send('DELETE', '/voicecall/291/release');
		await agent.pollUntil('AgentState_Ready');
		await world.clock.sleep(25_000);
		expect(agent.eventTypes()).not.toContain('AgentEvent_Customer_Release');
		expect(world.phones.rings()).toEqual([]);
		expect(huawei.calls()).toMatchObject([{ outcome: 'agentHungUp' }]);
	});

	it('by call id, and only with the right one', async () => {
		const { world, huawei, agent } = await signedIn();
		world.phones.setBehaviour(CUSTOMER, LONG_TALK);
		const { result } = (await agent.callOut({ called: CUSTOMER })).data;
		expect(await agent.retcode('POST', '/voicecall/291/dropcall/1-1')).toBe('200-025');
		expect(await agent.retcode('POST', `/voicecall/291/dropcall/${String(result)}`)).toBe('0');
		expect(await agent.retcode('POST', `/voicecall/291/dropcall/${String(result)}`)).toBe('200-025');
		expect(huawei.calls()).toMatchObject([{ outcome: 'agentHungUp' }]);
	});
});

describe('two-stage dialing', () => {
	it('needs an established call and valid keys, and is recorded', async () => {
		const { world, huawei, agent } = await signedIn();
		world.phones.setBehaviour(CUSTOMER, LONG_TALK);
		const press = async (query: string) => await agent.retcode('POST', `/voicecall/291/seconddialex${query}`);
		expect(await press('?number=1')).toBe('100-007');
		await agent.callOut({ called: CUSTOMER });
		expect(await press('?number=1')).toBe('100-007');
		await agent.pollUntil('AgentEvent_Talking');
		expect(await press('')).toBe('000-002');
		expect(await press('?number=12a')).toBe('000-002');
		expect(await press(`?number=${'1'.repeat(25)}`)).toBe('000-002');
		expect(await press('?number=12*%23')).toBe('0');
		expect(await press('?number=3')).toBe('0');
		const at = expect.any(Number);
		expect(huawei.calls()[0]?.digits).toEqual([{ digits: '12*#', at }, { digits: '3', at }]);
	});
});

describe('call information', () => {
	it('is available during and after the call, and only for known calls', async () => {
		const { agent } = await signedIn();
		const info = async (path: string) => (await agent.send('GET', `/calldata/291/${path}`)).data;
		expect((await info('callinfo')).retcode).toBe('400-001');
		const callid = String((await agent.callOut({ called: CUSTOMER, skillid: 25, callappdata: 'a=1' })).data.result);
		expect((await info('callinfo')).result).toMatchObject({ callid, begintime: null });
		expect((await info('allcallid')).result).toEqual([callid]);
		await agent.pollUntil('AgentState_Ready');
		expect(await info(`callinfobycallid/${callid}`)).toEqual({
			message: '',
			retcode: '0',
			result: {
				callfeature: 7,
				callid,
				caller: '02160000000',
				called: CUSTOMER,
				callskill: 'sales',
				callskillid: 25,
				orgicallednum: CUSTOMER,
				calldata: 'a=1',
				begintime: expect.any(Number),
				endtime: null,
				userPriority: 0,
				trunkNo: 65535,
				logontimes: 0,
				mediaType: 5,
				mediaAbility: 0,
				waitTime: 0,
				trace: null,
			},
		});
		expect((await info('callinfo')).retcode).toBe('0');
		expect((await info('callinfo?isNoContainLastCall=true')).retcode).toBe('400-001');
		expect((await info('callinfobycallid/1-1')).retcode).toBe('400-001');
		expect((await info('allcallid')).result).toEqual([]);
	});
});

describe('the agent around a call', () => {
	it('goes to wrap-up without autoenteridle, and free again', async () => {
		const { huawei, agent } = await signedIn({}, { autoenteridle: 'false' });
		await agent.callOut({ called: CUSTOMER });
		await agent.pollUntil('AgentState_Work');
		expect(huawei.agents()[0]?.state).toBe(5);
		expect(await agent.retcode('POST', '/onlineagent/291/sayfree')).toBe('0');
		await agent.pollUntil('AgentState_Ready');
		expect(huawei.agents()[0]?.state).toBe(4);
	});

	it('keeps the phone off-hook without releasephone', async () => {
		const { agent } = await signedIn({}, { releasephone: false });
		for (let calls = 0; calls < 2; calls += 1) {
			await agent.callOut({ called: CUSTOMER });
			await agent.pollUntil('AgentState_Ready');
		}
		const phoneEvents = agent.eventTypes().filter((type) => type.startsWith('AgentOther_Phone'));
		expect(phoneEvents).toEqual(['AgentOther_PhoneAlerting', 'AgentOther_PhoneOffhook']);
	});

	it('becomes busy after the call when it said so during it', async () => {
		const { world, huawei, agent } = await signedIn();
		world.phones.setBehaviour(CUSTOMER, { talkMs: 40_000 });
		await agent.callOut({ called: CUSTOMER });
		await agent.pollUntil('AgentEvent_Talking');
		expect(huawei.agents()[0]?.state).toBe(7);
		expect(await agent.retcode('POST', '/onlineagent/291/saybusy?reason=199')).toBe('000-002');
		expect(await agent.retcode('POST', '/onlineagent/291/saybusy?reason=200')).toBe('0');
		const busy = await agent.pollUntil('AgentState_SetNotReady_Success');
		expect(busy.content).toEqual({ reason: '200' });
		expect(agent.eventTypes()).toContain('AgentEvent_Customer_Release');
		expect(await agent.retcode('POST', '/onlineagent/291/saybusy?reason=201')).toBe('000-002');
		expect(await agent.retcode('POST', '/onlineagent/291/saybusy?reason=201&prolong=true')).toBe('0');
		expect(await agent.retcode('POST', '/onlineagent/291/sayfree')).toBe('0');
		await agent.pollUntil('AgentState_CancelNotReady_Success');
	});
});
