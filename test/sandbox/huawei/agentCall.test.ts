import { closeAll, setUp } from './setup';

afterEach(closeAll);

it('plays a whole agent call with plain HTTP requests', async () => {
	const { world, huawei, client } = await setUp();
	world.phones.setBehaviour('13720000000', { ringMs: 3000, talkMs: 20_000 });
	const agent = client();

	const signIn = await agent.signIn();
	expect(signIn.status).toBe(200);
	expect(signIn.data).toMatchObject({ message: '', retcode: '0', result: { vdnid: 1, workno: '291' } });
	expect(signIn.headers['set-guid']).toMatch(/^JSESSIONID=[0-9a-f-]{36}\.AgentGateway0$/);
	expect(await agent.retcode('POST', '/onlineagent/291/resetskill/true')).toBe('0');
	await agent.pollUntil('AgentState_Ready');
	expect(huawei.agents()[0]).toMatchObject({ signedIn: true, state: 4, skills: [25] });

	const { data } = await agent.callOut({ called: '13720000000', caller: '40038', skillid: 25 });
	expect(data).toEqual({ message: '', retcode: '0', result: expect.stringMatching(/^\d{10}-1$/) });
	const callId = data.result as string;
	const talking = await agent.pollUntil('AgentEvent_Talking');
	expect(talking.content).toEqual({
		caller: '40038',
		callid: callId,
		called: '13720000000',
		feature: '7',
		type: 'main',
		mediaAbility: '1',
	});
	expect(await agent.retcode('POST', '/voicecall/291/seconddialex?number=1%23')).toBe('0');
	await agent.pollUntil('AgentState_Ready');

	expect(agent.eventTypes()).toEqual([
		'AgentOther_InService',
		'AgentState_Ready',
		'AgentOther_PhoneAlerting',
		'AgentOther_PhoneOffhook',
		'AgentState_Busy',
		'AgentEvent_Customer_Alerting',
		'AgentEvent_Talking',
		'AgentEvent_Customer_Release',
		'AgentEvent_Call_Release',
		'AgentOther_PhoneRelease',
		'AgentState_Ready',
	]);
	expect(agent.events.slice(2).map(({ content }) => content)).toEqual([
		null,
		{ type: 'main' },
		null,
		{ callid: callId, otherPhone: '13720000000', otherPhoneWorkno: '', type: 'main' },
		talking.content,
		{ callid: callId, number: '13720000000' },
		callId,
		{ phoneState: 3 },
		null,
	]);

	expect((await agent.send('DELETE', '/onlineagent/291/logout')).data).toEqual({ message: '', retcode: '0' });
	expect((await agent.poll()).data.retcode).toBe('100-006');

	const [call] = huawei.calls();
	expect(call).toMatchObject({ callId, agentId: '291', outcome: 'customerHungUp', digits: [{ digits: '1#' }] });
	expect((call?.endedAt ?? 0) - (call?.answeredAt ?? 0)).toBeGreaterThanOrEqual(19_000);
	expect(world.phones.timesRung('13720000000')).toBe(1);
	expect(world.phones.talks()).toMatchObject([
		{ vendor: 'huawei', callId, parties: ['40038', '13720000000'], endedAt: expect.any(Number) },
	]);
	expect(huawei.agents()[0]).toMatchObject({
		signedIn: false,
		state: 2,
		signIns: [{ forced: false }],
		signOuts: [{ reason: 'signOut' }],
		pollsInFlight: 0,
		maxConcurrentPolls: 1,
		eventsDelivered: 11,
	});
});
