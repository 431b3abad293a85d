import { readWholeList, type ListPage } from '../../../../nodes/common/vendor/wholeList';

const rows = (count: number, from = 0) => Array.from({ length: count }, (_, place) => from + place);

/** A vendor with these rows, of which no page has more than the vendor likes. */
function vendorOf(all: number[], { most = 10, ...said }: { most?: number; total?: number } = { total: all.length }) {
	return jest.fn(async (page: number): Promise<ListPage<number>> => await Promise.resolve({ rows: all.slice((page - 1) * most, page * most), ...said }));
}

it.each([0, 1, 9, 10, 11, 30, 35])('a list of %d rows is read to its end', async (count) => {
	await expect(readWholeList(10, vendorOf(rows(count)))).resolves.toEqual(rows(count));
});

it('a vendor that puts fewer rows on a page than were asked for is asked for the next one', async () => {
	await expect(readWholeList(10, vendorOf(rows(12), { most: 5, total: 12 }))).resolves.toEqual(rows(12));
});

it('without a total, the first page that is not full is the last', async () => {
	const ask = vendorOf(rows(25), {});
	await expect(readWholeList(10, ask)).resolves.toEqual(rows(25));
	expect(ask).toHaveBeenCalledTimes(3);
});

it('a list that changes while it is read is read again', async () => {
	const ask = vendorOf(rows(20, 100));
	ask.mockResolvedValueOnce({ rows: rows(10), total: 21 });
	await expect(readWholeList(10, ask)).resolves.toEqual(rows(20, 100));
});

it.each([
	['rows are missing', vendorOf(rows(12), { total: 13 })],
	['the total changes each time', jest.fn(async (page: number) => await Promise.resolve({ rows: rows(10), total: 100 + page }))],
	['the answer has neither rows nor a total', vendorOf([], {})],
	['the vendor returns the same page forever', jest.fn(async () => await Promise.resolve({ rows: rows(10), total: 15 }))],
])('fails if %s', async (_, ask) => {
	await expect(readWholeList(10, ask)).rejects.toMatchObject({ code: 'LIST_NOT_WHOLE', failure: 'refused' });
});
