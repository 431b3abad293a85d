import type { IDataObject } from 'n8n-workflow';
import { addToDoNotCallList } from '../../../nodes/AlibabaCloudCallCenter/resources/doNotCallNumber/addToDoNotCallList';
import { importDoNotCallNumbers } from '../../../nodes/AlibabaCloudCallCenter/resources/doNotCallNumber/importDoNotCallNumbers';
import { removeDoNotCallNumbers } from '../../../nodes/AlibabaCloudCallCenter/resources/doNotCallNumber/removeDoNotCallNumbers';

function numbers(count: number): string[] {
	return Array.from({ length: count }, (_, index) => String(13_720_000_000 + index));
}

const given = (parameters: IDataObject) => (field: string) => ({ instanceId: 'ccc-test', ...parameters })[field];

it('imports either numbers or a file', () => {
	const file = { filePath: 'temp/blacklist.xlsx' };
	const refusal = "either 'Numbers' or a 'File Path'";
	expect(() => importDoNotCallNumbers.read(given({ numbers: '' }), {})).toThrow(refusal);
	expect(() => importDoNotCallNumbers.read(given({ numbers: '13720000000' }), file)).toThrow(refusal);
	expect(importDoNotCallNumbers.read(given({ numbers: '' }), file)).toMatchObject(file);
});

it('removes at most 300 numbers at once', () => {
	expect(removeDoNotCallNumbers.read(given({ numbers: numbers(300) }), {}).numbers).toHaveLength(300);
	expect(() => removeDoNotCallNumbers.read(given({ numbers: numbers(301) }), {})).toThrow("'Numbers' holds 301 numbers");
});

it('adds the numbers of many items in one request, each once', async () => {
	const send = jest.fn().mockResolvedValue({ requestId: 'R-1' });
	const items = ['13720000000', '13720000001', '+86 137-2000-0000'].map((phone) => addToDoNotCallList.read(given({ phone }), { remark: 'Asked' }));
	const results = await addToDoNotCallList.batch?.perform(send, items, { simplify: false, timeZone: 'Asia/Shanghai' });
	expect(results).toEqual(['13720000000', '13720000001', '13720000000'].map((phone) => ({ phone, added: true })));
	expect(send.mock.calls).toEqual([['ImportDoNotCallNumbers', { instanceId: 'ccc-test', numbers: ['13720000000', '13720000001'], remark: 'Asked' }]]);
	expect(items.map((item) => addToDoNotCallList.batch?.by(item)).every((key, _, [first]) => key === first)).toBe(true);
});
