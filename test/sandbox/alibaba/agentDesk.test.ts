import { createWorld } from '../../../sandbox/world';
import { AGENT, Center, GROUP, SECOND } from './center';
import { eventually } from './eventually';

const world = createWorld({ speed: 200 });
let center: Center;

beforeAll(async () => {
	center = await Center.open(world);
});
beforeEach(() => {
	center.vendor.reset();
	world.phones.reset();
});
afterAll(async () => await center.vendor.close());

const as = async (action: string, more: Record<string, string> = {}) => await center.ask(action, { UserId: AGENT, ...more });
const signIn = async (group = GROUP, more: Record<string, string> = {}) =>
	await as('SignInGroup', { DeviceId: 'device', SignedSkillGroupIdList: `["${group}"]`, ...more });

test('signing in starts with a break, and signing out ends the service', async () => {
	expect(await center.state()).toBe('OFFLINE');
	expect((await signIn()).Data).toMatchObject({ UserState: 'BREAK', BreakCode: 'Warm-up', DeviceId: 'device', SignedSkillGroupIdList: [GROUP] });
	expect((await as('ReadyForService', { OutboundScenario: 'true' })).Data).toMatchObject({ UserState: 'READY', BreakCode: '', OutboundScenario: true });
	expect((await as('TakeBreak', { Code: 'lunchtime' })).Data).toMatchObject({ UserState: 'BREAK', BreakCode: 'lunchtime' });
	expect((await as('SignOutGroup')).Data).toMatchObject({ UserState: 'OFFLINE', SignedSkillGroupIdList: [] });
});

test('adds skill groups only if that is asked for', async () => {
	await signIn('a');
	expect((await signIn('b', { Additivity: 'true' })).Data).toMatchObject({ SignedSkillGroupIdList: ['a', 'b'] });
	expect((await signIn('c')).Data).toMatchObject({ SignedSkillGroupIdList: ['c'] });
});

test.each([
	['ReadyForService', {}],
	['TakeBreak', { Code: 'lunch' }],
])('%s needs an agent who is signed in', async (action, more) => {
	expect((await as(action, more)).Code).toBe('InvalidState.User');
});

test('calls reach an agent off site at the mobile', async () => {
	await center.ready();
	expect((await as('ChangeWorkMode', { WorkMode: 'OFF_SITE', Mobile: '13918140000' })).Data).toMatchObject({ WorkMode: 'OFF_SITE' });
	world.phones.setBehaviour('13918140000', { answer: 'noAnswer' });
	await center.dial();
	await eventually(() => center.isQuiet());
	expect(world.phones.rings().map(({ phone }) => phone)).toEqual(['13918140000']);
});

test('a missed call is followed by a break', async () => {
	await center.ready();
	await center.ready(SECOND);
	world.phones.setBehaviour('80011475', { answer: 'rejects' });
	await center.dial({ Callee: '80011475' });
	await eventually(() => center.isQuiet());
	const { Data } = await center.ask('PollUserStatus', { UserId: SECOND });
	expect(Data).toMatchObject({ UserContext: { UserState: 'BREAK', BreakCode: 'RejectCall', JobId: '', Heartbeat: expect.any(Number) } });
});

test('a poll shows the call, and a reset ends it', async () => {
	await center.ready();
	world.phones.setBehaviour('13720000000', { talkMs: 1_000_000 });
	const { jobId } = await center.dial();
	expect((await as('PollUserStatus')).Data).toMatchObject({ CallContext: { JobId: jobId, CallType: 'OUTBOUND' }, UserContext: { JobId: jobId } });
	expect((await as('TakeBreak', { Code: 'lunch' })).Code).toBe('InvalidState.User');
	expect((await as('SignOutGroup')).Code).toBe('InvalidState.User');
	expect((await as('ResetAgentState')).Data).toMatchObject({ UserState: 'BREAK', JobId: '' });
	expect(center.isQuiet()).toBe(true);
});

test('the live list shows and filters what agents do', async () => {
	await center.ready();
	const list = async (more: Record<string, string> = {}) =>
		(await center.rows<{ AgentId: string; State: string }>('ListRealtimeAgentStates', more)).map(({ AgentId, State }) => [AgentId, State]);
	expect(await list()).toEqual([
		[AGENT, 'Ready'],
		[SECOND, 'Offline'],
	]);
	expect(await list({ SkillGroupId: GROUP })).toEqual([[AGENT, 'Ready']]);
	expect(await list({ Query: '80011475' })).toEqual([[SECOND, 'Offline']]);
	expect(await list({ WorkModeList: '["OFF_SITE"]' })).toEqual([]);
});
