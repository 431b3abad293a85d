import type { HuaweiOptions } from '../../../sandbox/huawei';
import type { AgentClient } from './agentClient';
import { closeAll, setUp, type Setup } from './setup';

const CUSTOMER = '13720000000';
const EXPERT = '13720000001';

afterEach(closeAll);

async function signedIn(options: Partial<HuaweiOptions> = {}, settings: object = {}): Promise<Setup & { agent: AgentClient }> {
	const all = await setUp(options);
	for (const phone of [CUSTOMER, EXPERT, '40041']) all.world.phones.setBehaviour(phone, { ringMs: 1000, talkMs: 10_000_000 });
	const agent = all.client();
	await agent.signIn(settings);
	await agent.send('POST', '/onlineagent/291/resetskill/true');
	await agent.pollUntil('AgentState_Ready');
	return { ...all, agent };
}

async function inCall(called = CUSTOMER): Promise<Setup & { agent: AgentClient; callId: string }> {
	const all = await signedIn();
	const { data } = await all.agent.callOut({ called });
	await all.agent.pollUntil('AgentEvent_Talking');
	return { ...all, callId: data.result as string };
}

const post = (agent: AgentClient, path: string, body?: object) => agent.retcode('POST', `/voicecall/291/${path}`, body);

it.each([
	['PUT', '/voicecall/291/answer', {}, '200-002'],
	['POST', '/voicecall/291/beginmute', {}, '200-003'],
	['POST', '/voicecall/291/endmute', {}, '200-007'],
	['POST', '/voicecall/291/hold', {}, '200-013'],
	['POST', '/voicecall/291/gethold', {}, '200-015'],
	['POST', '/voicecall/291/canceltransfer', {}, '100-007'],
	['POST', '/voicecall/291/dropcall/1-1', {}, '200-025'],
	['DELETE', '/voicecall/291/release', {}, '200-017'],
	['PUT', '/calldata/291/setcalldataex', { calldata: 'x' }, '400-001'],
	['GET', '/calldata/291/appdata', {}, '400-001'],
	['POST', '/voicecall/291/confjoin', { callid: '1-1' }, '200-010'],
	['POST', '/voicecall/291/confjoin', {}, '000-002'],
	['POST', '/voicecall/291/transfer', { devicetype: 1, address: '25', mode: 0 }, '200-012'],
	['POST', '/onlineagent/291/cancelbusy', {}, '100-009'],
	['POST', '/onlineagent/291/cancelrest', {}, '100-009'],
	['POST', '/onlineagent/291/cancelwork', {}, '100-009'],
	['POST', '/onlineagent/291/rest/0/0', {}, '000-002'],
	['POST', '/onlineagent/291/rest/86400/0', {}, '000-002'],
	['POST', '/onlineagent/291/rest/60/256', {}, '000-002'],
	['POST', '/onlineagent/291/autoanswer/yes', {}, '000-002'],
	['GET', '/calldata/291/waitcallinfo/sales', {}, '000-002'],
] as const)('%s %s with %j is answered %s without a call', async (method, path, body, retcode) => {
	const { agent } = await signedIn();
	expect(await agent.retcode(method, path, body)).toBe(retcode);
});

it.each([
	[1, 1],
	[1, 3],
	[2, 4],
	[3, 2],
	[4, 1],
	[5, 0],
	[6, 0],
])('devicetype %d with mode %d does not exist', async (devicetype, mode) => {
	const { agent } = await inCall();
	expect(await post(agent, 'transfer', { devicetype, address: '25', mode })).toBe('000-002');
});

it.each([
	[{ devicetype: 1, address: 'sales', mode: 0 }],
	[{ devicetype: 1, address: '25', mode: 0, caller: '40038' }],
	[{ devicetype: 1, address: '25', mode: 0, holdflag: true }],
	[{ devicetype: 1, address: '25', mode: 0, mediaability: 0 }],
	[{ devicetype: 5, address: EXPERT, mode: 1 }],
])('the transfer %j is refused in an outbound call', async (body) => {
	const { agent } = await inCall();
	expect(await post(agent, 'transfer', body)).toBe('000-002');
});

it('reports hold, retrieval and a conference in order', async () => {
	const { agent, callId } = await inCall();
	expect(await post(agent, 'hold')).toBe('0');
	expect(await post(agent, 'hold')).toBe('200-013');
	const { data } = await agent.callOut({ called: EXPERT });
	expect(await post(agent, 'hold')).toBe('200-014');
	await agent.pollUntil('AgentEvent_Talking');
	expect(await post(agent, 'gethold')).toBe('200-016');
	expect(await post(agent, 'confjoin', { callid: data.result })).toBe('200-011');
	expect(await post(agent, 'confjoin', { callid: callId })).toBe('0');
	expect((await agent.pollUntil('AgentEvent_Conference')).content).toEqual({ callid: callId, partner: `${CUSTOMER},${EXPERT}` });
	expect(await agent.retcode('DELETE', '/voicecall/291/release')).toBe('0');
	await agent.pollUntil('AgentState_Ready');
	const types = agent.eventTypes();
	expect(types.slice(types.indexOf('AgentEvent_Hold'))).toEqual([
		'AgentEvent_Hold',
		'AgentEvent_Customer_Alerting',
		'AgentEvent_Talking',
		'AgentEvent_Conference',
		'AgentEvent_Call_Release',
		'AgentEvent_Customer_Release',
		'AgentEvent_Call_Release',
		'AgentEvent_Customer_Release',
		'AgentOther_PhoneRelease',
		'AgentState_Ready',
	]);
});

it('mutes only what is not muted', async () => {
	const { agent } = await inCall();
	expect([await post(agent, 'endmute'), await post(agent, 'beginmute'), await post(agent, 'beginmute'), await post(agent, 'endmute')]).toEqual(['200-008', '0', '200-004', '0']);
});

it('hands a call over to a skill queue, whose agent answers', async () => {
	const { agent, callId, huawei, world } = await inCall();
	expect(await post(agent, 'transfer', { devicetype: '1', address: '25', mode: '2' })).toBe('0');
	expect((await agent.pollUntil('AgentEvent_SuccTransResult')).content).toEqual({ callId, result: 0 });
	await agent.pollUntil('AgentState_Ready');
	expect(huawei.calls()[0]).toMatchObject({ outcome: 'transferred', transfers: [{ deviceType: 1, mode: 'success', state: 'done' }] });
	expect(world.phones.timesRung('40041')).toBe(1);
});

it('brings a call back from a voice menu', async () => {
	const { agent, callId, huawei } = await inCall();
	expect(await post(agent, 'transfer', { devicetype: 3, address: '2000', mode: 1 })).toBe('0');
	expect((await agent.pollUntil('AgentEvent_ReturnFromIvr')).content).toEqual({ callid: callId });
	expect(huawei.calls()[0]?.outcome).toBeUndefined();
});

it('calls another agent, and says so if the agent does not exist', async () => {
	const { agent } = await signedIn();
	const first = await agent.send('PUT', '/voicecall/291/callinner', { called: '999' });
	expect((await agent.pollUntil('AgentEvent_Inside_Call_Fail')).content).toBe(first.data.result);
	await agent.pollUntil('AgentState_Ready');
	await agent.send('PUT', '/voicecall/291/callinner', { called: '293' });
	expect((await agent.pollUntil('AgentEvent_Customer_Alerting')).content).toMatchObject({ otherPhoneWorkno: '293', otherPhone: '40041' });
	expect((await agent.pollUntil('AgentEvent_Talking')).content).toMatchObject({ called: '293', feature: '6' });
});

it('lets a customer ring at the agent, who answers', async () => {
	const { agent, huawei } = await signedIn({}, { autoanswer: false });
	const callId = huawei.comeIn(CUSTOMER);
	expect((await agent.pollUntil('AgentEvent_Ringing')).content).toMatchObject({ caller: CUSTOMER, callid: callId, feature: '0' });
	expect(await agent.retcode('PUT', '/voicecall/291/answer?callid=1-999')).toBe('200-002');
	expect(await agent.retcode('PUT', `/voicecall/291/answer?callid=${callId}`)).toBe('0');
	await agent.pollUntil('AgentEvent_Talking');
	expect(await agent.retcode('PUT', '/voicecall/291/answer')).toBe('200-002');
	expect(huawei.calls()[0]).toMatchObject({ callId, kind: 'inbound', answeredAt: expect.any(Number) });
});

it('gives no more calls to an agent who lets one ring', async () => {
	const { agent, huawei } = await signedIn({ agentRingMs: 2000 }, { autoanswer: false });
	huawei.comeIn(CUSTOMER);
	await agent.pollUntil('AgentEvent_No_Answer');
	expect((await agent.pollUntil('AgentState_SetNotReady_Success')).content).toEqual({ reason: '2' });
	expect(huawei.calls()[0]?.outcome).toBe('noAnswer');
});

it('reports when the time of a rest is up', async () => {
	const { agent } = await signedIn();
	expect(await agent.retcode('POST', '/onlineagent/291/rest/2/0')).toBe('0');
	expect(await agent.retcode('POST', '/onlineagent/291/rest/2/0')).toBe('000-002');
	await agent.pollUntil('AgentState_Rest_Timeout');
	expect(await agent.retcode('POST', '/onlineagent/291/cancelrest')).toBe('0');
	expect(agent.eventTypes().slice(-2)).toEqual(['AgentState_SetRest_Success', 'AgentState_Rest_Timeout']);
});

it('keeps call data as text, encoded or not', async () => {
	const { agent } = await inCall();
	const path = '/calldata/291/appdata?isEncodeResult=';
	expect(await agent.retcode('PUT', '/calldata/291/setcalldataex', {})).toBe('400-002');
	const encoded = Buffer.from('订单').toString('base64');
	await agent.send('PUT', '/calldata/291/setcalldataex', { calldata: encoded, isDataEncoded: 'true' });
	expect((await agent.send('GET', `${path}false`)).data.result).toBe('订单');
	expect((await agent.send('GET', `${path}true`)).data.result).toBe(encoded);
});
