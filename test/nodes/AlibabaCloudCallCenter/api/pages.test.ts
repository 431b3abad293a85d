import type { IDataObject } from 'n8n-workflow';
import type { RpcClient } from '../../../../nodes/AlibabaCloudCallCenter/api/transport';
import { request } from '../../../../nodes/AlibabaCloudCallCenter/resources/api/request';

const SETTINGS = { simplify: false, timeZone: 'Asia/Shanghai' };

interface Read {
	rows: IDataObject[];
	pages: string[][];
}

/** Reads an action to the end, as the runner does. */
async function readAll(action: string, own: IDataObject, answer: (page: number, size: number) => unknown, parameters: IDataObject = {}): Promise<Read> {
	const pages: string[][] = [];
	const send: RpcClient = async ({ query }) => {
		const { PageNumber = '', PageSize = '' } = Object.fromEntries(query);
		pages.push([PageNumber, PageSize]);
		return { data: answer(Number(PageNumber), Number(PageSize)), requestId: 'R-1' };
	};
	const raw: IDataObject = { apiAction: action, parameterMode: 'json', apiParametersJson: { InstanceId: 'ccc-test', ...parameters }, returnAll: false, limit: 50, ...own };
	const values = request.read((field) => raw[field], {});
	const rows: IDataObject[] = [];
	for (let part = await request.perform(send, values, SETTINGS); ; part = await request.follow(send, values, SETTINGS, part.next)) {
		rows.push(...(part.results as IDataObject[]));
		if (part.next === undefined) return { rows, pages };
	}
}

/** The total comes with the first page only. */
const list = (count: number) => (page: number, size: number) => ({
	List: Array.from({ length: Math.max(0, Math.min(size, count - (page - 1) * size)) }, (_, index) => ({ Number: `0${(page - 1) * size + index}` })),
	TotalCount: page === 1 ? count : 0,
});

it('reads to the end: the last page is the first that is not full', async () => {
	const { rows, pages } = await readAll('ListPhoneNumbers', { returnAll: true }, list(250));
	expect(rows).toHaveLength(250);
	expect(new Set(rows.map(({ number }) => number)).size).toBe(250);
	expect(pages).toEqual([['1', '100'], ['2', '100'], ['3', '100']]);
});

it('reads up to the limit', async () => {
	const { rows, pages } = await readAll('ListPhoneNumbers', { limit: 150 }, list(250));
	expect(rows).toHaveLength(150);
	expect(pages).toEqual([['1', '100'], ['2', '100']]);
});

it('reads the one page that the parameters ask for', async () => {
	const { rows, pages } = await readAll('ListPhoneNumbers', {}, list(250), { PageNumber: 2, PageSize: 60 });
	expect(rows).toHaveLength(60);
	expect(rows[0]).toEqual({ number: '060' });
	expect(pages).toEqual([['2', '60']]);
});

it('says so when the vendor would return no more than 10,000 rows', async () => {
	await expect(readAll('ListPhoneNumbers', { returnAll: true }, list(10_001))).rejects.toThrow(/at most 10000 entries/);
});

it('returns a list once that comes as a whole with every page', async () => {
	const { rows, pages } = await readAll('ListHistoricalAgentReport', { returnAll: true }, (_page, size) => list(100)(1, size), { AgentIdList: ['a'] });
	expect(rows).toHaveLength(100);
	expect(pages).toHaveLength(2);
});

it('returns an answer without rows as one item, although the action has pages', async () => {
	const { rows } = await readAll('GetTicketSummaryReport', { returnAll: true }, () => ({ TicketsCreated: 3 }));
	expect(rows).toEqual([{ ticketsCreated: 3, requestId: 'R-1' }]);
});

it.each<[string, unknown, IDataObject]>([
	['an object', { Caller: 13918140000, Names: ['a'] }, { callerNumber: '13918140000', names: ['a'], requestId: 'R-1' }],
	['a list', [{ Name: 'a' }], { data: [{ name: 'a' }], requestId: 'R-1' }],
	['a value', 'https://example.com/a', { data: 'https://example.com/a', requestId: 'R-1' }],
	['nothing', undefined, { success: true, requestId: 'R-1' }],
])('returns %s as one item', async (_, data, item) => {
	expect((await readAll('GetInstance', {}, () => data)).rows).toEqual([item]);
});
