import { startBaiying, type BaiyingVendor } from '../../../../sandbox/baiying';
import { createWorld } from '../../../../sandbox/world';
import type { Api } from '../../../../nodes/Baiying/api/catalogue';
import type { IDataObject } from 'n8n-workflow';
import { runBaiying } from '../support/node';

let vendor: BaiyingVendor;

beforeAll(async () => {
	vendor = await startBaiying(createWorld());
});
beforeEach(() => vendor.reset());
afterAll(async () => await vendor.close());

/** A job with so many ended calls. */
function jobWithCalls(count: number): string[] {
	const job = vendor.apis.jobs.find(vendor.apis.seeds.doneJobId);
	const [call] = job?.calls ?? [];
	if (!job || !call) throw new Error('the seeds have no call');
	job.calls = Array.from({ length: count }, (_, index) => ({ ...call, callId: 71_000_000_000 + index, phone: String(13_900_000_000 + index) }));
	return job.calls.map(({ callId }) => String(callId));
}

async function reconciled(api: Api, items: IDataObject[]) {
	const callJobId = { __rl: true, mode: 'id', value: vendor.apis.seeds.doneJobId };
	return await runBaiying(vendor, { api, resource: 'job', operation: 'reconcile', parameters: { callJobId, callId: '={{ $json.callId }}' }, items });
}

test.each<[Api, number]>([
	['openPlatform', 2],
	['hmac', 11],
])('%s: returns exactly the calls that did not arrive, as the trigger would', async (api, pages) => {
	const ids = jobWithCalls(510);
	const lost = [ids[0], ids[499], ids[509]];
	const { json, outputs } = await reconciled(api, ids.filter((id) => !lost.includes(id)).map((callId, index) => ({ callId: index % 2 ? callId : Number(callId) })));
	expect(json.map(({ callId }) => callId)).toEqual(lost);
	expect(json[1]).toMatchObject({ event: 'callCompleted', customer: { phone: '13900000499' }, callResult: 'answered', transcript: expect.any(Array) });
	expect(new Set(json.map(({ deliveryId }) => deliveryId)).size).toBe(3);
	expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(Array(3).fill({ item: 0 }));
	expect(vendor.admitted()).toHaveLength(pages + 3);
});

test('returns nothing when everything arrived, and everything when nothing did', async () => {
	const ids = jobWithCalls(2);
	expect((await reconciled('openPlatform', ids.map((callId) => ({ callId })))).json).toEqual([]);
	expect((await reconciled('openPlatform', [{}])).json.map(({ callId }) => callId)).toEqual(ids);
});

test('compares each item with the calls of its own job', async () => {
	const ids = jobWithCalls(3);
	const done = vendor.apis.jobs.find(vendor.apis.seeds.doneJobId);
	if (!done) throw new Error('the seeds have no job');
	const other = vendor.apis.jobs.create({ ...done, jobName: 'Another job' });
	other.calls = [{ ...done.calls[0]!, callId: 72_000_000_000 }];
	const items = [{ job: String(done.jobId) }, { job: String(other.jobId) }, { job: String(done.jobId), callId: ids[1] }];
	const callJobId = { __rl: true, mode: 'id', value: '={{ $json.job }}' };
	const { json } = await runBaiying(vendor, { api: 'openPlatform', resource: 'job', operation: 'reconcile', parameters: { callJobId, callId: '={{ $json.callId }}' }, items });
	expect(json.map(({ callId }) => callId)).toEqual([ids[0], ids[2], '72000000000']);
});
