import type { IDataObject } from 'n8n-workflow';
import { simplifiedRecord } from '../../../nodes/AlibabaCloudCallCenter/resources/callRecord/record';
import { call, locator, phones, START, start, vendor, world } from './support';

beforeEach(async () => await start());
afterEach(async () => await vendor.close());

const RECORDS = { resource: 'callRecord', operation: 'listCallDetailRecordsV2', instanceId: locator('ccc-test'), returnAll: true };
const today = { startTime: '2020-01-01T00:00:00' };

async function placeCalls(count: number): Promise<void> {
	await call({ items: phones(count), parameters: { ...START, options: { concurrency: 50 } } });
	const giveUpAt = Date.now() + 5000;
	while (vendor.calls().some(({ endedAt }) => endedAt === undefined) && Date.now() < giveUpAt) {
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}

it('reads all pages, and one throttled page once more instead of all', async () => {
	await start({}, 1000);
	await placeCalls(230);
	world.faults.add({ vendor: 'alibaba', operation: 'ListCallDetailRecordsV2', kind: 'throttle', every: 3, times: 1 });
	const before = vendor.requests;
	const { json, error } = await call({ parameters: { ...RECORDS, additionalFields: today } });
	expect(error).toBeUndefined();
	expect(new Set(json.map(({ jobId }) => jobId)).size).toBe(230);
	expect(vendor.requests - before).toBe(4);
});

it('returns the short form, or the record as it came', async () => {
	await placeCalls(1);
	const [short] = (await call({ parameters: { ...RECORDS, additionalFields: today } })).json;
	expect(short).toMatchObject({
		jobId: expect.stringMatching(/^job-/),
		contactType: 'BACK2BACK',
		callResult: 'answered',
		tryAgain: 'never',
		disposition: 'success',
		callingNumber: '13918140000',
		calledNumber: '13720000000',
		broker: '01021570000',
		startedAt: expect.stringMatching(/Z$/),
		durationSeconds: expect.any(Number),
		recordingReady: true,
	});
	const [long] = (await call({ parameters: { ...RECORDS, additionalFields: today, simplify: false } })).json;
	expect(long).toMatchObject({ contactId: short?.jobId, startTime: expect.any(Number), callDuration: expect.any(Number), callResult: 'answered', tryAgain: 'never' });
});

it.each([
	['AbandonedInIVR', 'abandonedInIvr'],
	['IVRException', 'ivrException'],
	['NoAnswer', 'noAnswer'],
	['Reject', 'reject'],
])('writes the disposition %s in the short form as %s', (contactDisposition, disposition) => {
	expect(simplifiedRecord({ contactDisposition })).toEqual({ disposition });
});

it('respects the limit and the filters', async () => {
	await placeCalls(12);
	const limited = { ...RECORDS, returnAll: false, limit: 5 };
	expect((await call({ parameters: { ...limited, additionalFields: today } })).json).toHaveLength(5);
	const additionalFields = { ...today, calledNumber: '={{ $json.phone }}', contactTypeList: ['BACK2BACK'], contactDispositionList: ['Success'] };
	const { outputs } = await call({ items: phones(3), parameters: { ...limited, additionalFields } });
	expect(outputs[0]?.map(({ json, pairedItem }) => [json.calledNumber, pairedItem])).toEqual(
		phones(3).map(({ phone }, item) => [phone, { item }]),
	);
});

it.each<[IDataObject, number]>([
	[{ releaseInitiatorList: 'customer' }, 2],
	[{ releaseInitiatorList: 'agent' }, 0],
	[{ releaseReasonList: '200:OK, 486:Busy Here' }, 1],
	[{ releaseReasonList: ['486:Busy Here'] }, 1],
	[{ satisfactionDescriptionList: 'Very satisfied, Average' }, 0],
	[{ accessChannelTypeList: ['Web', 'DingTalkRobot'] }, 0],
	[{ analyticsReportReady: false }, 2],
	[{ analyticsReportReady: true }, 0],
	[{ searchPattern: 'text:please wait' }, 0],
])('filters by %j', async (filter, found) => {
	world.phones.setBehaviour('13720000001', { answer: 'busy' });
	await placeCalls(2);
	const { json, error } = await call({ parameters: { ...RECORDS, additionalFields: { ...today, ...filter } as never } });
	expect(error).toBeUndefined();
	expect(json).toHaveLength(found);
});

it.each<[string, IDataObject, RegExp]>([
	['a word in place of a time', { startTime: 'tomorrow' }, /'Start Time' is "tomorrow": enter a date and time/],
	['an end before the start', { startTime: '2026-11-21T09:00', endTime: '2026-11-21T08:00' }, /'End Time' is not after 'Start Time'/],
	['a day that does not exist', { startTime: '2026-02-30T00:00:00' }, /'Start Time' is "2026-02-30T00:00:00": there is no day 30 in 2026-02\. Enter/],
	['an unknown channel', { accessChannelTypeList: ['Fax'] }, /'Access Channel Types' holds "Fax": use some of AliMe/],
	['a flag that is neither true nor false', { analyticsReportReady: 'soon' }, /'Analytics Report Ready' is "soon": use true or false/],
	['an unknown call type', { contactTypeList: ['SIDEWAYS'] }, /'Call Types' holds "SIDEWAYS": use some of BACK2BACK/],
])('refuses %s', async (_, additionalFields, message) => {
	const { error } = await call({ parameters: { ...RECORDS, additionalFields: additionalFields as never } });
	expect(error?.message).toMatch(message);
	expect(vendor.requests).toBe(0);
});
