import { createWorld } from '../../../sandbox/world';
import { AGENT, Center, GROUP } from './center';
import { eventually } from './eventually';

const DAY_MS = 86_400_000;
const [FIRST, SECOND] = ['13720000001', '13720000002'] as const;
const world = createWorld({ speed: 500 });
let center: Center;

beforeAll(async () => {
	center = await Center.open(world);
});
beforeEach(async () => {
	center.vendor.reset();
	world.phones.reset();
	await center.ready();
});
afterAll(async () => await center.vendor.close());

async function create(more: Record<string, string> = {}): Promise<string> {
	const { Data } = await center.ask('CreateCampaign', {
		Name: 'Renewals',
		QueueId: GROUP,
		ContactFlowId: 'main-flow-1',
		StartTime: String(world.clock.now() - DAY_MS),
		EndTime: String(world.clock.now() + DAY_MS),
		CallableTime: '[{"beginTime":"00:00:00","endTime":"23:59:59"}]',
		StrategyType: 'PACING',
		StrategyParameters: '{"ratio":1}',
		MaxAttemptCount: '1',
		MinAttemptInterval: '1',
		CaseList: JSON.stringify([FIRST, SECOND].map((PhoneNumber) => ({ PhoneNumber, ReferenceId: PhoneNumber }))),
		...more,
	});
	return Data as string;
}

async function submitted(more: Record<string, string> = {}): Promise<string> {
	const CampaignId = await create(more);
	await center.ask('SubmitCampaign', { CampaignId });
	return CampaignId;
}

const get = async (CampaignId: string) => (await center.ask('GetCampaign', { CampaignId })).Data;
const viewed = () => center.vendor.state().campaigns[0];
const isIn = (state: string) => eventually(() => viewed()?.state === state);
const cases = async (CampaignId: string) => await center.rows<Record<string, unknown>>('ListCases', { CampaignId });

test('calls all cases once each, and is completed', async () => {
	const id = await create();
	expect(await get(id)).toMatchObject({ State: 'Draft', TotalCases: 2, CasesUncompleted: 2, CompletionRate: 0 });
	expect(world.phones.rings()).toEqual([]);
	await center.ask('SubmitCampaign', { CampaignId: id });
	await isIn('Completed');
	expect([world.phones.timesRung(FIRST), world.phones.timesRung(SECOND)]).toEqual([1, 1]);
	expect(await get(id)).toMatchObject({ CasesConnected: 2, CasesUncompleted: 0, CompletionRate: 100 });
	expect((await center.ask('GetHistoricalCampaignReport', { CampaignId: id }, 'GET')).Data).toMatchObject({ CallsDialed: 2, CallsConnected: 2 });
	const records = await center.rows<Record<string, unknown>>('ListCallDetailRecordsV2', { ContactTypeList: '["PREDICTIVE"]' });
	expect(records.map(({ CalledNumber }) => CalledNumber)).toEqual([SECOND, FIRST]);
	const [{ CaseId } = {}] = await cases(id);
	const attempts = await center.rows<Record<string, unknown>>('ListAttempts', { CampaignId: id, CaseId: String(CaseId) }, 'GET');
	expect(attempts).toEqual([expect.objectContaining({ Callee: FIRST, AgentId: AGENT, ContactId: records[1]?.ContactId })]);
});

test('calls no more customers at once than agents are idle', async () => {
	for (const phone of [FIRST, SECOND]) world.phones.setBehaviour(phone, { talkMs: 100_000 });
	await submitted();
	await eventually(() => world.phones.talks().length === 1);
	expect(world.phones.timesRung(SECOND)).toBe(0);
});

test('calls two for one idle agent with the ratio 2, and nobody without an agent', async () => {
	await center.ask('TakeBreak', { UserId: AGENT, Code: 'lunch' });
	await submitted({ StrategyParameters: '{"ratio":2}' });
	await isIn('Executing');
	const then = world.clock.now() + 5000;
	await eventually(() => world.clock.now() > then);
	expect(world.phones.rings()).toEqual([]);
	await center.ask('ReadyForService', { UserId: AGENT });
	await eventually(() => world.phones.timesRung(FIRST) === 1 && world.phones.timesRung(SECOND) === 1);
});

test('calls again after the interval whoever was not reached, but not more often than allowed', async () => {
	world.phones.setBehaviour(FIRST, { answer: 'busy' });
	const id = await submitted({ CaseList: `[{"PhoneNumber":"${FIRST}"}]` });
	await isIn('Completed');
	const [first, second, ...more] = world.phones.rings().filter(({ phone }) => phone === FIRST);
	expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(60_000);
	expect(more).toEqual([]);
	expect(await cases(id)).toEqual([expect.objectContaining({ State: 'Failed', AttemptCount: 2, FailureReason: '486 - Busy Here' })]);
});

test.each([
	['outside of the hours', () => ({ CallableTime: '[]' }), 'Executing'],
	['before the start', () => ({ StartTime: String(world.clock.now() + DAY_MS / 2) }), 'Pending'],
])('calls nobody %s', async (_, settings, state) => {
	await submitted(settings());
	const then = world.clock.now() + 5000;
	await eventually(() => world.clock.now() > then);
	expect(viewed()?.state).toBe(state);
	expect(world.phones.rings()).toEqual([]);
});

test('rejects cases that are no number, known already, or on the do-not-call list', async () => {
	const id = await create({ CaseList: '[]' });
	await center.ask('ImportDoNotCallNumbers', { NumberList: '["13720000009"]' });
	const numbers = [FIRST, 'not a number', FIRST, '13720000009', SECOND];
	await center.ask('AddCases', { CampaignId: id, CaseList: JSON.stringify(numbers.map((PhoneNumber) => ({ PhoneNumber }))) });
	expect((await cases(id)).map(({ PhoneNumber }) => PhoneNumber)).toEqual([FIRST, SECOND]);
});

test('does not call who has come onto the do-not-call list since', async () => {
	const id = await create();
	await center.ask('ImportDoNotCallNumbers', { NumberList: `["${FIRST}"]` });
	await center.ask('SubmitCampaign', { CampaignId: id });
	await isIn('Completed');
	expect(world.phones.timesRung(FIRST)).toBe(0);
	expect((await cases(id)).map(({ State }) => State)).toEqual(['Forbidden', 'Connected']);
});

test('is paused, resumed and aborted only where that is possible', async () => {
	world.phones.setBehaviour(FIRST, { talkMs: 100_000 });
	const id = await create();
	const code = async (action: string) => (await center.ask(action, { CampaignId: id })).Code;
	expect(await code('PauseCampaign')).toBe('InvalidState.Campaign');
	expect(await code('SubmitCampaign')).toBe('OK');
	expect(await code('SubmitCampaign')).toBe('InvalidState.Campaign');
	expect(await code('PauseCampaign')).toBe('OK');
	expect(await code('ResumeCampaign')).toBe('OK');
	expect(await code('AbortCampaign')).toBe('OK');
	expect(await code('AbortCampaign')).toBe('InvalidState.Campaign');
	expect(await center.rows('ListCampaigns', { State: 'Aborted', Name: 'Renew' })).toEqual([expect.objectContaining({ CampaignId: id })]);
	expect(await center.rows('ListCampaigns', { State: 'Draft' })).toEqual([]);
	expect((await center.ask('GetCampaign', { CampaignId: 'nobody' })).Code).toBe('NotExists.CampaignId');
});

test('a paused campaign calls nobody else', async () => {
	world.phones.setBehaviour(FIRST, { talkMs: 3000 });
	const id = await submitted();
	await eventually(() => world.phones.timesRung(FIRST) === 1);
	await center.ask('PauseCampaign', { CampaignId: id });
	await eventually(() => center.isQuiet());
	const then = world.clock.now() + 10_000;
	await eventually(() => world.clock.now() > then);
	expect(world.phones.timesRung(SECOND)).toBe(0);
	await center.ask('ResumeCampaign', { CampaignId: id });
	await isIn('Completed');
});

test('tells what the agents of the skill group do', async () => {
	const { Data } = await center.ask('GetRealtimeCampaignStats', { QueueId: GROUP }, 'GET');
	expect(Data).toMatchObject({ ReadyAgents: 1, TalkingAgents: 0, TotalAgents: 1 });
	const id = await create();
	const report = await center.ask('ListCampaignTrendingReport', { CampaignId: id }, 'GET');
	expect(report.Data).toEqual([expect.objectContaining({ ReadyAgents: 1, Concurrency: 0 })]);
});
