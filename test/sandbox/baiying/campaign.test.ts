import { startBaiying, type BaiyingVendor } from '../../../sandbox/baiying';
import { createWorld, type World } from '../../../sandbox/world';
import { startReceiver, type Receiver } from './support';

type Fields = Record<string, unknown>;

let world: World;
let baiying: BaiyingVendor;
let receiver: Receiver;

beforeEach(async () => {
	world = createWorld({ speed: 1000 });
	baiying = await startBaiying(world);
	receiver = await startReceiver();
});

afterEach(async () => {
	await baiying.close();
	await receiver.close();
});

const calls = () =>
	receiver.received.map(({ body }) => (body.data as { data: Fields }).data).filter((data) => 'sceneInstance' in data);

test('each customer is called once, and each call is reported as it went', async () => {
	world.phones.setBehaviour('13720000001', { answer: 'busy' });
	world.phones.setBehaviour('13720000002', { answer: 'noAnswer' });
	world.phones.setBehaviour('13720000003', { answer: 'emptyNumber' });
	world.phones.setBehaviour('13720000004', { answer: 'rejects' });
	const customers = [0, 1, 2, 3, 4].map((digit) => ({ phone: `1372000000${digit}`, grade: 'A' as const, properties: { row: digit } }));

	const campaign = await baiying.runCampaign({ targetUrl: `${receiver.url}/calls`, customers, seats: 2 });

	expect(campaign).toMatchObject({ state: 'completed', customers: 5 });
	const byPhone = Object.fromEntries(
		calls().map(({ sceneInstance, taskResult }) => {
			const { customerTelephone, finishStatus, duration } = sceneInstance as Fields;
			return [customerTelephone, { finishStatus, duration, results: (taskResult as Fields[]).length }];
		}),
	);
	expect(byPhone).toEqual({
		'13720000000': { finishStatus: 0, duration: 10, results: 1 },
		'13720000001': { finishStatus: 6, duration: 0, results: 0 },
		'13720000002': { finishStatus: 8, duration: 0, results: 0 },
		'13720000003': { finishStatus: 4, duration: 0, results: 0 },
		'13720000004': { finishStatus: 1, duration: 0, results: 0 },
	});
	expect(customers.map(({ phone }) => world.phones.timesRung(phone))).toEqual([1, 1, 1, 0, 1]);
	expect(world.phones.talks()).toMatchObject([{ vendor: 'baiying', parties: ['robot', '13720000000'], endedAt: expect.any(Number) }]);
	expect(calls().filter(({ jobFinished }) => jobFinished)).toHaveLength(1);
});

test('what the robot concluded, and where the recording is', async () => {
	const customers = [{ phone: '13720000000', name: '张三', grade: 'B' as const, labels: ['老客户'], properties: { order: 'A-17' } }];
	await baiying.runCampaign({ targetUrl: receiver.url, customers });
	const [call] = calls();
	expect(call).toMatchObject({
		sceneInstance: { customerName: '张三', properties: '{"order":"A-17"}', companyId: 1 },
		taskResult: [
			{ resultName: '客户意向等级', resultValueAlias: 'B' },
			{ resultName: '客户标签', resultLabels: [{ key: 200, value: '老客户' }] },
		],
		phoneLog: { phoneLogs: [{ speaker: 'AI' }, { speaker: 'ME' }, { speaker: 'AI' }] },
	});
	const url = (call?.sceneInstance as Fields).luyinOssUrl as string;
	const response = await fetch(url);
	expect(response.headers.get('content-type')).toBe('audio/wav');
	expect(Buffer.from(await response.arrayBuffer()).toString('ascii', 0, 12)).toMatch(/^RIFF.{4}WAVE$/s);
});

test('the open platform, with the completion of the job', async () => {
	await baiying.runCampaign({
		targetUrl: `${receiver.url}/calls`,
		jobStatusUrl: `${receiver.url}/jobs`,
		platform: 'open',
		customers: [{ phone: '13720000000' }],
	});
	expect(receiver.received).toMatchObject([
		{ path: '/calls', body: { data: { callbackType: 'CALL_INSTANCE_RESULT' } } },
		{ path: '/jobs', body: { data: { callbackType: 'JOB_INFO_RESULT', data: { callJobStatus: 2 } } } },
	]);
	const [record, job] = receiver.received.map(({ body }) => (body.data as { data: Fields }).data);
	expect(job?.callJobId).toBe((record?.callInstance as Fields).callJobId);
});

test('no more calls in parallel than there are seats', async () => {
	let [ringing, most] = [0, 0];
	const { startTalk, endTalk } = world.phones;
	jest.spyOn(world.phones, 'startTalk').mockImplementation((...talk) => {
		ringing += 1;
		most = Math.max(most, ringing);
		return startTalk.apply(world.phones, talk);
	});
	jest.spyOn(world.phones, 'endTalk').mockImplementation((callId) => {
		ringing -= 1;
		endTalk.call(world.phones, callId);
	});
	const customers = Array.from({ length: 12 }, (_, row) => ({ phone: String(13720000100 + row) }));
	await baiying.runCampaign({ targetUrl: receiver.url, customers, seats: 3 });
	expect(most).toBe(3);
	expect(receiver.received).toHaveLength(12);
});

test('a reset ends the talks and the campaign', async () => {
	world.phones.setBehaviour('13720000000', { talkMs: 10 * 365 * 24 * 60 * 60 * 1000 });
	const { done } = baiying.beginCampaign({ targetUrl: receiver.url, customers: [{ phone: '13720000000' }, { phone: '13720000001' }], seats: 1 });
	await new Promise((resolve) => setTimeout(resolve, 50));
	baiying.reset();
	expect(await done).toMatchObject({ state: 'stopped' });
	expect(world.phones.talks()).toMatchObject([{ endedAt: expect.any(Number) }]);
	expect(world.phones.timesRung('13720000001')).toBe(0);
});
