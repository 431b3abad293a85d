import { createWorld } from '../../../sandbox/world';
import { AGENT, Center, GROUP, SECOND, type ChannelContext } from './center';
import { eventually } from './eventually';

const CUSTOMER = '13720000000';
const world = createWorld({ speed: 200 });
let center: Center;

beforeAll(async () => {
	center = await Center.open(world);
});
beforeEach(async () => {
	center.vendor.reset();
	world.phones.reset();
	world.phones.setBehaviour(CUSTOMER, { talkMs: 1_000_000 });
	await center.ready();
});
afterAll(async () => await center.vendor.close());

const channelsOf = (data: unknown) => (data as { CallContext: { ChannelContexts: ChannelContext[] } }).CallContext.ChannelContexts;
const talking = () => eventually(() => world.phones.talks().some(({ endedAt }) => endedAt === undefined));
const records = async () => await center.rows<Record<string, unknown>>('ListCallDetailRecordsV2');

test('an agent dials a customer, talks, hangs up, and is ready again after the work on the call', async () => {
	const { jobId, state: atFirst } = await center.dial();
	expect(atFirst).toBe('DIALING');
	await talking();
	expect(await center.state()).toBe('TALKING');
	expect(world.phones.rings().map(({ phone }) => phone)).toEqual([CUSTOMER]);
	const { Data } = await center.ask('ReleaseCall', { JobId: jobId, UserId: AGENT });
	expect(channelsOf(Data).map(({ ChannelState }) => ChannelState)).toEqual(['RELEASED', 'RELEASED']);
	expect(Data).toMatchObject({ UserContext: { UserState: 'WORKING' } });
	await eventually(() => center.vendor.calls().length === 1 && world.phones.talks().every(({ endedAt }) => endedAt !== undefined));
	const [record] = await records();
	expect(record).toMatchObject({
		ContactId: jobId,
		ContactType: 'OUTBOUND',
		ContactDisposition: 'Success',
		ReleaseInitiator: 'agent',
		AgentIds: AGENT,
		CallingNumber: '01021570000',
		CalledNumber: CUSTOMER,
	});
	const found = await center.ask('GetCallDetailRecord', { ContactId: jobId });
	expect(found.Data).toMatchObject({ ContactId: jobId, ContactType: 'OUTBOUND' });
	expect(await center.rows('ListRecentCallDetailRecords', { Criteria: '{"phoneNumber":"1372"}' })).toEqual([expect.objectContaining({ ContactId: jobId })]);
	let state = '';
	while (state !== 'READY') state = await center.state();
});

test.each([
	['busy', 'NoAnswer', 'Busy'],
	['rejects', 'Reject', ''],
	['emptyNumber', 'NoAnswer', 'NotExist'],
	['noAnswer', 'NoAnswer', 'NoAnswer'],
] as const)('the record of a customer whose phone is %s', async (answer, disposition, earlyMedia) => {
	world.phones.setBehaviour(CUSTOMER, { answer });
	await center.dial();
	await eventually(() => center.isQuiet());
	expect(await records()).toEqual([expect.objectContaining({ ContactDisposition: disposition, EarlyMediaState: earlyMedia, TalkTime: 0 })]);
});

test('no record exists as long as the call goes on', async () => {
	const { jobId } = await center.dial();
	expect((await center.ask('GetCallDetailRecord', { ContactId: jobId })).Code).toBe('NotExists.ContactId');
});

test('an agent who is not signed in, or is in a call, rings nobody', async () => {
	const ask = async (UserId: string) => await center.ask('MakeCall', { UserId, Callee: CUSTOMER, Caller: '01021570000' });
	expect((await ask(SECOND)).Code).toBe('InvalidState.User');
	expect((await ask(AGENT)).Code).toBe('OK');
	expect((await ask(AGENT)).Code).toBe('InvalidState.User');
	expect(world.phones.timesRung(CUSTOMER)).toBe(1);
});

test.each([
	['Caller', '01099999999', 'NotExists.Number'],
	['TimeoutSeconds', '20', 'Parameter.Minimum'],
	['TimeoutSeconds', '301', 'Parameter.Maximum'],
])('refuses %s %s', async (name, value, code) => {
	expect((await center.ask('MakeCall', { UserId: AGENT, Callee: CUSTOMER, Caller: '01021570000', [name]: value })).Code).toBe(code);
	expect(world.phones.rings()).toEqual([]);
});

test('a channel is held before it is retrieved, and muted before it is unmuted', async () => {
	const { jobId, customer } = await center.dial();
	const on = async (action: string, ChannelId = customer) => await center.ask(action, { JobId: jobId, ChannelId, UserId: AGENT });
	await talking();
	expect((await on('RetrieveCall')).Code).toBe('InvalidState.Channel');
	expect(channelsOf((await on('HoldCall')).Data)).toEqual([expect.objectContaining({ ChannelId: customer, ChannelState: 'ANSWERED' })]);
	expect(center.vendor.calls()[0]?.channels[1]?.flags).toEqual(['HOLD']);
	expect((await on('HoldCall')).Code).toBe('InvalidState.Channel');
	expect((await on('RetrieveCall')).Code).toBe('OK');
	expect((await on('UnmuteCall')).Code).toBe('InvalidState.Channel');
	expect((await on('MuteCall')).Code).toBe('OK');
	expect((await on('UnmuteCall')).Code).toBe('OK');
	expect((await on('HoldCall', 'ch:nobody')).Code).toBe('NotExists.ChannelId');
	expect((await center.ask('HoldCall', { JobId: 'job-0', ChannelId: customer, UserId: AGENT })).Code).toBe('NotExists.JobId');
});

test('a channel that rings cannot be held', async () => {
	world.phones.setBehaviour(CUSTOMER, { answer: 'noAnswer' });
	const { jobId, customer } = await center.dial({ TimeoutSeconds: '300' });
	expect((await center.ask('HoldCall', { JobId: jobId, ChannelId: customer, UserId: AGENT })).Code).toBe('InvalidState.Channel');
});

test('only an agent of the call may release it', async () => {
	const { jobId } = await center.dial();
	expect((await center.ask('ReleaseCall', { JobId: jobId, UserId: SECOND })).Code).toBe('NotExists.ChannelId');
	expect(center.isQuiet()).toBe(false);
});

test('redials the number behind an earlier call, and not the masked one', async () => {
	const { jobId } = await center.dial();
	await center.ask('ReleaseCall', { JobId: jobId, UserId: AGENT });
	const { Code } = await center.ask('RedialCall', { JobId: jobId, Callee: '137****0000', UserId: AGENT });
	expect(Code).toBe('OK');
	expect(world.phones.timesRung(CUSTOMER)).toBe(2);
});

test('an internal call rings the colleague, who answers', async () => {
	await center.ready(SECOND);
	world.phones.setBehaviour('80011475', { answer: 'noAnswer', talkMs: 1_000_000 });
	const { jobId } = await center.dial({ Callee: '80011475' });
	expect(await center.state(SECOND)).toBe('RINGING');
	expect((await center.ask('AnswerCall', { JobId: jobId, UserId: SECOND })).Code).toBe('OK');
	expect([await center.state(), await center.state(SECOND)]).toEqual(['TALKING', 'TALKING']);
	expect((await center.ask('AnswerCall', { JobId: jobId, UserId: SECOND })).Code).toBe('InvalidState.Channel');
	expect(center.vendor.calls()[0]?.type).toBe('INTERNAL');
});

describe('a transfer', () => {
	const COLLEAGUE = { Transferee: SECOND, UserId: AGENT };

	beforeEach(async () => await center.ready(SECOND));

	test('without consultation leaves the customer with the colleague', async () => {
		const { jobId } = await center.dial();
		await talking();
		const { Data } = await center.ask('BlindTransfer', { JobId: jobId, ...COLLEAGUE });
		expect(Data).toMatchObject({ UserContext: { UserState: 'WORKING' } });
		await eventually(() => center.vendor.calls()[0]?.channels.at(-1)?.state === 'ANSWERED');
		expect(await center.state(SECOND)).toBe('TALKING');
		await center.ask('ReleaseCall', { JobId: jobId, UserId: SECOND });
		expect(center.isQuiet()).toBe(true);
		expect(await records()).toEqual([expect.objectContaining({ AgentIds: `${AGENT},${SECOND}` })]);
	});

	test('ends the call when the transferee does not answer', async () => {
		const { jobId } = await center.dial();
		await talking();
		world.phones.setBehaviour('13800000000', { answer: 'rejects' });
		await center.ask('BlindTransfer', { JobId: jobId, UserId: AGENT, Transferee: '13800000000', TransfereeType: 'EXTERNAL_NUMBER' });
		expect(world.phones.timesRung('13800000000')).toBe(1);
		await eventually(() => center.isQuiet());
	});

	test('with consultation holds the customer until it is completed', async () => {
		const { jobId } = await center.dial();
		await talking();
		expect((await center.ask('CompleteAttendedTransfer', { JobId: jobId, UserId: AGENT })).Code).toBe('InvalidState.Job');
		await center.ask('InitiateAttendedTransfer', { JobId: jobId, ...COLLEAGUE });
		expect(center.vendor.calls()[0]?.channels[1]?.flags).toEqual(['HOLD']);
		await eventually(() => center.vendor.calls()[0]?.channels[2]?.state === 'ANSWERED');
		expect((await center.ask('CompleteAttendedTransfer', { JobId: jobId, UserId: AGENT })).Code).toBe('OK');
		const [own, customer, colleague] = center.vendor.calls()[0]?.channels ?? [];
		expect([own?.state, customer?.state, customer?.flags, colleague?.state]).toEqual(['RELEASED', 'ANSWERED', [], 'ANSWERED']);
	});

	test('is canceled, and the agent has the customer back', async () => {
		const { jobId } = await center.dial();
		await talking();
		await center.ask('InitiateAttendedTransfer', { JobId: jobId, ...COLLEAGUE });
		expect((await center.ask('CancelAttendedTransfer', { JobId: jobId, UserId: AGENT })).Code).toBe('OK');
		expect(center.vendor.calls()[0]?.channels.map(({ state }) => state)).toEqual(['ANSWERED', 'ANSWERED', 'RELEASED']);
		expect(center.vendor.calls()[0]?.channels[1]?.flags).toEqual([]);
	});

	test('becomes a conference, which the agent ends', async () => {
		const { jobId } = await center.dial();
		await talking();
		await center.ask('InitiateAttendedTransfer', { JobId: jobId, ...COLLEAGUE });
		await eventually(() => center.vendor.calls()[0]?.channels[2]?.state === 'ANSWERED');
		expect((await center.ask('SwitchToConference', { JobId: jobId, UserId: AGENT })).Code).toBe('OK');
		expect(center.vendor.calls()[0]?.channels.map(({ state }) => state)).toEqual(['ANSWERED', 'ANSWERED', 'ANSWERED']);
		await center.ask('EndConference', { JobId: jobId, UserId: AGENT });
		expect(center.isQuiet()).toBe(true);
	});
});

test('a supervisor listens, and then takes the call over', async () => {
	const { jobId } = await center.dial();
	await talking();
	await center.ready(SECOND);
	const intercept = async () => (await center.ask('InterceptCall', { JobId: jobId, InterceptedUserId: AGENT, UserId: SECOND })).Code;
	expect(await intercept()).toBe('NotExists.ChannelId');
	expect((await center.ask('MonitorCall', { MonitoredUserId: AGENT, UserId: SECOND })).Code).toBe('OK');
	expect(center.vendor.calls()[0]?.channels[2]?.flags).toEqual(['MONITORING']);
	expect(await intercept()).toBe('OK');
	expect(center.vendor.calls()[0]?.channels.map(({ state }) => state)).toEqual(['RELEASED', 'ANSWERED', 'ANSWERED']);
});

describe('a predictive call', () => {
	const start = async (more: Record<string, string> = {}) =>
		await center.ask('StartPredictiveCall', { Caller: '01021570000', Callee: CUSTOMER, ContactFlowId: 'main-flow-1', ...more });

	test('rings the customer first, and then an agent of the skill group', async () => {
		await start({ SkillGroupId: GROUP });
		expect(world.phones.rings().map(({ phone }) => phone)).toEqual([CUSTOMER]);
		await talking();
		expect(world.phones.rings().map(({ phone }) => phone)).toEqual([CUSTOMER, '80011474']);
		expect(await center.state()).toBe('TALKING');
		await center.ask('ReleaseCall', { JobId: center.vendor.calls()[0]?.jobId ?? '', UserId: AGENT });
		expect(await records()).toEqual([expect.objectContaining({ ContactType: 'PREDICTIVE', ContactDisposition: 'Success', AgentIds: AGENT, SkillGroupIds: GROUP })]);
	});

	test.each([
		['no agent is ready', 'AbandonedInQueue', async () => void (await center.ask('TakeBreak', { UserId: AGENT, Code: 'lunch' }))],
		['the agent does not answer', 'AbandonedInRing', async () => world.phones.setBehaviour('80011474', { answer: 'noAnswer' })],
	])('is abandoned when %s', async (_, disposition, prepare) => {
		await prepare();
		world.phones.setBehaviour(CUSTOMER, { talkMs: 20_000 });
		await start({ SkillGroupId: GROUP });
		await eventually(() => center.isQuiet());
		expect(await records()).toEqual([expect.objectContaining({ ContactDisposition: disposition, TalkTime: 0 })]);
	});

	test('without a skill group stays in the contact flow', async () => {
		world.phones.setBehaviour(CUSTOMER, { talkMs: 5000 });
		await start();
		await eventually(() => center.isQuiet());
		expect(await records()).toEqual([expect.objectContaining({ ContactDisposition: 'Success', AgentIds: '' })]);
	});

	test('leaves the steps that it took through the contact flow, down to the key that the customer pressed', async () => {
		world.phones.setBehaviour(CUSTOMER, { talkMs: 5000 });
		center.vendor.ivr.answers.set(CUSTOMER, 'Satisfied');
		await start();
		await eventually(() => center.isQuiet());
		const steps = await center.rows<{ NodeName: string }>('ListIvrTrackingDetails', { ContactId: center.vendor.calls()[0]?.jobId ?? '' });
		expect(steps.map(({ NodeName }) => NodeName)).toEqual(['Question', 'Satisfied']);
	});

	test('that nobody answered took no step', async () => {
		world.phones.setBehaviour(CUSTOMER, { answer: 'busy' });
		await start();
		await eventually(() => center.isQuiet());
		expect(await center.rows('ListIvrTrackingDetails', { ContactId: center.vendor.calls()[0]?.jobId ?? '' })).toEqual([]);
	});
});

test('a privacy call and a conference are recorded as what they are', async () => {
	world.phones.setBehaviour(CUSTOMER, { talkMs: 5000 });
	const { Data } = await center.ask('StartPrivacyCall', { AppId: 'app', Caller: '01021570000', Callee: CUSTOMER });
	expect(Data).toMatch(/^job-\d+$/);
	const conference = await center.ask('StartConference', { UserId: AGENT, ParticipantListJson: `["${CUSTOMER}","13800000000"]` });
	expect(conference.Data).toMatchObject({ UserContext: { UserState: 'DIALING' } });
	await eventually(() => center.isQuiet());
	expect((await records()).map(({ ContactType }) => ContactType).sort()).toEqual(['CONFERENCE', 'PRIVACY_DIAL']);
	expect(world.phones.timesRung('13800000000')).toBe(1);
});

test('numbers on the do-not-call list are not rung', async () => {
	await center.ask('ImportDoNotCallNumbers', { NumberList: `["${CUSTOMER}"]`, Remark: 'complaint' });
	expect((await center.ask('MakeCall', { UserId: AGENT, Callee: CUSTOMER, Caller: '01021570000' })).Code).toBe('OutboundCallRestricted');
	expect(await center.rows('ListDoNotCallNumbers', { SearchPattern: 'compl' })).toEqual([expect.objectContaining({ Number: CUSTOMER, Scope: 'INSTANCE' })]);
	await center.ask('RemoveDoNotCallNumbers', { NumberList: `["${CUSTOMER}"]` });
	expect(world.phones.rings()).toEqual([]);
	expect((await center.ask('MakeCall', { UserId: AGENT, Callee: CUSTOMER, Caller: '01021570000' })).Code).toBe('OK');
});
