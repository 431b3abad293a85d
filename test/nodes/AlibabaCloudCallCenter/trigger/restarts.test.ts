import { start, vendor } from '../support';
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

describe('n8n is killed', () => {
	it('and reports afterwards what ended in the meantime', async () => {
		await n8n.activate();
		await n8n.deactivate();
		ended(record('1', { ReleaseTime: Date.now() }));
		await n8n.kill();

		expect(jobs()).toEqual(['job-1']);
	});

	it('after it had saved the memory and before it created the run: the run is made up for', async () => {
		await n8n.activate();
		n8n.runOf = () => 'is not created';
		ended(record('1'));
		await n8n.poll();
		expect(jobs()).toEqual([]);
		n8n.runOf = () => 'ends';
		await n8n.kill();

		expect(jobs()).toEqual(['job-1']);
	});

	it('during a run: the run is not repeated', async () => {
		await n8n.activate();
		n8n.runOf = () => 'stays';
		ended(record('1'), record('2'));
		const poll = n8n.poll();
		await n8n.started(2);
		n8n.runOf = () => 'ends';
		await n8n.kill();
		await poll;

		expect(jobs().sort()).toEqual(['job-1', 'job-2']);
		expect(n8n.refused).toBe(2);
	});

	it('in the middle of hundreds of runs: each exists once', async () => {
		await n8n.activate();
		const now = Date.now();
		ended(...Array.from({ length: 800 }, (_, i) => record(String(i), { StartTime: now - MINUTE + i })));
		n8n.runOf = () => (n8n.runs.size < 600 ? 'ends' : 'is not created');
		await n8n.poll();
		expect(n8n.runs.size).toBe(600);
		n8n.runOf = () => 'ends';
		await n8n.kill();

		expect(n8n.runs.size).toBe(800);
		expect(new Set(jobs()).size).toBe(800);
		// The memory that n8n had saved knows the first 500 runs; the unique key stands for the others.
		expect(n8n.refused).toBe(100);
	}, 30_000);
});

it('does not start a run again that has not ended when the workflow is published again', async () => {
	await n8n.activate();
	n8n.runOf = () => 'stays';
	ended(record('1'));
	const poll = n8n.poll();
	await n8n.started(1);
	await n8n.deactivate();
	await n8n.activate({}, 'update');
	await poll;

	expect(jobs()).toEqual(['job-1']);
	expect(n8n.refused).toBe(0);
});

describe('a run that cannot be created', () => {
	it('is tried again with the next poll', async () => {
		await n8n.activate();
		n8n.runOf = ({ json }) => (json.jobId === 'job-1' ? 'is not created' : 'ends');
		ended(record('1'), record('2'));
		await n8n.poll();
		expect(jobs()).toEqual(['job-2']);
		n8n.runOf = () => 'ends';
		await n8n.poll();

		expect(jobs()).toEqual(['job-2', 'job-1']);
		expect(n8n.refused).toBe(0);
	});
});

describe('the workflow is switched off and on', () => {
	it('and reports what ended in the meantime', async () => {
		await n8n.activate();
		ended(record('1'));
		await n8n.poll();
		await n8n.deactivate();
		ended(record('2'));
		await n8n.activate();

		expect(jobs()).toEqual(['job-1', 'job-2']);
		expect(n8n.refused).toBe(0);
	});

	it('and starts afresh without Fetch Missed Calls', async () => {
		const options = { fetchMissed: false };
		await n8n.activate({ options });
		await n8n.deactivate();
		ended(record('missed'));
		await n8n.activate({ options });
		ended(record('new'));
		await n8n.poll();

		expect(jobs()).toEqual(['job-new']);
	});

	it('by n8n itself, which is no pause: Fetch Missed Calls has no say', async () => {
		const options = { fetchMissed: false };
		await n8n.activate({ options });
		await n8n.deactivate();
		ended(record('1'));
		await n8n.kill({ options });
		ended(record('2'));
		await n8n.deactivate();
		await n8n.activate({ options }, 'update');

		expect(jobs()).toEqual(['job-1', 'job-2']);
	});
});

describe('the settings change', () => {
	it('another filter does not report old calls, and a call that ended just now is not lost', async () => {
		await n8n.activate({ filters: { contactDispositionList: ['Success'] } });
		const old = Date.now() - 30 * MINUTE;
		ended(record('old', { ContactDisposition: 'NoAnswer', StartTime: old - MINUTE, ReleaseTime: old }), record('seen'));
		await n8n.poll();
		await n8n.deactivate();
		ended(record('new', { ContactDisposition: 'NoAnswer' }));
		await n8n.activate({ filters: {} }, 'update');

		expect(jobs()).toEqual(['job-seen', 'job-new']);
	});

	it('a longer call does not report calls that ended long ago', async () => {
		await n8n.activate({ options: { longestCallMinutes: 60 } });
		const old = Date.now() - 100 * MINUTE;
		ended(record('old', { StartTime: old - 60 * MINUTE, ReleaseTime: old }));
		await n8n.poll();
		await n8n.deactivate();
		await n8n.activate({ options: { longestCallMinutes: 300 } }, 'update');

		expect(jobs()).toEqual([]);
	});

	it('a workflow cannot be switched on without an instance or an event', async () => {
		await expect(n8n.activate({ events: [] })).rejects.toThrow("'Trigger On' is empty");
		await expect(n8n.activate({ instanceId: { __rl: true, mode: 'list', value: '' } })).rejects.toThrow("'Instance' is empty");
	});
});
