import { start, vendor, world } from '../support';
import { ended, forget, MINUTE, record, TestN8n } from './support';

let n8n: TestN8n;

beforeEach(async () => {
	forget();
	await start({}, 1);
	n8n = new TestN8n();
});
afterEach(async () => await n8n.deactivate());
afterAll(async () => await vendor.close());

const jobs = () => n8n.field('jobId');

describe('a call that has ended', () => {
	it('starts one run, however often the vendor is asked', async () => {
		await n8n.activate();
		ended(record('1'));
		await n8n.poll();
		await n8n.poll();

		expect(jobs()).toEqual(['job-1']);
		expect(n8n.refused).toBe(0);
		expect([...n8n.runs.values()][0]?.json).toMatchObject({
			event: 'callEnded',
			instanceId: 'ccc-test',
			callingNumber: '01021570000',
			calledNumber: '13720000000',
			callResult: 'answered',
			disposition: 'success',
		});
	});

	it('is the whole record in lower camel case without Simplify', async () => {
		await n8n.activate({ simplify: false });
		ended(record('1', { StartTime: Date.now() - 1000 }));
		await n8n.poll();

		expect([...n8n.runs.values()][0]?.json).toMatchObject({ event: 'callEnded', contactId: 'job-1', contactDisposition: 'Success', recordingReady: false });
	});

	it('is not reported if it ended before the workflow was first switched on', async () => {
		ended(record('old'));
		await n8n.activate();
		ended(record('new'));
		await n8n.poll();

		expect(jobs()).toEqual(['job-new']);
	});

	it('is reported beside another one of the same millisecond', async () => {
		const at = { StartTime: Date.now() - MINUTE, ReleaseTime: Date.now() };
		await n8n.activate();
		ended(record('1', at));
		await n8n.poll();
		ended(record('2', at), record('3', at));
		await n8n.poll();

		expect(jobs().sort()).toEqual(['job-1', 'job-2', 'job-3']);
	});

	it('is reported when its record appears late and out of order', async () => {
		await n8n.activate();
		ended(record('2'));
		await n8n.poll();
		ended(record('1', { StartTime: Date.now() - 50 * MINUTE, ReleaseTime: Date.now() - 40 * MINUTE }));
		await n8n.poll();

		expect(jobs()).toEqual(['job-2', 'job-1']);
	});

	it('is reported if it began as long ago as the longest call', async () => {
		await n8n.activate({ options: { longestCallMinutes: 300 } });
		ended(record('long', { StartTime: Date.now() - 300 * MINUTE }), record('too-long', { StartTime: Date.now() - 361 * MINUTE }));
		await n8n.poll();

		expect(jobs()).toEqual(['job-long']);
	});

	it('is reported when it is over, not while its record is still without an end', async () => {
		await n8n.activate();
		const call = record('1', { ReleaseTime: 0, ContactDisposition: '' });
		ended(call);
		await n8n.poll();
		expect(jobs()).toEqual([]);

		Object.assign(call, { ReleaseTime: Date.now(), ContactDisposition: 'Success' });
		await n8n.poll();
		expect(jobs()).toEqual(['job-1']);
	});

	it('comes in the order in which the calls ended', async () => {
		await n8n.activate();
		const now = Date.now();
		ended(record('third', { ReleaseTime: now - 1000 }), record('first', { ReleaseTime: now - 3000 }), record('second', { ReleaseTime: now - 2000 }));
		await n8n.poll();

		expect(jobs()).toEqual(['job-first', 'job-second', 'job-third']);
	});

	it('is only reported if it passes the filters', async () => {
		await n8n.activate({ filters: { contactDispositionList: ['NoAnswer'], calledNumber: '13720000001' } });
		ended(record('1'), record('2', { ContactDisposition: 'NoAnswer', CalledNumber: '13720000001' }));
		await n8n.poll();

		expect(jobs()).toEqual(['job-2']);
	});

	it('is found on the last of many pages', async () => {
		await n8n.activate();
		const now = Date.now();
		ended(...Array.from({ length: 250 }, (_, i) => record(String(i), { StartTime: now - MINUTE + i })));
		await n8n.poll();

		expect(new Set(jobs()).size).toBe(250);
	});
});

describe('a recording', () => {
	const events = ['callEnded', 'recordingReady'];
	const reported = () => n8n.field('event');

	it('is an event of its own, once, when it is ready', async () => {
		await n8n.activate({ events });
		const call = record('1');
		ended(call);
		await n8n.poll();
		expect(reported()).toEqual(['callEnded']);

		call.RecordingReady = true;
		await n8n.poll();
		await n8n.poll();
		expect(reported()).toEqual(['callEnded', 'recordingReady']);
		expect(jobs()).toEqual(['job-1', 'job-1']);
	});

	it('is the only event if only recordings are chosen', async () => {
		await n8n.activate({ events: ['recordingReady'] });
		ended(record('without'), record('with', { RecordingReady: true }));
		await n8n.poll();

		expect(jobs()).toEqual(['job-with']);
	});
});

describe('a vendor that fails', () => {
	it('costs no event, and is reported once', async () => {
		await n8n.activate();
		world.faults.add({ vendor: 'alibaba', kind: 'errorBefore', every: 1 });
		ended(record('1'));
		await n8n.poll();
		await n8n.poll();
		expect(jobs()).toEqual([]);
		expect(n8n.failures).toHaveLength(1);

		world.faults.clear();
		await n8n.poll();
		expect(jobs()).toEqual(['job-1']);
	});

	it('may fail for longer than calls last: the poll continues where the last good one ended', async () => {
		await n8n.activate({ options: { longestCallMinutes: 1 } });
		world.faults.add({ vendor: 'alibaba', kind: 'refuse', every: 1 });
		const endedAt = Date.now() + MINUTE;
		ended(record('1', { StartTime: endedAt - MINUTE, ReleaseTime: endedAt }));
		const later = jest.spyOn(Date, 'now').mockReturnValue(endedAt + 5 * 60 * MINUTE);
		await n8n.poll();
		expect(n8n.failures).toHaveLength(1);
		world.faults.clear();
		await n8n.poll();
		later.mockRestore();

		expect(jobs()).toEqual(['job-1']);
	});

	it('says what to do, and never shows a secret', async () => {
		n8n.key = { accessKeyId: 'sandbox-key-id', accessKeySecret: 'wrong-secret-of-mine' };
		await expect(n8n.activate()).rejects.toMatchObject({ message: expect.stringMatching(/secret/i) as string });
		n8n.key = { accessKeyId: 'wrong-id-of-mine' };
		const error = await n8n.activate().catch((thrown: unknown) => thrown);
		expect(JSON.stringify(error)).not.toMatch(/wrong-id-of-mine|sandbox-key-secret/);
	});

	it('is given time when it is too busy', async () => {
		await n8n.activate();
		ended(record('1'));
		world.faults.add({ vendor: 'alibaba', kind: 'throttle', times: 2 });
		await n8n.poll();

		expect(jobs()).toEqual(['job-1']);
		expect(n8n.failures).toEqual([]);
	});
});

describe('the clocks differ', () => {
	it.each([-14, 14])('by %d minutes: each call is reported once', async (minutes) => {
		await n8n.activate({ options: { longestCallMinutes: 1 } });
		const now = Date.now() + minutes * MINUTE;
		jest.spyOn(world.clock, 'now').mockImplementation(() => Date.now() + minutes * MINUTE);
		ended(record('1', { StartTime: now - MINUTE, ReleaseTime: now - 1 }));
		await n8n.poll();
		await n8n.poll();

		expect(jobs()).toEqual(['job-1']);
	});
});

describe('a test in the editor', () => {
	it('returns the latest event and changes nothing', async () => {
		ended(record('1', { ReleaseTime: Date.now() - 5000 }), record('2'));
		expect((await n8n.test()).json).toMatchObject({ event: 'callEnded', jobId: 'job-2' });
		expect(n8n.database).toBe('{}');
	});

	it('says so if there is none', async () => {
		await expect(n8n.test()).rejects.toThrow('No call that passes the filters has ended in the last 7 days');
		await expect(n8n.test({ events: ['recordingReady'] })).rejects.toThrow('No call that passes the filters has a recording');
	});
});
