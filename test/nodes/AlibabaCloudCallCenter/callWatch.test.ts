import type { IDataObject } from 'n8n-workflow';
import { CallWatch, type WatchedCall } from '../../../nodes/AlibabaCloudCallCenter/resources/call/callWatch';
import { VendorError, type Failure } from '../../../nodes/common/vendor/errors';

const LIST = 'ListCallDetailRecordsV2';
const START = Date.UTC(2026, 10, 21, 9);
const MINUTE = 60_000;

/** A vendor whose calls end at given times, and a clock that nobody waits for. */
class Watched {
	now = START;
	readonly requests: Array<{ action: string; at: number; values: IDataObject }> = [];
	/** How the next lists fail. */
	failures: Failure[] = [];
	/** By job ID: when the call ends, and when its full record exists. */
	readonly ends = new Map<string, { at: number; fullAt?: number }>();

	readonly clock = {
		now: () => this.now,
		sleep: async (ms: number) => {
			this.now += ms;
			await new Promise((resolve) => setImmediate(resolve));
		},
	};

	readonly watch = new CallWatch(async (action, values) => this.answer(action, values as IDataObject), this.clock);

	private answer(action: string, values: IDataObject) {
		this.requests.push({ action, at: this.now, values });
		const failure = action === LIST ? this.failures.shift() : undefined;
		if (failure) throw new VendorError({ failure, code: 'TEST', message: 'The vendor failed' });
		return { data: action === LIST ? { List: this.rows(values) } : this.full(String(values.contactId)) };
	}

	/** The records of calls in progress have no release time. */
	private rows({ contactIdList }: IDataObject): IDataObject[] {
		return (contactIdList as string[]).flatMap((id) => {
			const { at = Infinity } = this.ends.get(id) ?? {};
			return [{ ContactId: id, StartTime: String(START), ReleaseTime: at <= this.now ? String(at) : '', CallDuration: '8', ContactDisposition: 'Success', From: 'list' }];
		});
	}

	private full(id: string): IDataObject {
		const { at = Infinity, fullAt = at } = this.ends.get(id) ?? {};
		if (fullAt > this.now) throw new VendorError({ failure: 'refused', code: 'NotExists.ContactId', message: 'Not there yet' });
		return { ContactId: id, ReleaseTime: at, From: 'detail' };
	}

	callOf(jobId: string, rest: Partial<WatchedCall> = {}): WatchedCall {
		return { instanceId: 'ccc-test', jobId, placedAt: this.now, deadline: this.now + 15 * MINUTE, ...rest };
	}

	times(action = LIST): number[] {
		return this.requests.filter((request) => request.action === action).map(({ at }) => at - START);
	}
}

it('returns the full record once the list shows that the call has ended', async () => {
	const vendor = new Watched();
	vendor.ends.set('job-1', { at: START + 5000 });
	await expect(vendor.watch.recordOf(vendor.callOf('job-1'))).resolves.toMatchObject({ contactId: 'job-1', from: 'detail' });
	expect(vendor.times()).toEqual([0, 1000, 2000, 3000, 4000, 5000]);
	expect(vendor.times('GetCallDetailRecord')).toEqual([5000]);
});

it('asks once a second for all calls together, from before the first was placed, whatever the kind of call', async () => {
	const vendor = new Watched();
	const calls = Array.from({ length: 20 }, (_, index) => vendor.callOf(`job-${index}`, { placedAt: START + index }));
	calls.forEach(({ jobId }, index) => vendor.ends.set(jobId, { at: START + 1000 * index }));
	const records = await Promise.all(calls.map(async (call) => await vendor.watch.recordOf(call)));
	expect(records.map((record) => record?.contactId)).toEqual(calls.map(({ jobId }) => jobId));
	expect(vendor.times()).toHaveLength(20);
	expect(vendor.requests[0]?.values).toMatchObject({ contactIdList: calls.map(({ jobId }) => jobId), mediaType: 'ALL' });
	const starts = vendor.requests.filter(({ action }) => action === LIST).map(({ values }) => Number(values.startTime));
	expect(Math.max(...starts)).toBeLessThan(START);
	expect(Math.min(...starts)).toBeGreaterThan(START - 12 * 60 * MINUTE);
});

it('asks for a hundred calls of one instance at a time', async () => {
	const vendor = new Watched();
	const calls = Array.from({ length: 130 }, (_, index) => vendor.callOf(`job-${index}`, { instanceId: index < 110 ? 'ccc-one' : 'ccc-two' }));
	for (const { jobId } of calls) vendor.ends.set(jobId, { at: START });
	await Promise.all(calls.map(async (call) => await vendor.watch.recordOf(call)));
	const asked = vendor.requests.filter(({ action }) => action === LIST).map(({ values }) => [values.instanceId, (values.contactIdList as string[]).length]);
	expect(asked).toEqual([['ccc-one', 100], ['ccc-one', 10], ['ccc-two', 20]]);
	expect(vendor.times()).toEqual([0, 1000, 2000]);
});

it.each<Failure>(['throttled', 'noAnswer', 'notSent'])('asks a vendor more and more seldom while it fails (%s), and finds the end afterwards', async (failure) => {
	const vendor = new Watched();
	vendor.failures = Array<Failure>(7).fill(failure);
	vendor.ends.set('job-1', { at: START });
	await expect(vendor.watch.recordOf(vendor.callOf('job-1'))).resolves.toMatchObject({ contactId: 'job-1' });
	expect(vendor.times()).toEqual([0, 1000, 3000, 7000, 15_000, 31_000, 61_000, 91_000]);
});

it('gives up at the deadline, also while the vendor is down', async () => {
	const vendor = new Watched();
	vendor.failures = Array<Failure>(100).fill('noAnswer');
	await expect(vendor.watch.recordOf(vendor.callOf('job-1', { deadline: START + MINUTE + 100 }))).resolves.toBeUndefined();
	expect(vendor.now - START).toBeLessThanOrEqual(MINUTE + 350);
});

it('looks once for a call whose deadline has passed', async () => {
	const vendor = new Watched();
	vendor.ends.set('job-1', { at: START - 1000 });
	await expect(vendor.watch.recordOf(vendor.callOf('job-1', { deadline: START - MINUTE }))).resolves.toMatchObject({ contactId: 'job-1' });
	await expect(vendor.watch.recordOf(vendor.callOf('job-2', { deadline: START - MINUTE }))).resolves.toBeUndefined();
});

it('fails when the vendor refuses to show records', async () => {
	const vendor = new Watched();
	vendor.failures = ['refused'];
	await expect(vendor.watch.recordOf(vendor.callOf('job-1'))).rejects.toThrow('The vendor failed');
});

it('waits for a full record that comes a little later, but not for long', async () => {
	const vendor = new Watched();
	vendor.ends.set('job-1', { at: START, fullAt: START + 4000 });
	vendor.ends.set('job-2', { at: START, fullAt: START + MINUTE });
	const [soon, late] = await Promise.all(['job-1', 'job-2'].map(async (jobId) => await vendor.watch.recordOf(vendor.callOf(jobId))));
	expect(soon).toMatchObject({ from: 'detail' });
	expect(late).toMatchObject({ contactId: 'job-2', callDuration: 8, from: 'list' });
});

it('stops for all calls when the execution is canceled', async () => {
	const vendor = new Watched();
	const cancel = new AbortController();
	const waiting = Promise.allSettled(['job-1', 'job-2'].map(async (jobId) => await vendor.watch.recordOf(vendor.callOf(jobId), cancel.signal)));
	cancel.abort();
	expect((await waiting).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
	await new Promise((resolve) => setTimeout(resolve, 20));
	expect(vendor.times().length).toBeLessThanOrEqual(1);
});
