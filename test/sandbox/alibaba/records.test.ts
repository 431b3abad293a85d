import { startAlibaba, type AlibabaVendor } from '../../../sandbox/alibaba';
import { createWorld } from '../../../sandbox/world';
import { eventually } from './eventually';
import { BACK2BACK, call } from './request';

interface Page {
	List: Array<Record<string, unknown>>;
	TotalCount: number;
}

const world = createWorld({ speed: 200 });
let vendor: AlibabaVendor;

const CUSTOMERS = ['13720000001', '13720000002', '13720000003'];

beforeAll(async () => {
	vendor = await startAlibaba(world, { quirks: 'clean', recordingLagMs: 0 });
	world.phones.setBehaviour('13720000002', { answer: 'busy' });
	world.phones.setBehaviour('13720000003', { answer: 'rejects' });
	for (const Callee of CUSTOMERS) {
		await call(vendor.url, 'StartBack2BackCall', { ...BACK2BACK, Callee });
		await eventually(() => vendor.calls().every(({ endedAt }) => endedAt !== undefined));
	}
});

afterAll(async () => await vendor.close());

async function list(query: Record<string, string> = {}) {
	return await call(vendor.url, 'ListCallDetailRecordsV2', { InstanceId: 'ccc-test', PageNumber: '1', PageSize: '10', ...query });
}

async function records(query: Record<string, string> = {}): Promise<Page> {
	const { data } = await list(query);
	expect(data.Code).toBe('OK');
	return data.Data as Page;
}

const called = ({ List }: Page) => List.map(({ CalledNumber }) => CalledNumber);

test('newest first by default', async () => {
	expect(called(await records())).toEqual([...CUSTOMERS].reverse());
	expect(called(await records({ SortOrder: 'ASC' }))).toEqual(CUSTOMERS);
});

test('says how each call ended', async () => {
	const { List } = await records({ SortOrder: 'ASC' });
	expect(List.map(({ ContactDisposition, EarlyMediaState }) => [ContactDisposition, EarlyMediaState])).toEqual([
		['Success', ''],
		['NoAnswer', 'Busy'],
		['Reject', ''],
	]);
	expect(List[0]).toMatchObject({ ContactType: 'BACK2BACK', RecordingReady: true, CallDuration: expect.stringMatching(/^\d+$/) });
});

test('the total comes with the first page only', async () => {
	expect(await records({ PageSize: '2' })).toMatchObject({ TotalCount: 3, List: [{}, {}] });
	expect(await records({ PageSize: '2', PageNumber: '2' })).toMatchObject({ TotalCount: 0, List: [{}] });
});

test('filters', async () => {
	expect(called(await records({ CalledNumber: '13720000002' }))).toEqual(['13720000002']);
	expect(called(await records({ ContactDispositionList: '["Reject","Success"]' }))).toHaveLength(2);
	expect(called(await records({ ContactTypeList: '["INBOUND"]' }))).toEqual([]);
	expect(called(await records({ EndTime: String(Date.now() - 86_400_000) }))).toEqual([]);
});

test.each<[Record<string, string>, string[]]>([
	[{ ReleaseInitiatorList: '["customer"]' }, ['13720000003', '13720000002', '13720000001']],
	[{ ReleaseInitiatorList: '["agent"]' }, []],
	[{ ReleaseReasonList: '["486:Busy Here","603:Decline"]' }, ['13720000003', '13720000002']],
	[{ EarlyMediaStateList: '["Busy"]' }, ['13720000002']],
	[{ SatisfactionDescriptionList: '["Satisfied"]' }, []],
	[{ AccessChannelTypeList: '["Web","AliMe"]' }, []],
	[{ AnalyticsReportReady: 'false' }, ['13720000003', '13720000002', '13720000001']],
	[{ AnalyticsReportReady: 'true' }, []],
	[{ SearchPattern: 'text:wait' }, []],
	[{ MediaType: 'ALL' }, ['13720000003', '13720000002', '13720000001']],
	[{ MediaType: 'CHAT' }, []],
])('filters by %j', async (query, found) => {
	expect(called(await records(query))).toEqual(found);
});

test.each<[string, Record<string, string>, string]>([
	['a page beyond the last', { PageNumber: '101' }, 'Parameter.Maximum'],
	['a page that is too large', { PageSize: '101' }, 'Parameter.Maximum'],
	['text in place of a list', { ContactTypeList: 'INBOUND' }, 'InvalidContactTypeList'],
	['an object in place of a list', { ReleaseReasonList: '{}' }, 'InvalidReleaseReasonList'],
	['a word in place of true or false', { AnalyticsReportReady: 'yes' }, 'InvalidAnalyticsReportReady'],
	['a time in seconds', { StartTime: '1700000000' }, 'InvalidStartTime'],
])('refuses %s', async (_, query, code) => {
	expect((await list(query)).data.Code).toBe(code);
});
