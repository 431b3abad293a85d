import type { IDataObject } from 'n8n-workflow';
import { VendorError } from '../../../nodes/common/errors';
import { readRecords, type Place, type Reading, type SortOrder } from '../../../nodes/AlibabaCloudCallCenter/recordPages';
import type { CccRequest } from '../../../nodes/AlibabaCloudCallCenter/transport';

interface Row {
	ContactId: string;
	StartTime: number;
}

/** The vendor's side: 100 pages of 100, the total only on page 1; whether the ends of a span belong to it is not documented. */
class Records {
	requests: CccRequest[] = [];

	constructor(
		public rows: Row[],
		private readonly endsBelong: boolean,
	) {}

	send = async (request: CccRequest) => {
		this.requests.push(request);
		const { PageNumber = 0, PageSize = 0, StartTime = -Infinity, EndTime = Infinity, SortOrder } = request;
		const [page, size] = [Number(PageNumber), Number(PageSize)];
		if (page < 1 || page > 100 || size < 1 || size > 100) throw new Error('Parameter.Maximum');
		const within = ({ StartTime: at }: Row) =>
			this.endsBelong ? at >= Number(StartTime) && at <= Number(EndTime) : at > Number(StartTime) && at < Number(EndTime);
		const sign = SortOrder === 'ASC' ? 1 : -1;
		const found = this.rows.filter(within).sort((a, b) => sign * (a.StartTime - b.StartTime));
		const List = found.slice((page - 1) * size, page * size);
		return { data: { List, PageNumber: page, PageSize: size, TotalCount: page === 1 ? found.length : 0 } };
	};
}

/** Calls in random order, three in each millisecond. */
function calls(count: number): Row[] {
	return Array.from({ length: count }, (_, i) => ({ ContactId: `job-${i}`, StartTime: 1_700_000_000_000 + Math.floor(i / 3) }));
}

interface Wanted {
	order?: SortOrder;
	limit?: number;
	each?(read: number): void;
}

async function readAll(records: Records, { order = 'DESC', limit = Infinity, each }: Wanted = {}): Promise<IDataObject[]> {
	const reading: Reading = { request: { Action: 'ListCallDetailRecordsV2', InstanceId: 'ccc-test' }, span: {}, order, limit };
	const results: IDataObject[] = [];
	for (let from: Place | undefined; ; ) {
		const part = await readRecords(records.send, reading, from);
		results.push(...part.results);
		each?.(results.length);
		if (!part.next) return results;
		from = part.next;
	}
}

const ids = (rows: IDataObject[]) => rows.map(({ contactId }) => contactId);

describe.each<SortOrder>(['DESC', 'ASC'])('all records, %s', (order) => {
	it.each([true, false])('continues beyond the 10,000 of one search; ends belong to a span: %s', async (endsBelong) => {
		const records = new Records(calls(25_000), endsBelong);
		const rows = await readAll(records, { order });
		expect(new Set(ids(rows)).size).toBe(25_000);
		expect(rows).toHaveLength(25_000);
		const times = rows.map(({ startTime }) => Number(startTime));
		expect(times).toEqual([...times].sort((a, b) => (order === 'ASC' ? a - b : b - a)));
		expect(records.requests.length).toBeLessThanOrEqual(253);
	});
});

it('stops at a short page, and asks once more after a full one', async () => {
	for (const [count, requests] of [
		[0, 1],
		[99, 1],
		[100, 2],
		[250, 3],
	] as const) {
		const records = new Records(calls(count), true);
		expect(await readAll(records)).toHaveLength(count);
		expect(records.requests).toHaveLength(requests);
	}
});

it.each([
	[1, [1]],
	[50, [50]],
	[100, [100]],
	[101, [100, 100]],
])('asks for no more than a limit of %p', async (limit, sizes) => {
	const records = new Records(calls(500), true);
	expect(await readAll(records, { limit })).toHaveLength(limit);
	expect(records.requests.map(({ PageSize }) => PageSize)).toEqual(sizes);
});

it('returns each record once and loses none while new calls push the others down', async () => {
	const records = new Records(calls(1000), true);
	const before = new Set(records.rows.map(({ ContactId }) => ContactId));
	let more = 0;
	const rows = await readAll(records, {
		each: () => {
			if (more < 40) records.rows.push({ ContactId: `new-${more++}`, StartTime: 1_800_000_000_000 + more });
		},
	});
	expect(new Set(ids(rows)).size).toBe(rows.length);
	expect(new Set(ids(rows).filter((id) => before.has(String(id)))).size).toBe(1000);
});

it('reports that too many calls share one moment, instead of losing some or never ending', async () => {
	const rows = calls(10_001).map((row) => ({ ...row, StartTime: 1_700_000_000_000 }));
	await expect(readAll(new Records(rows, true))).rejects.toThrow(/at most 10000 call records at once.*started at the same moment.*Narrow the search/);
	await expect(readAll(new Records(rows, true))).rejects.toBeInstanceOf(VendorError);
});

it('takes a lone record that comes without a list, and times as text', async () => {
	const send = async () => ({ data: { List: { ContactId: 'job-1', StartTime: '1700000000000', CalledNumber: 1021570000, CallDuration: '16' } } });
	const reading: Reading = { request: { Action: 'ListCallDetailRecordsV2' }, span: {}, order: 'DESC', limit: 50 };
	const { results, next } = await readRecords(send, reading);
	expect(results).toEqual([{ contactId: 'job-1', startTime: 1_700_000_000_000, calledNumber: '01021570000', callDuration: 16 }]);
	expect(next).toBeUndefined();
});
