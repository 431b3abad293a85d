import { startBaiying, type BaiyingVendor, type Job } from '../../../sandbox/baiying';
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
	baiying.apis.jobs.callbackUrls = { calls: `${receiver.url}/calls`, jobs: `${receiver.url}/jobs` };
});
afterEach(async () => {
	await baiying.close();
	await receiver.close();
});

function jobFor(customers: number, seats = 2): Job {
	const job = baiying.apis.jobs.create({ platform: 'open', companyId: 1, jobName: 'Autumn', jobType: 2, robotDefId: 180, userPhoneIds: [7], seats, remark: '' });
	const rows = Array.from({ length: customers }, (_, index) => ({ phone: `1372000000${index}`, properties: { row: index } }));
	job.customers.push(...rows);
	job.waiting.push(...rows);
	return job;
}

async function until(isSo: () => boolean): Promise<void> {
	while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

const at = (path: string) => receiver.received.filter((request) => request.path === path).map(({ body }) => (body.data as { data: Fields }).data);
const statuses = () => at('/jobs').map(({ callJobStatus }) => callJobStatus);

test('a job calls each customer once, keeps the calls and reports them, then its end', async () => {
	const job = jobFor(5);
	expect(baiying.apis.jobs.start(job)).toBe(true);
	await until(() => job.status === 2 && receiver.received.length === 6);
	expect(job.calls.map(({ phone }) => phone).sort()).toEqual(job.customers.map(({ phone }) => phone));
	expect(at('/calls').map(({ callInstance }) => (callInstance as Fields).properties)).toContainEqual({ row: 4 });
	expect(job.calls.filter(({ jobFinished }) => jobFinished)).toHaveLength(1);
	expect(statuses()).toEqual([2]);
});

test('a paused job starts no more calls, and continues where it stopped', async () => {
	const job = jobFor(6);
	baiying.apis.jobs.start(job);
	await until(() => job.calls.length >= 2);
	expect(baiying.apis.jobs.pause(job)).toBe(true);
	await until(() => job.underway === 0);
	const made = job.calls.length;
	await new Promise((resolve) => setTimeout(resolve, 50));
	expect([job.calls.length, job.status]).toEqual([made, 4]);
	baiying.apis.jobs.start(job);
	await until(() => job.status === 2);
	expect(job.calls).toHaveLength(6);
	expect(world.phones.rings()).toHaveLength(6);
});

test('quick pauses and starts open no more seats than the job has', async () => {
	const job = jobFor(9, 2);
	let most = 0;
	baiying.apis.jobs.start(job);
	for (let round = 0; job.status !== 2; round++) {
		if (round < 40) {
			baiying.apis.jobs.pause(job);
			baiying.apis.jobs.start(job);
		}
		most = Math.max(most, job.underway, world.phones.rings().length - job.calls.length);
		await new Promise((resolve) => setTimeout(resolve, 1));
	}
	expect(most).toBe(2);
	expect(job.calls).toHaveLength(9);
});

test('a job that is paused or ended before its first call reports that as well', async () => {
	const paused = jobFor(1);
	paused.status = 1;
	baiying.apis.jobs.pause(paused);
	baiying.apis.jobs.stop(jobFor(1));
	await until(() => statuses().length === 2);
	expect(statuses()).toEqual([4, 6]);
	expect(JSON.stringify(at('/jobs'))).not.toContain('callInstance');
});

test('only a job that has not started, or that is paused, can be started', () => {
	const job = jobFor(1);
	baiying.apis.jobs.stop(job);
	expect(baiying.apis.jobs.start(job)).toBe(false);
	expect(baiying.apis.jobs.pause(job)).toBe(false);
	const running = jobFor(1);
	expect([baiying.apis.jobs.start(running), baiying.apis.jobs.start(running)]).toEqual([true, false]);
});
