import { startAlibaba, type AlibabaVendor } from '../../../sandbox/alibaba';
import { createWorld } from '../../../sandbox/world';
import { eventually } from './eventually';
import { BACK2BACK, call } from './request';

const CALLER = BACK2BACK.Caller;
const CALLEE = BACK2BACK.Callee;

interface Placed {
	CallContext: { JobId: string; ChannelContexts: Array<{ ChannelId: string; ChannelState: string }> };
}

let vendor: AlibabaVendor;
const world = createWorld({ speed: 100 });

beforeAll(async () => {
	vendor = await startAlibaba(world, { quirks: 'clean' });
});

afterEach(() => {
	vendor.reset();
	world.phones.reset();
});

afterAll(async () => await vendor.close());

async function place(more: Record<string, string> = {}) {
	const { data } = await call(vendor.url, 'StartBack2BackCall', { ...BACK2BACK, ...more });
	const { JobId, ChannelContexts } = (data.Data as Placed).CallContext;
	const [user = '', customer = ''] = ChannelContexts.map(({ ChannelId }) => ChannelId);
	return { jobId: JobId, user, customer, states: ChannelContexts.map(({ ChannelState }) => ChannelState) };
}

/** Both phones talk for so long that the test ends before the call does. */
async function placeLong() {
	for (const phone of [CALLER, CALLEE]) world.phones.setBehaviour(phone, { talkMs: 1_000_000 });
	return await place();
}

const isOver = () => vendor.calls().every(({ endedAt }) => endedAt !== undefined);
const areTalking = () => world.phones.talks().some(({ endedAt }) => endedAt === undefined);
const phonesRung = () => world.phones.rings().map(({ phone }) => phone);
const inJob = (jobId: string) => ({ InstanceId: 'ccc-test', JobId: jobId });

test('rings the caller, then the callee, lets them talk, and ends', async () => {
	world.phones.setBehaviour(CALLER, { ringMs: 50_000, talkMs: 50_000 });
	world.phones.setBehaviour(CALLEE, { talkMs: 50_000 });
	const { jobId, states } = await place({ TimeoutSeconds: '300' });
	expect(states).toEqual(['RINGING', 'NONE']);
	expect(phonesRung()).toEqual([CALLER]);
	await eventually(areTalking);
	expect(phonesRung()).toEqual([CALLER, CALLEE]);
	const [placed] = vendor.calls();
	expect(placed?.channels.map(({ state }) => state)).toEqual(['ANSWERED', 'ANSWERED']);
	await eventually(isOver);
	const [talk] = world.phones.talks();
	expect(talk).toMatchObject({ vendor: 'alibaba', callId: jobId, parties: [CALLER, CALLEE] });
	expect((talk?.endedAt ?? 0) - (talk?.startedAt ?? 0)).toBeGreaterThanOrEqual(49_900);
	expect(world.phones.timesRung(CALLER)).toBe(1);
	expect(world.phones.timesRung(CALLEE)).toBe(1);
});

test('each leg shows its number: the broker to the caller, the additional broker to the callee', async () => {
	const { jobId, user, customer } = await place({ AdditionalBroker: '01021560000' });
	expect(user).toMatch(/^ch:user:01021570000->13918140000:\d+:job-\d+$/);
	expect(customer).toMatch(/^ch:customer:01021560000->13720000000:\d+:job-\d+$/);
	expect(user.endsWith(jobId)).toBe(true);
});

test.each([
	['busy', '486 - Busy Here', [CALLER]],
	['rejects', '603 - Decline', [CALLER]],
	['emptyNumber', '404 - Not Found', []],
] as const)('does not ring the callee when the caller is %s', async (answer, reason, rung) => {
	world.phones.setBehaviour(CALLER, { answer, ringMs: 500 });
	await place();
	await eventually(isOver);
	expect(phonesRung()).toEqual(rung);
	const [placed] = vendor.calls();
	expect(placed?.channels.map(({ releaseReason }) => releaseReason)).toEqual([
		reason,
		'487 - Request Terminated',
	]);
	expect(world.phones.talks()).toEqual([]);
});

test('gives up when nobody has answered within TimeoutSeconds', async () => {
	world.phones.setBehaviour(CALLEE, { answer: 'noAnswer' });
	await place({ TimeoutSeconds: '45' });
	await eventually(isOver);
	const [placed] = vendor.calls();
	expect((placed?.endedAt ?? 0) - (placed?.placedAt ?? 0)).toBeGreaterThanOrEqual(44_800);
	expect(placed?.channels[1]?.releaseReason).toBe('408 - Request Timeout');
	expect(phonesRung()).toEqual([CALLER, CALLEE]);
});

test('records the keys that are sent into a leg', async () => {
	const { jobId, customer } = await placeLong();
	const keys = { ...inJob(jobId), ChannelId: customer, Dtmf: '12*#', DeviceId: 'device', UserId: 'agent@ccc-test' };
	const { data } = await call(vendor.url, 'SendDtmfSignaling', keys);
	expect(data).toMatchObject({ Code: 'OK', Data: { CallContext: { ChannelContexts: [{ ChannelId: customer }] } } });
	expect(vendor.pressed()).toMatchObject([{ jobId, channelId: customer, phone: CALLEE, dtmf: '12*#' }]);
});

test('refuses keys for anything that does not exist', async () => {
	const { jobId, customer } = await placeLong();
	const good = { ...inJob(jobId), ChannelId: customer, Dtmf: '5' };
	const refusals = [
		[{ ...good, InstanceId: 'nowhere' }, 404, 'NotExists.InstanceId', ['nowhere']],
		[{ ...good, JobId: `:${jobId}` }, 404, 'NotExists.JobId', [`:${jobId}`]],
		[{ ...good, ChannelId: `${customer}"` }, 404, 'NotExists.ChannelId', [`${customer}"`, jobId]],
		[{ ...good, UserId: 'nobody@ccc-test' }, 404, 'NotExists.UserId', ['nobody@ccc-test', 'ccc-test']],
	] as const;
	for (const [query, status, code, params] of refusals) {
		const answer = await call(vendor.url, 'SendDtmfSignaling', query);
		expect([answer.status, answer.data.Code]).toEqual([status, code]);
		expect(answer.data.Params).toEqual(params);
		expect(answer.data.Message.match(/%s/g)).toHaveLength(params.length);
	}
	const escaped = { ...good, ChannelId: customer.replace('>', '&amp;gt;') };
	expect((await call(vendor.url, 'SendDtmfSignaling', escaped)).data.Code).toBe('NotExists.ChannelId');
	const letters = await call(vendor.url, 'SendDtmfSignaling', { ...good, Dtmf: '5A' });
	expect([letters.status, letters.data.Code]).toEqual([400, 'InvalidDtmf']);
	expect(vendor.pressed()).toEqual([]);
});

test('a call that is over no longer exists', async () => {
	const { jobId, customer } = await place();
	await eventually(isOver);
	const keys = { ...inJob(jobId), ChannelId: customer, Dtmf: '5' };
	expect((await call(vendor.url, 'SendDtmfSignaling', keys)).data.Code).toBe('NotExists.JobId');
	expect((await call(vendor.url, 'LaunchSurvey', inJob(jobId))).data.Code).toBe('NotExists.JobId');
});

test('a survey drops the agent and keeps the customer', async () => {
	for (const phone of [CALLER, CALLEE]) world.phones.setBehaviour(phone, { talkMs: 50_000 });
	const { jobId, user } = await place();
	await eventually(areTalking);
	const survey = { ...inJob(jobId), ContactFlowId: 'survey-flow-1', ContactFlowVariables: '{"a":1}' };
	const { data } = await call(vendor.url, 'LaunchSurvey', survey);
	expect(data).toMatchObject({
		Code: 'OK',
		Data: { CallContext: { ChannelContexts: [{ ChannelId: user, ChannelState: 'RELEASED' }] } },
	});
	await eventually(areTalking);
	expect(vendor.calls()[0]?.channels.map(({ state }) => state)).toEqual(['RELEASED', 'ANSWERED']);
	await eventually(isOver);
	expect(world.phones.talks().map(({ parties }) => parties)).toEqual([
		[CALLER, CALLEE],
		[CALLEE, 'survey survey-flow-1'],
	]);
	expect(vendor.surveys()).toMatchObject([
		{ jobId, channel: 'IVR', contactFlowId: 'survey-flow-1', contactFlowVariables: '{"a":1}' },
	]);
});

test('a survey that comes before anybody answered still reaches the customer', async () => {
	world.phones.setBehaviour(CALLER, { ringMs: 25_000 });
	const { jobId } = await place();
	await call(vendor.url, 'LaunchSurvey', { ...inJob(jobId), ContactFlowId: 'survey-flow-1' });
	await eventually(isOver);
	expect(phonesRung()).toEqual([CALLER, CALLEE]);
	expect(world.phones.talks().map(({ parties }) => parties)).toEqual([[CALLEE, 'survey survey-flow-1']]);
});

test('a second survey finds no agent to drop', async () => {
	const { jobId } = await placeLong();
	await call(vendor.url, 'LaunchSurvey', inJob(jobId));
	const { status, data } = await call(vendor.url, 'LaunchSurvey', inJob(jobId));
	expect([status, data.Code]).toEqual([404, 'NotExists.ChannelId']);
	expect(vendor.surveys()).toHaveLength(1);
});

test('a survey by text message needs its template and ends the call', async () => {
	const { jobId } = await placeLong();
	const survey = { ...inJob(jobId), SurveyChannel: 'SMS' };
	expect((await call(vendor.url, 'LaunchSurvey', survey)).data.Code).toBe('Parameter.Blank');
	await call(vendor.url, 'LaunchSurvey', { ...survey, SmsMetadataId: 'sms-1' });
	expect(isOver()).toBe(true);
	expect(vendor.surveys()).toMatchObject([{ channel: 'SMS', smsMetadataId: 'sms-1' }]);
});

test.each([
	[{ InstanceId: 'nowhere' }, 404, 'NotExists.InstanceId'],
	[{ Broker: '01000000000' }, 404, 'NotExists.Number'],
	[{ AdditionalBroker: '01000000000' }, 404, 'NotExists.Number'],
	[{ Tags: '备'.repeat(43) }, 400, 'Parameter.Maximum'],
	[{ TimeoutSeconds: 'soon' }, 400, 'InvalidTimeoutSeconds'],
])('rings nobody when refusing %j', async (wrong, status, code) => {
	const answer = await call(vendor.url, 'StartBack2BackCall', { ...BACK2BACK, ...wrong });
	expect([answer.status, answer.data.Code]).toEqual([status, code]);
	expect(phonesRung()).toEqual([]);
	expect(vendor.calls()).toEqual([]);
});

test('many calls at once stay apart', async () => {
	const numbers = Array.from({ length: 50 }, (_, at) => `1372000${String(at).padStart(4, '0')}`);
	const placed = await Promise.all(numbers.map(async (Callee) => await place({ Callee })));
	expect(new Set(placed.map(({ jobId }) => jobId)).size).toBe(50);
	await eventually(isOver);
	expect(numbers.map((number) => world.phones.timesRung(number))).toEqual(numbers.map(() => 1));
	expect(world.phones.timesRung(CALLER)).toBe(50);
});
